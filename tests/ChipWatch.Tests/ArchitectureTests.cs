using System.Reflection;
using System.Text.RegularExpressions;
using ChipWatch.Pipeline.Tagging;
using ChipWatch.Store;
using ChipWatch.Store.Timelines;
using NetArchTest.Rules;

namespace ChipWatch.Tests;

/// <summary>The borders that are worth a failing build.</summary>
public sealed class ArchitectureTests
{
    [Fact]
    public void Pipeline_KnowsNoDatabaseAndNoPages() => Holds(Types.InAssembly(typeof(Tagger).Assembly)
        .ShouldNot().HaveDependencyOnAny("Microsoft.EntityFrameworkCore", "Microsoft.Data.Sqlite", "ChipWatch.Store", "Microsoft.AspNetCore", "MudBlazor").GetResult());

    [Fact]
    public void Program_KnowsNoEntityFramework() => Holds(Types.InAssembly(typeof(ChipWatch.Layout.App).Assembly)
        .ShouldNot().HaveDependencyOnAny("Microsoft.EntityFrameworkCore", "ChipWatch.Store.Rows").GetResult());

    [Fact]
    public void Rows_NeverLeaveTheStore() => Holds(Types.InAssembly(typeof(ITimelineQueries).Assembly)
        .That().HaveNameEndingWith("Row").Should().NotBePublic().GetResult());

    [Fact]
    public void Connections_AreMadeInOnePlaceAlone()
    {
        string[] makers =
        [
            "System.Net.Http.HttpClient", "System.Net.Http.HttpMessageInvoker", "System.Net.Http.SocketsHttpHandler", "System.Net.Http.HttpClientHandler",
            "System.Net.Http.IHttpClientFactory", "System.Net.WebClient", "System.Net.WebRequest", "System.Net.HttpWebRequest", "System.Net.Sockets.Socket",
            "System.Net.Sockets.TcpClient", "System.Net.Sockets.UdpClient", "System.Net.WebSockets.ClientWebSocket", "System.Net.Dns", "System.Net.Mail.SmtpClient",
        ];
        var makersOfConnections = Types.InAssemblies(Ours)
            .That().HaveDependencyOnAny(makers).GetTypes().Select(type => (type.DeclaringType ?? type).Name).Distinct().Order(StringComparer.Ordinal);

        Assert.Equal(["SafeHttp", "SystemNetwork"], makersOfConnections);
    }

    [Fact]
    public void ForeignHtml_IsPutOnNoPage() => Holds(Types.InAssembly(typeof(ChipWatch.Layout.App).Assembly)
        .ShouldNot().HaveDependencyOn("Microsoft.AspNetCore.Components.MarkupString").GetResult());

    /// <summary>Nearly every text here comes from outside, and a pattern that can go back may take for ever on one that was made for it.</summary>
    [Fact]
    public void Patterns_NeverGoBack()
    {
        const BindingFlags all = BindingFlags.Static | BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;
        var types = Ours.SelectMany(assembly => assembly.GetTypes()).ToList();
        var generated = types.SelectMany(type => type.GetMembers(all)).Select(member => (Name: $"{member.DeclaringType!.Name}.{member.Name}", Pattern: member.GetCustomAttribute<GeneratedRegexAttribute>()))
            .Where(found => found.Pattern is not null).Select(found => (found.Name, found.Pattern!.Options));
        var made = types.Where(type => !type.ContainsGenericParameters).SelectMany(type => type.GetFields(all)).Where(field => field.IsStatic && field.FieldType == typeof(Regex) && field.GetCustomAttribute<System.Runtime.CompilerServices.CompilerGeneratedAttribute>() is null)
            .Where(field => !field.DeclaringType!.FullName!.StartsWith("System.", StringComparison.Ordinal))
            .Select(field => (Name: $"{field.DeclaringType!.Name}.{field.Name}", ((Regex)field.GetValue(null)!).Options));

        var patterns = generated.Concat(made).ToList();

        Assert.NotEmpty(patterns);
        Assert.Empty(patterns.Where(pattern => !pattern.Options.HasFlag(RegexOptions.NonBacktracking)).Select(pattern => pattern.Name));
    }

    private static Assembly[] Ours => [typeof(Tagger).Assembly, typeof(TagNames).Assembly, typeof(ChipWatch.Layout.App).Assembly];

    private static void Holds(NetArchTest.Rules.TestResult result) =>
        Assert.True(result.IsSuccessful, string.Join(", ", (result.FailingTypes ?? []).Select(type => type.FullName)));
}

using System.CommandLine;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using ChipWatch.Commands;
using Microsoft.AspNetCore.Components;

namespace ChipWatch.Tests.Docs;

/// <summary>What nothing checks goes stale: every option, verb and page must stand in the documents.</summary>
public sealed class DocsTests
{
    private static readonly string Root = FindRoot();

    [Fact]
    public void Configuration_EveryKey_IsDocumented()
    {
        var page = Read("docs/configuration.md");

        Assert.All(UnknownSettings.KnownKeys(), key => Assert.Contains($"`{key}`", page, StringComparison.Ordinal));
    }

    [Fact]
    public void Cli_EveryVerbWithItsOptions_IsDocumented()
    {
        var page = Read("docs/cli.md");
        var root = ChipWatchCommands.Create([]);

        Assert.All(root.Subcommands, verb =>
        {
            Assert.Contains($"`{verb.Name}`", page, StringComparison.Ordinal);
            Assert.All(verb.Options.Where(o => o is not System.CommandLine.Help.HelpOption), option => Assert.Contains($"`{option.Name}`", page, StringComparison.Ordinal));
        });
    }

    [Fact]
    public void Api_EveryPage_IsDocumented()
    {
        var page = Read("docs/api.md");
        var routes = typeof(ChipWatch.Layout.App).Assembly.GetTypes().SelectMany(type => type.GetCustomAttributes<RouteAttribute>()).Select(route => Regex.Replace(route.Template, ":[a-z]+", "").ToLowerInvariant());

        Assert.All(routes, route => Assert.Contains($"`{route}`", page, StringComparison.Ordinal));
    }

    [Fact]
    public void Links_BetweenDocuments_LeadSomewhere()
    {
        foreach (var file in Directory.EnumerateFiles(Path.Combine(Root, "docs"), "*.md", SearchOption.AllDirectories).Append(Path.Combine(Root, "README.md")))
        {
            foreach (Match link in Regex.Matches(File.ReadAllText(file), @"\]\((?!https?:|#)([^)#]+)"))
            {
                var target = Path.Combine(Path.GetDirectoryName(file)!, link.Groups[1].Value);
                Assert.True(File.Exists(target) || Directory.Exists(target), $"{Path.GetRelativePath(Root, file)} links to {link.Groups[1].Value}, which is not there.");
            }
        }
    }

    private static string Read(string path) => File.ReadAllText(Path.Combine(Root, path));

    private static string FindRoot([CallerFilePath] string here = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", "..", ".."));
}

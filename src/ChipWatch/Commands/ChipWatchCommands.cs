using System.CommandLine;
using System.CommandLine.Parsing;

namespace ChipWatch.Commands;

/// <summary>The verbs of the program, a line each.</summary>
internal static class ChipWatchCommands
{
    private static readonly Verb[] Verbs =
    [
        new("serve", ServeCommand.Create),
        new("ingest", IngestCommand.Create),
        new("sources", SourcesCommand.Create),
        new("import-opml", ImportOpmlCommand.Create),
        new("export-opml", ExportOpmlCommand.Create),
        new("recluster", ReclusterCommand.Create),
        new("digest", DigestCommand.Create),
        new("fetch", FetchCommand.Create),
        new("discover", DiscoverCommand.Create),
        new("parse-feed", _ => ParseFeedCommand.Create(), IsFilter: true),
        new("extract", _ => ExtractCommand.Create(), IsFilter: true),
        new("tag", _ => TagCommand.Create()),
        new("cluster", _ => ClusterCommand.Create()),
        new("robots", _ => RobotsCommand.Create(), IsFilter: true),
        new("url", _ => UrlCommand.Create(), IsFilter: true),
        new("sanitize", _ => SanitizeCommand.Create(), IsFilter: true),
        new("check-url", CheckUrlCommand.Create),
        new("retag", RetagCommand.Create),
        new("backup", BackupCommand.Create),
        new("restore", RestoreCommand.Create),
        new("migrate", MigrateCommand.Create),
        new("seed", SeedCommand.Create),
        new("doctor", DoctorCommand.Create),
    ];

    /// <summary>Runs the verb that the arguments name; without one, `serve`.</summary>
    /// <returns>0 done, 1 failed, 2 wrong use.</returns>
    public static async Task<int> RunAsync(string[] args)
    {
        var (settings, words) = SettingArguments.Split(args);
        var isFilter = Named(words) is { IsFilter: true };
        if (isFilter)
        {
            // A filter may live for a few lines: compiling patterns at run time (HtmlSanitizer does) takes longer than it ever uses them.
            AppContext.SetSwitch("System.Runtime.CompilerServices.RuntimeFeature.IsDynamicCodeSupported", false);
        }

        var parsed = CreateFor(words, settings).Parse(words);
        if (parsed.Errors.Count > 0)
        {
            await Console.Error.WriteLineAsync($"chipwatch: {parsed.Errors[0].Message} See {HelpOf(parsed)}.");
            return 2;
        }

        // A filter waits in its input and has nothing to bring to an end: it stops at once
        return await CommandFaults.GuardAsync(() => parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = isFilter ? null : ChipWatchHost.ShutdownTime }));
    }

    /// <summary>The help of the verb that was named, as far as one was.</summary>
    private static string HelpOf(ParseResult parsed)
    {
        var words = new Stack<string>(["--help"]);
        for (SymbolResult? at = parsed.CommandResult; at is CommandResult { Parent: not null } command; at = at.Parent)
        {
            words.Push(command.Command.Name);
        }

        return $"chipwatch {string.Join(' ', words)}";
    }

    /// <summary>All verbs below one root.</summary>
    internal static RootCommand Create(IReadOnlyList<string> settings) => Create(settings, Verbs);

    /// <summary>The root with the verb that the arguments begin with; with all of them where they begin with none. Each one costs time to make, and filters are started for a few lines.</summary>
    internal static RootCommand CreateFor(IReadOnlyList<string> words, IReadOnlyList<string> settings) => Create(settings, Named(words) is { } verb ? [verb] : Verbs);

    private static Verb? Named(IReadOnlyList<string> words) => words.Count == 0 ? null : Array.Find(Verbs, verb => verb.Name == words[0]);

    private static RootCommand Create(IReadOnlyList<string> settings, Verb[] verbs)
    {
        var root = new RootCommand("ChipWatch: what is known about AI chips, how firmly, and according to whom.");
        foreach (var verb in verbs)
        {
            root.Subcommands.Add(verb.Create(settings));
        }

        root.SetAction((_, cancellationToken) => ServeCommand.RunAsync(settings, ServeCommand.DefaultUrls, cancellationToken));
        return root;
    }

    /// <summary>One verb, made when it is needed.</summary>
    private sealed record Verb(string Name, Func<IReadOnlyList<string>, Command> Create, bool IsFilter = false);
}

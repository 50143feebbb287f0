using System.CommandLine;
using System.CommandLine.Parsing;

namespace ChipWatch.Commands;

/// <summary>The verbs of the program, a line each.</summary>
internal static class ChipWatchCommands
{
    /// <summary>Runs the verb that the arguments name; without one, `serve`.</summary>
    /// <returns>0 done, 1 failed, 2 wrong use.</returns>
    public static async Task<int> RunAsync(string[] args)
    {
        var (settings, words) = SettingArguments.Split(args);
        var parsed = Create(settings).Parse(words);
        if (parsed.Errors.Count > 0)
        {
            await Console.Error.WriteLineAsync($"chipwatch: {parsed.Errors[0].Message} See {HelpOf(parsed)}.");
            return 2;
        }

        return await CommandFaults.GuardAsync(() => parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = ChipWatchHost.ShutdownTime }));
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
    internal static RootCommand Create(IReadOnlyList<string> settings)
    {
        var serve = ServeCommand.Create(settings);
        var root = new RootCommand("ChipWatch: what is known about AI chips, how firmly, and according to whom.")
        {
            serve,
            IngestCommand.Create(settings),
            SourcesCommand.Create(settings),
            ImportOpmlCommand.Create(settings),
            ExportOpmlCommand.Create(settings),
            ReclusterCommand.Create(settings),
            DigestCommand.Create(settings),
            FetchCommand.Create(settings),
            DiscoverCommand.Create(settings),
            ParseFeedCommand.Create(),
            ExtractCommand.Create(),
            TagCommand.Create(),
            ClusterCommand.Create(),
            RobotsCommand.Create(),
            UrlCommand.Create(),
            SanitizeCommand.Create(),
            CheckUrlCommand.Create(settings),
            RetagCommand.Create(settings),
            BackupCommand.Create(settings),
            RestoreCommand.Create(settings),
            MigrateCommand.Create(settings),
            SeedCommand.Create(settings),
            DoctorCommand.Create(settings),
        };
        root.SetAction((_, cancellationToken) => ServeCommand.RunAsync(settings, ServeCommand.DefaultUrls, cancellationToken));
        return root;
    }
}

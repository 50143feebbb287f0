using System.CommandLine;

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
            await Console.Error.WriteLineAsync($"chipwatch: {parsed.Errors[0].Message} See chipwatch --help.");
            return 2;
        }

        return await CommandFaults.GuardAsync(() => parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = ChipWatchHost.ShutdownTime }));
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

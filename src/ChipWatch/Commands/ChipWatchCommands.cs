using System.CommandLine;

namespace ChipWatch.Commands;

/// <summary>The verbs of the program, a line each.</summary>
internal static class ChipWatchCommands
{
    /// <summary>Runs the verb that the arguments name; without one, `serve`.</summary>
    /// <returns>0 done, 1 failed, 2 wrong use.</returns>
    public static async Task<int> RunAsync(string[] args)
    {
        var root = new RootCommand("ChipWatch: what is known about AI chips, how firmly, and according to whom.")
        {
            ParseFeedCommand.Create(),
            ExtractCommand.Create(),
            RobotsCommand.Create(),
            UrlCommand.Create(),
            TagCommand.Create(),
            ClusterCommand.Create(),
            SanitizeCommand.Create(),
            CheckUrlCommand.Create(),
        };
        var parsed = root.Parse(args);
        if (parsed.Errors.Count > 0)
        {
            await Console.Error.WriteLineAsync($"chipwatch: {parsed.Errors[0].Message} See chipwatch --help.");
            return 2;
        }

        return await parsed.InvokeAsync();
    }
}

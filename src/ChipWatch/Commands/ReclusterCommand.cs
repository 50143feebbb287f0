using System.CommandLine;
using System.Text.Json;
using ChipWatch.Pipeline.Text;
using ChipWatch.Store.Stories;

namespace ChipWatch.Commands;

/// <summary>`recluster`: every stored article grouped again through the present rules; what was decided by hand holds.</summary>
internal static class ReclusterCommand
{
    /// <summary>The verb.</summary>
    public static Command Create(IReadOnlyList<string> settings)
    {
        var command = new Command("recluster", "Group every stored article again; what was decided by hand holds.");
        command.SetAction((_, cancellationToken) => RunAsync(settings, cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(IReadOnlyList<string> settings, CancellationToken cancellationToken)
    {
        await using var app = ChipWatchHost.CreateBuilder(settings).Build();
        await ChipWatchHost.PrepareStoreAsync(app.Services, cancellationToken);
        var through = 0;
        var changes = await app.Services.GetRequiredService<IStoryGrouper>().RegroupAllAsync(
            (done, all) =>
            {
                through = done;
                if (!Console.IsErrorRedirected)
                {
                    Console.Error.Write($"\r{done} of {all} articles");
                }
            },
            cancellationToken);
        if (!Console.IsErrorRedirected)
        {
            await Console.Error.WriteLineAsync();
        }

        foreach (var change in changes)
        {
            Console.WriteLine(JsonSerializer.Serialize(change, PipelineJson.Options));
        }

        Console.WriteLine(JsonSerializer.Serialize(new { articles = through, moved = changes.Count }, PipelineJson.Options));
        return 0;
    }
}

using System.Diagnostics;
using System.Text.Json;
using Microsoft.Data.Sqlite;

namespace ChipWatch.Tests.App.Commands;

/// <summary>The verbs that keep the list of sources, run as the real program.</summary>
public sealed class SourcesCommandTests : IDisposable
{
    private const string List =
        """
        <opml version="2.0"><head><title>Mine</title></head><body>
        <outline text="Press"><outline text="Chip Wire" type="rss" xmlUrl="https://wire.example/feed"/></outline>
        <outline text="Inner" type="rss" xmlUrl="http://10.0.0.1/feed"/>
        </body></opml>
        """;

    private readonly string folder = Directory.CreateTempSubdirectory("chipwatch-verbs-").FullName;

    [Fact]
    public async Task Sources_AddedListedExportedRemoved_AreToldByLinesAndExitCodes()
    {
        var (code, lines) = await RunAsync("sources", "add", "wire.example/feed", "--name", "Chip Wire", "--folder", "Press");
        Assert.Equal((0, "chip-wire", "added"), (code, Text(lines[0], "id"), Text(lines[0], "result")));
        Assert.Equal("already there", Text((await RunAsync("sources", "add", "https://wire.example/feed")).Lines[0], "result"));
        Assert.Equal(1, (await RunAsync("sources", "add", "http://127.0.0.1/feed")).Code);
        Assert.Equal(2, (await RunAsync("sources", "add", "no address")).Code);

        var listed = Assert.Single((await RunAsync("sources", "list")).Lines);
        Assert.Equal(("waiting", "Press", false), (Text(listed, "health"), Text(listed, "folder"), listed.GetProperty("verified").GetBoolean()));

        Assert.Equal(2, (await RunAsync("sources", "remove", "none")).Code);
        Assert.Equal("removed", Text((await RunAsync("sources", "remove", "chip-wire")).Lines[0], "result"));
        Assert.Empty((await RunAsync("sources", "list")).Lines);
    }

    [Fact]
    public async Task ImportOpml_DryRunThenReal_TellsEachEntry()
    {
        var file = Path.Combine(folder, "mine.opml");
        await File.WriteAllTextAsync(file, List);

        var dry = await RunAsync("import-opml", file, "--dry-run");
        Assert.Equal(["added", "refused"], dry.Lines.SkipLast(1).Select(line => Text(line, "result")));
        Assert.Equal((2, 1, 1, true), (Number(dry.Lines[^1], "entries"), Number(dry.Lines[^1], "added"), Number(dry.Lines[^1], "refused"), dry.Lines[^1].GetProperty("dryRun").GetBoolean()));
        Assert.Empty((await RunAsync("sources", "list")).Lines);

        Assert.Equal(0, (await RunAsync("import-opml", file)).Code);
        Assert.Equal(["already there", "refused"], (await RunAsync("import-opml", file)).Lines.SkipLast(1).Select(line => Text(line, "result")));
        Assert.Equal(1, (await RunAsync("import-opml", Path.Combine(folder, "none.opml"))).Code);
    }

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
    }

    private static string? Text(JsonElement line, string name) => line.GetProperty(name).GetString();

    private static int Number(JsonElement line, string name) => line.GetProperty(name).GetInt32();

    private async Task<(int Code, IReadOnlyList<JsonElement> Lines)> RunAsync(params string[] verb)
    {
        using var program = Process.Start(new ProcessStartInfo(
            "dotnet",
            [Path.Combine(AppContext.BaseDirectory, "ChipWatch.dll"), .. verb, $"--ChipWatch:DataDirectory={Path.Combine(folder, "data")}", "--ChipWatch:Seeds:Sources=false", "--ChipWatch:Seeds:Samples=false"])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var said = program.StandardOutput.ReadToEndAsync();
        var complained = program.StandardError.ReadToEndAsync();
        await program.WaitForExitAsync();
        await complained;
        return (program.ExitCode, [.. (await said).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement.Clone())]);
    }
}

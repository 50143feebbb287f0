using System.Diagnostics;
using Microsoft.Data.Sqlite;

namespace ChipWatch.Tests.App.Ingestion;

/// <summary>The real program, killed again and again while it takes the samples in: in the end the store is as if nothing had happened.</summary>
public sealed class KilledIngestTests : IDisposable
{
    private const int Kills = 20;
    private readonly string folder = Directory.CreateTempSubdirectory("chipwatch-killed-").FullName;

    [Fact]
    public async Task Ingest_KilledTwentyTimes_EndsWithTheRowsOfAnUndisturbedRun()
    {
        var (calm, killed) = (Path.Combine(folder, "calm"), Path.Combine(folder, "killed"));
        await EndAsync(Start(calm));
        var chance = new Random(20260620);
        for (var i = 0; i < Kills; i++)
        {
            using var program = Start(killed);
            // Killed after some sources: at once (while migrating), while reading, and, once all are read, while grouping.
            var lines = chance.Next(0, 16);
            while (lines-- > 0 && await program.StandardOutput.ReadLineAsync() is not null)
            {
            }

            program.Kill(entireProcessTree: true);
            await program.WaitForExitAsync();
        }

        await EndAsync(Start(killed));

        Assert.Equal(Rows(calm), Rows(killed));
    }

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
    }

    private static Process Start(string data) => Process.Start(new ProcessStartInfo("dotnet")
    {
        RedirectStandardOutput = true,
        RedirectStandardError = true,
        ArgumentList =
        {
            Path.Combine(AppContext.BaseDirectory, "ChipWatch.dll"), "ingest",
            $"--ChipWatch:DataDirectory={data}", "--ChipWatch:Seeds:Sources=false",
        },
    })!;

    private static async Task EndAsync(Process program)
    {
        using (program)
        {
            var said = program.StandardOutput.ReadToEndAsync();
            var complained = program.StandardError.ReadToEndAsync();
            await program.WaitForExitAsync();
            Assert.True(program.ExitCode == 0, await said + await complained);
        }
    }

    /// <summary>Everything that follows from the samples; row numbers and times of reading are chance.</summary>
    private static List<string> Rows(string data)
    {
        string[] questions =
        [
            "SELECT SourceId, hex(IdHash), Url, State, ArticleId FROM Items ORDER BY 1, 2",
            "SELECT Id, Url, Title, OutletId, PublishedAt, StoryId, StoryReason, EventType, Status FROM Articles ORDER BY 1",
            "SELECT ArticleId, Number, hex(ContentHash) FROM Revisions ORDER BY 1, 2",
            "SELECT ArticleId, Facet, TagId, Salience, Score, Evidence FROM Tags ORDER BY 1, 2, 3",
            "SELECT ArticleId, Type, Status, ReportedBy, Evidence FROM Events ORDER BY 1",
            "SELECT ArticleId, Ordinal, Value, Unit FROM Quantities ORDER BY 1, 2",
            "SELECT Id, Headline, LatestAt, Status, Vendors, Topics, Origins, Relays, ArticleCount FROM Stories ORDER BY 1",
            "SELECT StoryId, Facet, Value, LatestAt FROM StoryFacets ORDER BY 1, 2, 3",
            "SELECT StoryId, Ordinal, Status, At, ArticleId FROM StoryRungs ORDER BY 1, 2",
            "SELECT Key, StoryId, LatestAt FROM StoryKeys ORDER BY 1, 2",
            "SELECT Facet, Value, Stories FROM FacetCounts WHERE Stories > 0 ORDER BY 1, 2",
            "SELECT rowid FROM ArticleWords WHERE ArticleWords MATCH 'chip OR chips' ORDER BY 1",
        ];
        using var connection = new SqliteConnection($"Data Source={Path.Combine(data, "chipwatch.db")};Mode=ReadOnly");
        connection.Open();
        var rows = new List<string>();
        foreach (var question in questions)
        {
            using var command = connection.CreateCommand();
            command.CommandText = question;
            using var reader = command.ExecuteReader();
            while (reader.Read())
            {
                rows.Add(string.Join('|', Enumerable.Range(0, reader.FieldCount).Select(reader.GetValue)));
            }
        }

        return rows;
    }
}

using System.Data.Common;
using System.Diagnostics;
using System.Text.RegularExpressions;
using ChipWatch.Store.Stories;
using ChipWatch.Store.Timelines;
using ChipWatch.Tests.Fakes;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace ChipWatch.Tests.Store.Sqlite;

/// <summary>What is done for every article and every page reads tables by an index: SQLite's own plan of each command says so, at any size of the store.</summary>
public sealed partial class QueryPlanTests
{
    /// <summary>Tables that grow with the news.</summary>
    private static readonly HashSet<string> Large =
        ["Articles", "Revisions", "RevisionBodies", "Items", "Tags", "Events", "Quantities", "Signatures", "Stories", "StoryFacets", "StoryKeys", "StoryRungs", "FollowUps", "Rereadings", "FormerAddresses"];

    [Fact]
    public async Task StoringAnArticle_ScansNoLargeTable()
    {
        await using var store = await TestStore.CreateAsync();
        await store.AddAndGroupAsync([.. OneDay.All]);
        var article = OneDay.TalksFirst with { Url = "https://elsewhere.invalid/a", Text = string.Concat(Enumerable.Repeat("Amazon says that talks are under way. ", 20)) };

        var commands = await CommandsOfAsync(store, () => store.AddAsync(article));

        Assert.NotEmpty(commands);
        Assert.Empty(await ScansAsync(store, commands));
    }

    [Fact]
    public async Task GroupingAnArticle_ScansNoLargeTable()
    {
        await using var store = await TestStore.CreateAsync();
        await store.AddAndGroupAsync([.. OneDay.All]);
        await store.AddAsync(OneDay.TalksLast with { Url = "https://elsewhere.invalid/a" });

        var commands = await CommandsOfAsync(store, () => store.Get<IStoryGrouper>().GroupAsync(default));

        Assert.NotEmpty(commands);
        Assert.Empty(await ScansAsync(store, commands));
    }

    [Fact]
    public async Task PageOfATimeline_ScansNoLargeTable()
    {
        await using var store = await TestStore.CreateAsync();
        await store.AddAndGroupAsync([.. OneDay.All]);
        TimelineFilter[] filters = [TimelineFilter.All, new([new(Facet.Vendor, "amazon")], []), new([new(Facet.Vendor, "amazon"), new(Facet.Language, "en")], []), new([], [], "talks")];

        var commands = new List<(string Sql, List<(string Name, object? Value)> Parameters)>();
        foreach (var filter in filters)
        {
            commands.AddRange(await CommandsOfAsync(store, () => store.Get<ITimelineQueries>().PageAsync(filter, null, 1, default)));
        }

        Assert.NotEmpty(commands);
        // In the order of an index and ended by its limit, a scan of that index reads a page and no more.
        Assert.All(await ScansAsync(store, commands), scan => Assert.EndsWith("USING INDEX IX_Stories_LatestAt_Id", scan, StringComparison.Ordinal));
    }

    /// <summary>The commands that the model sends to one store while something is done.</summary>
    private static async Task<IReadOnlyList<(string Sql, List<(string Name, object? Value)> Parameters)>> CommandsOfAsync(TestStore store, Func<Task> act)
    {
        var seen = new List<(string, List<(string, object?)>)>();
        using var all = DiagnosticListener.AllListeners.Subscribe(new Listeners(store.Folder, command =>
        {
            lock (seen)
            {
                seen.Add((command.CommandText, [.. command.Parameters.Cast<DbParameter>().Select(parameter => (parameter.ParameterName, parameter.Value))]));
            }
        }));
        await act();
        return seen;
    }

    private static async Task<IReadOnlyList<string>> ScansAsync(TestStore store, IReadOnlyList<(string Sql, List<(string Name, object? Value)> Parameters)> commands)
    {
        await using var db = await store.OpenAsync();
        await db.Database.OpenConnectionAsync();
        var scans = new List<string>();
        foreach (var (sql, parameters) in commands.Where(command => command.Sql.Contains('"')).DistinctBy(command => command.Sql))
        {
            await using var command = db.Database.GetDbConnection().CreateCommand();
            command.CommandText = "EXPLAIN QUERY PLAN " + sql;
            foreach (var (name, value) in parameters)
            {
                var parameter = command.CreateParameter();
                (parameter.ParameterName, parameter.Value) = (name, value);
                command.Parameters.Add(parameter);
            }

            var tables = Alias().Matches(sql).Select(match => (Table: match.Groups[1].Value, Alias: match.Groups[2].Value)).ToLookup(pair => pair.Alias, pair => pair.Table);
            await using var reader = await command.ExecuteReaderAsync();
            while (await reader.ReadAsync())
            {
                var step = reader.GetString(3);
                if (Scan().Match(step) is { Success: true } scan && tables[scan.Groups[1].Value].Append(scan.Groups[1].Value).Any(Large.Contains))
                {
                    scans.Add($"{sql}\n{step}");
                }
            }
        }

        return scans;
    }

    [GeneratedRegex("\"?(\\w+)\"? (?:AS )?\"(\\w+)\"", RegexOptions.NonBacktracking)]
    private static partial Regex Alias();

    [GeneratedRegex("^SCAN (\\w+)", RegexOptions.NonBacktracking)]
    private static partial Regex Scan();

    private sealed class Listeners(string folder, Action<DbCommand> tell) : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>
    {
        public void OnNext(DiagnosticListener value)
        {
            if (value.Name == DbLoggerCategory.Name)
            {
                value.Subscribe(this);
            }
        }

        public void OnNext(KeyValuePair<string, object?> value)
        {
            if (value.Value is CommandExecutedEventData { Command: var command } && command.Connection!.DataSource.StartsWith(folder, StringComparison.Ordinal))
            {
                tell(command);
            }
        }

        public void OnCompleted()
        {
        }

        public void OnError(Exception error)
        {
        }
    }
}

using ChipWatch.Live;
using ChipWatch.Pipeline.Fetching;
using ChipWatch.Store.Sources;
using Microsoft.Extensions.Time.Testing;

namespace ChipWatch.Tests.App.Live;

public sealed class RoundMonitorTests : IDisposable
{
    private readonly FakeTimeProvider clock = new(DateTimeOffset.Parse("2026-07-01T12:00Z", System.Globalization.CultureInfo.InvariantCulture));
    private readonly RoundMonitor monitor;

    public RoundMonitorTests() => monitor = new(clock);

    public void Dispose() => monitor.Dispose();

    [Fact]
    public void Current_RoundRuns_TellsOfEachSource()
    {
        using var round = monitor.Begin([Source("b", "Beta"), Source("a", "alpha")], CancellationToken.None);
        round.Put(new("a", "alpha", SourceStage.Done) { Articles = 3, NewItems = 4 });
        round.Put(new("b", "Beta", SourceStage.Failed) { Failure = FetchFailure.Dns, Cause = "The name has no address." });

        var now = monitor.Current!;
        Assert.Equal(["a", "b"], now.Sources.Select(s => s.SourceId));
        Assert.Equal((2, 2, 1, 3), (now.Total, now.Done, now.Failed, now.Articles));
        Assert.Null(now.EndedAt);
        Assert.Null(monitor.Last);
    }

    [Fact]
    public void Last_RoundEnded_IsKeptAndNothingIsCurrent()
    {
        var round = monitor.Begin([Source("a", "A")], CancellationToken.None);
        clock.Advance(TimeSpan.FromMinutes(1));
        round.Dispose();
        round.Dispose();

        Assert.Null(monitor.Current);
        Assert.Equal(TimeSpan.FromMinutes(1), monitor.Last!.EndedAt - monitor.Last.StartedAt);
    }

    [Fact]
    public void Cancel_RunningRound_SetsItsTokenOff()
    {
        monitor.Cancel();
        using var round = monitor.Begin([Source("a", "A")], CancellationToken.None);
        Assert.False(round.Stopping.IsCancellationRequested);

        monitor.Cancel();

        Assert.True(round.Stopping.IsCancellationRequested);
        Assert.True(monitor.Current!.IsCancelled);
    }

    [Fact]
    public void Begin_CallerStops_RoundStopsWithoutBeingCalledCancelled()
    {
        using var caller = new CancellationTokenSource();
        using var round = monitor.Begin([Source("a", "A")], caller.Token);

        caller.Cancel();

        Assert.True(round.Stopping.IsCancellationRequested);
        Assert.False(monitor.Current!.IsCancelled);
    }

    [Fact]
    public void Changed_ManyChangesInASecond_TellsAtMostFourTimes()
    {
        var told = 0;
        monitor.Changed += () => told++;
        using var round = monitor.Begin([Source("a", "A")], CancellationToken.None);
        for (var i = 0; i < 100; i++)
        {
            round.Put(new("a", "A", SourceStage.ReadingPages) { Pages = 100, PagesRead = i });
            clock.Advance(TimeSpan.FromMilliseconds(10));
        }

        Assert.InRange(told, 4, 5);
        clock.Advance(TimeSpan.FromSeconds(1));
        var before = told;
        clock.Advance(TimeSpan.FromSeconds(5));
        Assert.Equal(before, told);
    }

    private static DueSource Source(string id, string name) => new(id, name, "rss", new Uri($"https://{id}.example/feed"), "en", false, Validators.None, 0);
}

using ChipWatch.Commands;
using ChipWatch.Live;
using ChipWatch.Pipeline.Fetching;
using ChipWatch.Store.Sources;
using Microsoft.Extensions.Time.Testing;

namespace ChipWatch.Tests.App.Commands;

public sealed class RoundProgressLineTests
{
    [Fact]
    public void TextOf_HalfWay_ShowsBarAndCounts()
    {
        var round = new RoundSnapshot(DateTimeOffset.UnixEpoch, null, false,
        [
            new("a", "A", SourceStage.Done) { Articles = 7 }, new("b", "B", SourceStage.Failed) { Failure = FetchFailure.Dns },
            new("c", "C", SourceStage.ReadingPages) { Articles = 1 }, new("d", "D", SourceStage.Waiting),
        ]);

        Assert.Equal("[############············] 2 of 4 · 8 articles · 1 failed", RoundProgressLine.TextOf(round));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Dispose_AfterDrawing_LeavesTheLineEmptyAndNothingAtAllElsewhere(bool isTerminal)
    {
        var clock = new FakeTimeProvider();
        using var monitor = new RoundMonitor(clock);
        using var terminal = new StringWriter();
        using (new RoundProgressLine(monitor, terminal, isTerminal))
        {
            using var round = monitor.Begin([new DueSource("a", "A", "rss", new Uri("https://a.example/"), null, false, Validators.None, 0)], CancellationToken.None);
            clock.Advance(TimeSpan.FromSeconds(1));
        }

        Assert.Equal(isTerminal, terminal.ToString().Contains("0 of 1", StringComparison.Ordinal));
        Assert.Equal(isTerminal, terminal.ToString().EndsWith('\r'));
    }
}

using ChipWatch.Ingestion;
using ChipWatch.Pipeline.Fetching;
using ChipWatch.Store.Sources;
using Microsoft.Extensions.Time.Testing;

namespace ChipWatch.Tests.App.Ingestion;

public sealed class RoundQueueTests
{
    private readonly FakeTimeProvider clock = new();

    [Fact]
    public async Task TakeAsync_TwoOfOneHost_AreHandedOutOneAfterTheOtherWithThePauseBetween()
    {
        var queue = Queue(Run("a", "http://one.example/a"), Run("b", "http://one.example/b"), Run("c", "http://two.example/c"));
        var first = await queue.TakeAsync(CancellationToken.None);
        var other = await queue.TakeAsync(CancellationToken.None);
        Assert.Equal(("a", "c"), (first!.Run.Source.Id, other!.Run.Source.Id));

        var waiting = queue.TakeAsync(CancellationToken.None);
        Assert.False(waiting.IsCompleted);
        End(queue, first);
        Assert.False(waiting.IsCompleted);
        while (!waiting.IsCompleted)
        {
            clock.Advance(TimeSpan.FromSeconds(2));
            await Task.Yield();
        }

        Assert.Equal("b", (await waiting)!.Run.Source.Id);
    }

    [Fact]
    public async Task TakeAsync_AllOver_IsNullForEverybodyWhoWaits()
    {
        var queue = Queue(Run("a", "http://one.example/a"));
        var turn = await queue.TakeAsync(CancellationToken.None);
        var (second, third) = (queue.TakeAsync(CancellationToken.None), queue.TakeAsync(CancellationToken.None));

        End(queue, turn!);

        Assert.Null(await second);
        Assert.Null(await third);
    }

    [Fact]
    public async Task Return_PagesLeft_WaitBehindTheOtherSources()
    {
        var queue = Queue(Run("a", "http://one.example/a"), Run("b", "http://two.example/b"));
        var turn = await queue.TakeAsync(CancellationToken.None);
        turn!.Run.Checked(Check("a"), 1);
        turn.Run.Found([Page("http://three.example/1")]);
        queue.Return(turn);

        Assert.Equal("b", (await queue.TakeAsync(CancellationToken.None))!.Run.Source.Id);
        var page = await queue.TakeAsync(CancellationToken.None);
        Assert.Equal(("a", "three.example"), (page!.Run.Source.Id, page.Host));
    }

    [Fact]
    public async Task Claim_Waiting_IsTakenOutAndUnderWayIsSaid()
    {
        var queue = Queue(Run("a", "http://one.example/a"), Run("b", "http://two.example/b"));
        await queue.TakeAsync(CancellationToken.None);

        Assert.Null(queue.Claim("a", out var isUnderWay));
        Assert.True(isUnderWay);
        Assert.NotNull(queue.Claim("b", out isUnderWay));
        Assert.False(isUnderWay);
        Assert.Null(queue.Claim("b", out _));
    }

    [Fact]
    public async Task Claim_LastStepDoneButNotReturnedYet_IsNotUnderWay()
    {
        var queue = Queue(Run("a", "http://one.example/a"));
        var turn = await queue.TakeAsync(CancellationToken.None);
        turn!.Run.Checked(Check("a"), 0);
        turn.Run.Found([]);

        queue.Claim("a", out var isUnderWay);

        Assert.False(isUnderWay);
    }

    [Fact]
    public async Task TakeAsync_Cancelled_Throws()
    {
        var queue = Queue(Run("a", "http://one.example/a"));
        await queue.TakeAsync(CancellationToken.None);
        using var caller = new CancellationTokenSource();
        var waiting = queue.TakeAsync(caller.Token);

        await caller.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
    }

    private RoundQueue Queue(params SourceRun[] runs) => new(runs, TimeSpan.FromSeconds(2), clock);

    private static void End(RoundQueue queue, RoundQueue.Turn turn)
    {
        turn.Run.Checked(Check(turn.Run.Source.Id), 0);
        turn.Run.Found([]);
        queue.Return(turn);
    }

    private static SourceRun Run(string id, string url) => new(new DueSource(id, id, "rss", new Uri(url), "en", false, Validators.None, 0));

    private static SourceCheck Check(string id) => new(id, TimeSpan.Zero, DateTimeOffset.UnixEpoch, null, null, Validators.None, [], false, null, false);

    private static PendingItem Page(string url) => new(1, new Uri(url), "Title", null, null, null, 0, DateTimeOffset.UnixEpoch, 0);
}

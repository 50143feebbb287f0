using ChipWatch.Store.Articles;
using ChipWatch.Store.Leases;
using ChipWatch.Store.Upkeep;
using ChipWatch.Tests.Fakes;
using Microsoft.EntityFrameworkCore;

namespace ChipWatch.Tests.Store.Leases;

/// <summary>Two instances over one file.</summary>
public sealed class IngestLeaseTests
{
    private static readonly TestArticle Talks = new("https://cyberivy.example/trainium", "Trainium may leave AWS", "2026-06-20T09:00:00");

    [Fact]
    public async Task EnterAsync_SecondInstance_ReadsNothingAndSaysWho()
    {
        await using var first = await TestStore.CreateAsync();
        await using var second = TestStore.Bare(first.Folder);

        Assert.NotNull(await first.Get<IngestPermit>().EnterAsync(CancellationToken.None));
        Assert.Null(await second.Get<IngestPermit>().EnterAsync(CancellationToken.None));

        var notice = second.Get<StoreNotices>().Current!;
        Assert.Equal(IngestHindrance.AnotherReads, notice.Hindrance);
        Assert.Contains($"process {Environment.ProcessId} on", notice.Sentence, StringComparison.Ordinal);
        Assert.Null(first.Get<StoreNotices>().Current);
    }

    [Fact]
    public async Task EnterAsync_FirstInstanceEnded_IsGivenAtOnce()
    {
        await using var second = await TestStore.CreateAsync();
        await using (var first = TestStore.Bare(second.Folder))
        {
            await first.Get<IngestPermit>().EnterAsync(CancellationToken.None);
        }

        Assert.NotNull(await second.Get<IngestPermit>().EnterAsync(CancellationToken.None));
    }

    [Fact]
    public async Task EnterAsync_HolderWasKilled_IsGivenAtOnce()
    {
        await using var store = await TestStore.CreateAsync();
        await using var db = await store.OpenAsync();
        // A process of this machine with a number that is in use, but which began at another time.
        var dead = ProcessIdentity.Current() with { Started = 1 };
        await db.Database.ExecuteSqlAsync($"INSERT INTO Leases (Name, Owner, Fence, ExpiresAt) VALUES ('ingest', {dead.Write("x")}, 7, 9999999999999)");

        Assert.NotNull(await store.Get<IngestPermit>().EnterAsync(CancellationToken.None));
        Assert.Equal(8, store.Get<IngestLease>().Fence);
    }

    [Fact]
    public async Task EnterAsync_HolderOnAnotherMachine_IsWaitedForUntilItExpires()
    {
        await using var store = await TestStore.CreateAsync();
        await using var db = await store.OpenAsync();
        await db.Database.ExecuteSqlAsync($"INSERT INTO Leases (Name, Owner, Fence, ExpiresAt) VALUES ('ingest', 'elsewhere@pid/12/34/x', 7, 9999999999999)");

        Assert.Null(await store.Get<IngestPermit>().EnterAsync(CancellationToken.None));
        await db.Database.ExecuteSqlAsync($"UPDATE Leases SET ExpiresAt = 1");

        Assert.NotNull(await store.Get<IngestPermit>().EnterAsync(CancellationToken.None));
        Assert.Equal(8, store.Get<IngestLease>().Fence);
    }

    [Fact]
    public async Task StoreAsync_ByAnInstanceThatSleptThroughItsLease_WritesNothing()
    {
        await using var sleeper = await TestStore.CreateAsync();
        await sleeper.AddAsync(Talks);
        await sleeper.Get<IngestPermit>().EnterAsync(CancellationToken.None);
        await using (var db = await sleeper.OpenAsync())
        {
            await db.Database.ExecuteSqlAsync($"UPDATE Leases SET ExpiresAt = 1");
        }

        await using var other = TestStore.Bare(sleeper.Folder);
        await other.Get<IngestPermit>().EnterAsync(CancellationToken.None);

        await Assert.ThrowsAsync<LeaseLostException>(() => sleeper.AddAsync(Talks with { Title = "Trainium will leave AWS" }));

        await using var check = await other.OpenAsync();
        Assert.Equal("Trainium may leave AWS", await check.Articles.Select(a => a.Title).SingleAsync());
        Assert.Null(await sleeper.Get<IngestPermit>().EnterAsync(CancellationToken.None));
    }

    [Fact]
    public async Task EnterAsync_LeaseLost_EndsTheTokenOfTheRound()
    {
        await using var sleeper = await TestStore.CreateAsync();
        var round = (await sleeper.Get<IngestPermit>().EnterAsync(CancellationToken.None))!.Value;
        await using (var db = await sleeper.OpenAsync())
        {
            await db.Database.ExecuteSqlAsync($"UPDATE Leases SET Owner = 'elsewhere@pid/12/34/x', Fence = 9, ExpiresAt = 9999999999999");
        }

        await sleeper.Get<IngestPermit>().EnterAsync(CancellationToken.None);

        Assert.True(round.IsCancellationRequested);
    }
}

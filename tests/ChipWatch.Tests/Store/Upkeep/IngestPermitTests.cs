using ChipWatch.Store;
using ChipWatch.Store.Articles;
using ChipWatch.Store.Timelines;
using ChipWatch.Store.Upkeep;
using ChipWatch.Tests.Fakes;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace ChipWatch.Tests.Store.Upkeep;

public sealed class IngestPermitTests
{
    [Fact]
    public async Task EnterAsync_DiskShort_WaitsAndReadingGoesOn()
    {
        await using var store = await TestStore.CreateAsync();
        await store.AddAndGroupAsync(new TestArticle("https://cyberivy.example/a", "Trainium may leave AWS", "2026-06-20T09:00:00"));
        store.Disk.Free = new StoreOptions().LeastFreeBytes - 1;

        Assert.Null(await store.Get<IngestPermit>().EnterAsync(CancellationToken.None));

        Assert.Equal(IngestHindrance.DiskShort, store.Get<StoreNotices>().Current!.Hindrance);
        Assert.Single((await store.Get<ITimelineQueries>().PageAsync(TimelineFilter.All, null, 10, CancellationToken.None)).Items);
        store.Disk.Free = new StoreOptions().LeastFreeBytes;
        Assert.NotNull(await store.Get<IngestPermit>().EnterAsync(CancellationToken.None));
        Assert.Null(store.Get<StoreNotices>().Current);
    }

    [Fact]
    public async Task EnterAsync_StoreLockedByAnotherProgram_WaitsAndReadingGoesOn()
    {
        var folder = Directory.CreateTempSubdirectory("chipwatch-locked-").FullName;
        var connection = $"Data Source={Path.Combine(folder, "chipwatch.db")};Default Timeout=1";
        await using (var store = TestStore.Bare(folder, new StoreOptions { ConnectionString = connection }))
        {
            await store.Get<ChipWatch.Store.Seeding.IStoreSetup>().PrepareAsync(TestStore.Catalogue, TestStore.Samples, CancellationToken.None);
            await using var other = new SqliteConnection(connection + ";Pooling=False");
            await other.OpenAsync();
            await using (var holding = await other.BeginTransactionAsync())
            {
                Assert.Null(await store.Get<IngestPermit>().EnterAsync(CancellationToken.None));
                Assert.Equal(IngestHindrance.StoreLocked, store.Get<StoreNotices>().Current!.Hindrance);
                await using var db = await store.OpenAsync();
                Assert.Equal(2, await db.Sources.CountAsync());
            }

            Assert.NotNull(await store.Get<IngestPermit>().EnterAsync(CancellationToken.None));
        }

        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task EnterAsync_LongWriteOfItsOwn_WaitsForItsTurn()
    {
        var folder = Directory.CreateTempSubdirectory("chipwatch-busy-").FullName;
        var connection = $"Data Source={Path.Combine(folder, "chipwatch.db")};Default Timeout=1";
        await using (var store = TestStore.Bare(folder, new StoreOptions { ConnectionString = connection }))
        {
            await store.Get<ChipWatch.Store.Seeding.IStoreSetup>().PrepareAsync(TestStore.Catalogue, TestStore.Samples, CancellationToken.None);
            Task<CancellationToken?> entering;
            using (await store.Get<WriteGate>().EnterAsync(CancellationToken.None))
            {
                await using var db = await store.OpenAsync();
                await using var writing = await db.Database.BeginTransactionAsync();
                entering = Task.Run(() => store.Get<IngestPermit>().EnterAsync(CancellationToken.None));
                // Whoever asks SQLite itself is refused after a while
                await using var impatient = new SqliteConnection($"{connection};Pooling=False;Default Timeout=3");
                await impatient.OpenAsync();
                await Assert.ThrowsAsync<SqliteException>(async () => await impatient.BeginTransactionAsync());
            }

            Assert.NotNull(await entering);
            Assert.Null(store.Get<StoreNotices>().Current);
        }

        Directory.Delete(folder, recursive: true);
    }

    [Theory]
    [InlineData(13, IngestHindrance.DiskShort)]
    [InlineData(5, IngestHindrance.StoreLocked)]
    public async Task GiveUp_StoreTookNoWriteInTheMiddle_EndsTheTokenAndTheNextOneIsGood(int code, IngestHindrance expected)
    {
        await using var store = await TestStore.CreateAsync();
        var permit = store.Get<IngestPermit>();
        var token = (await permit.EnterAsync(CancellationToken.None))!.Value;

        Assert.False(permit.GiveUp(new InvalidOperationException("a bug")));
        Assert.False(token.IsCancellationRequested);
        Assert.True(permit.GiveUp(new DbUpdateException("not stored", new SqliteException("refused", code))));

        Assert.True(token.IsCancellationRequested);
        Assert.Equal(expected, store.Get<StoreNotices>().Current!.Hindrance);
        Assert.False((await permit.EnterAsync(CancellationToken.None))!.Value.IsCancellationRequested);
        Assert.Null(store.Get<StoreNotices>().Current);
    }

    [Fact]
    public async Task Connections_CarryThePragmasOfTheRules()
    {
        await using var store = await TestStore.CreateAsync();
        await using var db = await store.OpenAsync();
        async Task<string> PragmaAsync(string name)
        {
            await db.Database.OpenConnectionAsync();
            await using var command = db.Database.GetDbConnection().CreateCommand();
            command.CommandText = $"PRAGMA {name}";
            return Convert.ToString(await command.ExecuteScalarAsync())!;
        }

        Assert.Equal(
            ["wal", "2", "1", "5000", "67108864", "4000", "0"],
            [
                await PragmaAsync("journal_mode"), await PragmaAsync("synchronous"), await PragmaAsync("foreign_keys"), await PragmaAsync("busy_timeout"),
                await PragmaAsync("journal_size_limit"), await PragmaAsync("wal_autocheckpoint"), await PragmaAsync("trusted_schema"),
            ]);
    }
}

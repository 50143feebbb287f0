using ChipWatch.Store;
using ChipWatch.Store.Sources;
using ChipWatch.Tests.Fakes;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace ChipWatch.Tests.Store;

public sealed class QueryLimitTests
{
    private const string WithoutEnd = "WITH RECURSIVE n(Value) AS (SELECT 1 UNION ALL SELECT Value + 1 FROM n) SELECT max(Value) AS Value FROM n";

    [Fact]
    public async Task Question_WithoutEnd_IsEndedAndTheNextOneIsAnswered()
    {
        await using var store = TestStore.Bare(options: new StoreOptions { QueryTime = TimeSpan.FromSeconds(1) });
        await store.Get<ChipWatch.Store.Seeding.IStoreSetup>().PrepareAsync(TestStore.Catalogue, TestStore.Samples, CancellationToken.None);
        await using var db = await store.Get<QuestionFactory>().CreateDbContextAsync(CancellationToken.None);

        var ended = await Assert.ThrowsAsync<SqliteException>(() => db.Database.SqlQueryRaw<long>(WithoutEnd).ToListAsync());

        Assert.Equal(9, ended.SqliteErrorCode);
        Assert.Equal(2, await db.Sources.CountAsync());
        Assert.Equal(2, (await store.Get<ISourceQueries>().ListAsync(CancellationToken.None)).Count);
    }

    [Fact]
    public async Task Work_WithoutATimeOfItsOwn_IsNotLimited()
    {
        await using var store = TestStore.Bare(options: new StoreOptions { QueryTime = TimeSpan.FromSeconds(1) });
        await store.Get<ChipWatch.Store.Seeding.IStoreSetup>().PrepareAsync(TestStore.Catalogue, TestStore.Samples, CancellationToken.None);
        await using var db = await store.OpenAsync();

        Assert.Null(db.Database.GetCommandTimeout());
    }
}

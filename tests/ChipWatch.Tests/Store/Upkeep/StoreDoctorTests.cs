using ChipWatch.Store;
using ChipWatch.Store.Upkeep;
using ChipWatch.Tests.Fakes;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace ChipWatch.Tests.Store.Upkeep;

public sealed class StoreDoctorTests
{
    private static readonly TestArticle Talks = new("https://cyberivy.example/a", "Trainium may leave AWS", "2026-06-20T09:00:00") { Topics = ["sovereign-ai"] };

    [Fact]
    public async Task ExamineAsync_FilledStore_FindsNothingWrong()
    {
        await using var store = await TestStore.CreateAsync();
        await store.AddAndGroupAsync(Talks, Talks with { Url = "https://cyberivy.example/b", Title = "Trainium will leave AWS" });
        await store.AddAndGroupAsync(Talks with { Title = "Trainium will leave AWS soon" });

        Assert.Empty(await WrongAsync(store));
    }

    [Fact]
    public async Task ExamineAsync_StoreLocked_IsNotTakenForDamage()
    {
        var folder = Directory.CreateTempSubdirectory("chipwatch-doctor-").FullName;
        var connection = $"Data Source={Path.Combine(folder, "chipwatch.db")};Default Timeout=1";
        await using (var store = TestStore.Bare(folder, new StoreOptions { ConnectionString = connection }))
        {
            await store.RestartAsync();
            await using var other = new SqliteConnection(connection + ";Pooling=False");
            await other.OpenAsync();
            await using var holding = await other.BeginTransactionAsync();

            var wrong = Assert.Single(await store.Get<StoreDoctor>().ExamineAsync(CancellationToken.None).Where(finding => !finding.IsWell).ToListAsync());
            Assert.Contains("lock", wrong.Sentence, StringComparison.Ordinal);
            Assert.DoesNotContain("retag", wrong.Remedy, StringComparison.Ordinal);
        }

        Directory.Delete(folder, recursive: true);
    }

    [Theory]
    [InlineData("counters", "UPDATE FacetCounts SET Stories = Stories + 1 WHERE Value = 'sovereign-ai'")]
    [InlineData("counters", "DELETE FROM FacetCounts")]
    [InlineData("stories", "UPDATE Stories SET ArticleCount = 9")]
    [InlineData("words rows", "DELETE FROM ArticleWords")]
    [InlineData("facts", "DELETE FROM Signatures")]
    [InlineData("revisions", "UPDATE Articles SET RevisionId = 999")]
    [InlineData("items", "UPDATE Items SET ArticleId = 999")]
    [InlineData("evidence", "UPDATE RevisionBodies SET Text = 'Something else.'")]
    [InlineData("foreign keys", "PRAGMA foreign_keys=OFF; DELETE FROM Revisions")]
    [InlineData("clock", "UPDATE Fetches SET At = At + 86400000")]
    public async Task ExamineAsync_BrokenRows_NamesThemAndWhatToDo(string what, string break_)
    {
        await using var store = await TestStore.CreateAsync();
        await store.AddAndGroupAsync(Talks);
        await using (var db = await store.OpenAsync())
        {
            await db.Database.ExecuteSqlRawAsync(break_);
        }

        var wrong = await WrongAsync(store);

        Assert.Contains(wrong, finding => finding.What == what);
        Assert.All(wrong, finding => Assert.NotNull(finding.Remedy));
    }

    [Fact]
    public async Task ExamineAsync_DiskShortAndFileDamaged_SaysBoth()
    {
        await using var store = await TestStore.CreateAsync();
        await store.AddAndGroupAsync(Talks);
        StoreBackupTests.Damage(store, store.Get<StoreFiles>().Database);
        store.Disk.Free = 1;

        Assert.Equal(["disk", "store"], (await WrongAsync(store)).Select(finding => finding.What));
    }

    [Fact]
    public async Task ExamineAsync_NoStore_SaysHowToMakeOne()
    {
        await using var store = TestStore.Bare();

        var wrong = Assert.Single(await WrongAsync(store));
        Assert.Contains("chipwatch serve", wrong.Remedy, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(store.Folder));
    }

    private static async Task<List<Finding>> WrongAsync(TestStore store)
    {
        var wrong = new List<Finding>();
        await foreach (var finding in store.Get<StoreDoctor>().ExamineAsync(CancellationToken.None))
        {
            if (!finding.IsWell)
            {
                wrong.Add(finding);
            }
        }

        return wrong;
    }
}

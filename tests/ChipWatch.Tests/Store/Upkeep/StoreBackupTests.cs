using ChipWatch.Store.Seeding;
using ChipWatch.Store.Upkeep;
using ChipWatch.Tests.Fakes;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace ChipWatch.Tests.Store.Upkeep;

/// <summary>Backups and the way back from them.</summary>
public sealed class StoreBackupTests
{
    private static readonly TestArticle First = new("https://cyberivy.example/a", "Trainium may leave AWS", "2026-06-20T09:00:00");
    private static readonly TestArticle Second = new("https://cyberivy.example/b", "Nvidia ships Rubin", "2026-06-21T09:00:00");

    [Fact]
    public async Task BackupAsync_ThenRestore_BringsTheStoreOfThenBackAndKeepsThePresentOne()
    {
        await using var store = await TestStore.CreateAsync();
        await store.AddAndGroupAsync(First);
        var file = Path.Combine(store.Folder, "out", "copy.db");
        await store.Get<IStoreBackup>().BackupAsync(file, CancellationToken.None);
        await store.AddAndGroupAsync(Second);

        var outcome = await store.Get<StoreRestore>().RestoreAsync(file, CancellationToken.None);

        Assert.True(outcome.IsDone, outcome.Sentence);
        Assert.Equal([First.Title], await TitlesAsync(store));
        var aside = Assert.Single(Directory.GetFiles(store.Folder, "chipwatch-before-restore-*.db"));
        Assert.Contains(aside, outcome.Sentence, StringComparison.Ordinal);
        Assert.Equal(2L, Count(aside));
        Assert.Equal([file], Directory.GetFiles(Path.Combine(store.Folder, "out")));
    }

    [Fact]
    public async Task BackupAsync_FileExists_IsRefusedAndTheFileStays()
    {
        await using var store = await TestStore.CreateAsync();
        var file = Path.Combine(store.Folder, "mine.txt");
        await File.WriteAllTextAsync(file, "mine");

        await Assert.ThrowsAsync<IOException>(() => store.Get<IStoreBackup>().BackupAsync(file, CancellationToken.None));

        Assert.Equal("mine", await File.ReadAllTextAsync(file));
    }

    [Theory]
    [InlineData("this is no database at all, but text")]
    [InlineData("")]
    public async Task RestoreAsync_NoStore_IsRefusedAndNothingChanges(string content)
    {
        await using var store = await TestStore.CreateAsync();
        await store.AddAndGroupAsync(First);
        var file = Path.Combine(store.Folder, "other.db");
        await File.WriteAllTextAsync(file, content);

        var outcome = await store.Get<StoreRestore>().RestoreAsync(file, CancellationToken.None);

        Assert.False(outcome.IsDone);
        Assert.Equal([First.Title], await TitlesAsync(store));
        Assert.Empty(Directory.GetFiles(store.Folder, "*before-restore*"));
    }

    [Fact]
    public async Task RestoreAsync_AnotherInstanceReads_IsRefused()
    {
        await using var store = await TestStore.CreateAsync();
        var file = Path.Combine(store.Folder, "copy.db");
        await store.Get<IStoreBackup>().BackupAsync(file, CancellationToken.None);
        await using var other = TestStore.Bare(store.Folder);
        await other.Get<IngestPermit>().EnterAsync(CancellationToken.None);

        var outcome = await store.Get<StoreRestore>().RestoreAsync(file, CancellationToken.None);

        Assert.False(outcome.IsDone);
        Assert.Contains("Another ChipWatch", outcome.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public async Task MigrateAsync_RestoreWasCutOffBeforeItsLastStep_EndsIt()
    {
        await using var store = await TestStore.CreateAsync();
        await store.AddAndGroupAsync(First);
        var files = store.Get<StoreFiles>();
        await store.Get<IStoreBackup>().BackupAsync(files.Arriving, CancellationToken.None);
        SqliteConnection.ClearAllPools();
        foreach (var file in Directory.GetFiles(store.Folder, "chipwatch.db*").Where(file => file != files.Arriving))
        {
            File.Move(file, file.Replace("chipwatch.db", "aside.db", StringComparison.Ordinal));
        }

        await store.Get<IStoreSetup>().MigrateAsync(CancellationToken.None);

        Assert.Equal([First.Title], await TitlesAsync(store));
    }

    [Fact]
    public async Task MigrateAsync_OlderStore_IsBackedUpFirst()
    {
        await using var store = TestStore.Bare();
        await using (var db = await store.OpenAsync())
        {
            await Microsoft.EntityFrameworkCore.Infrastructure.AccessorExtensions.GetService<Microsoft.EntityFrameworkCore.Migrations.IMigrator>(db.Database)
                .MigrateAsync(db.Database.GetMigrations().First());
        }

        var applied = await store.Get<IStoreSetup>().MigrateAsync(CancellationToken.None);

        Assert.NotEmpty(applied);
        var backup = Assert.Single(store.Get<StoreFiles>().BackupFiles());
        Assert.Single((await SqliteFile.MigrationsAsync(backup, CancellationToken.None))!);
        Assert.Empty(await store.Get<IStoreSetup>().MigrateAsync(CancellationToken.None));
    }

    [Fact]
    public async Task BackupBeforeAsync_MoreThanSeven_TheOldestGo()
    {
        await using var store = await TestStore.CreateAsync();
        for (var i = 0; i < 9; i++)
        {
            store.Clock.Advance(TimeSpan.FromMinutes(1));
            await store.Get<IStoreBackup>().BackupBeforeAsync("test", CancellationToken.None);
        }

        var kept = store.Get<StoreFiles>().BackupFiles();
        Assert.Equal(7, kept.Count);
        Assert.EndsWith("120900-test.db", kept[0], StringComparison.Ordinal);
        Assert.EndsWith("120300-test.db", kept[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task PrepareAsync_DamagedStore_StopsWithTheWayBackAndTouchesNothing()
    {
        await using var store = await TestStore.CreateAsync();
        await store.AddAndGroupAsync(First);
        var backup = await store.Get<IStoreBackup>().BackupBeforeAsync("test", CancellationToken.None);
        var file = store.Get<StoreFiles>().Database;
        Damage(store, file);
        var before = await File.ReadAllBytesAsync(file);

        var told = await Assert.ThrowsAsync<StoreDamagedException>(() => store.Get<IStoreSetup>().PrepareAsync(TestStore.Catalogue, null, CancellationToken.None));

        Assert.Contains($"chipwatch restore {backup}", told.Message, StringComparison.Ordinal);
        Assert.Equal(before, await File.ReadAllBytesAsync(file));
        var outcome = await store.Get<StoreRestore>().RestoreAsync(backup, CancellationToken.None);
        Assert.True(outcome.IsDone, outcome.Sentence);
        Assert.Equal([First.Title], await TitlesAsync(store));
    }

    internal static void Damage(TestStore store, string file)
    {
        using (var db = store.OpenAsync().Result)
        {
            db.Database.ExecuteSqlRaw("PRAGMA wal_checkpoint(TRUNCATE)");
        }

        SqliteConnection.ClearAllPools();
        using var stream = new FileStream(file, FileMode.Open, FileAccess.ReadWrite);
        var noise = new byte[4096];
        new Random(1).NextBytes(noise);
        for (var page = 3; page < 12; page++)
        {
            stream.Seek(page * 4096L, SeekOrigin.Begin);
            stream.Write(noise);
        }
    }

    private static async Task<List<string>> TitlesAsync(TestStore store)
    {
        await using var db = await store.OpenAsync();
        return await db.Articles.OrderBy(a => a.Id).Select(a => a.Title).ToListAsync();
    }

    private static object? Count(string file)
    {
        using var connection = new SqliteConnection($"Data Source={file};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT count(*) FROM Articles";
        return command.ExecuteScalar();
    }
}

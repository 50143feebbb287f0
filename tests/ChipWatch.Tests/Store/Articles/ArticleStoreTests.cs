using ChipWatch.Pipeline.Tagging;
using ChipWatch.Store.Articles;
using ChipWatch.Tests.Fakes;
using Microsoft.EntityFrameworkCore;

namespace ChipWatch.Tests.Store.Articles;

public sealed class ArticleStoreTests
{
    private static readonly TestArticle Talks = new("https://cyberivy.example/trainium", "Trainium may leave AWS", "2026-06-20T09:00:00");

    [Fact]
    public async Task StoreAsync_SameArticleTwice_ChangesNothing()
    {
        await using var store = await TestStore.CreateAsync();

        Assert.Equal(StoredAs.New, await store.AddAsync(Talks));
        Assert.Equal(StoredAs.Unchanged, await store.AddAsync(Talks));

        await using var db = await store.OpenAsync();
        Assert.Equal(1, await db.Articles.CountAsync());
        Assert.Equal(1, await db.Revisions.CountAsync());
        Assert.Equal(1, await db.Items.CountAsync());
    }

    [Fact]
    public async Task StoreAsync_ChangedTitle_AddsARevisionOfTheSameArticleWithNewTags()
    {
        await using var store = await TestStore.CreateAsync();
        await store.AddAsync(Talks);

        Assert.Equal(StoredAs.Revised, await store.AddAsync(Talks with { Title = "Trainium will leave AWS", Companies = ["nvidia"], Status = EventStatus.Announced }));

        await using var db = await store.OpenAsync();
        var article = await db.Articles.SingleAsync();
        var view = await store.Get<IArticleQueries>().FindAsync(article.Id, null, CancellationToken.None);
        Assert.Equal(["Trainium may leave AWS", "Trainium will leave AWS"], view!.Revisions.Select(r => r.Title));
        Assert.Equal(["nvidia"], view.Companies.Select(c => c.Name.Id));
        Assert.Equal(EventStatus.Announced, view.Event!.Status);
    }

    [Fact]
    public async Task StoreAsync_SameAddressFromTwoSources_IsOneArticle()
    {
        await using var store = await TestStore.CreateAsync();
        await store.AddAsync(Talks);

        Assert.Equal(StoredAs.Unchanged, await store.AddAsync(Talks with { Outlet = "bloomberg" }));
    }

    [Fact]
    public async Task FindAsync_OldRevision_ShowsItsTextWithoutSpansOfTheNewer()
    {
        await using var store = await TestStore.CreateAsync();
        await store.AddAsync(Talks);
        await store.AddAsync(Talks with { Text = "Amazon says that a contract was signed." });
        await using var db = await store.OpenAsync();
        var id = await db.Articles.Select(a => a.Id).SingleAsync();

        var old = await store.Get<IArticleQueries>().FindAsync(id, 1, CancellationToken.None);

        Assert.Equal(Talks.Text, old!.Text);
        Assert.Empty(old.Companies);
        Assert.Null(await store.Get<IArticleQueries>().FindAsync(id, 3, CancellationToken.None));
    }

    [Fact]
    public async Task FindAsync_Evidence_IsTheVeryText()
    {
        await using var store = await TestStore.CreateAsync();
        await store.AddAsync(Talks);
        await using var db = await store.OpenAsync();
        var view = await store.Get<IArticleQueries>().FindAsync(await db.Articles.Select(a => a.Id).SingleAsync(), null, CancellationToken.None);

        var span = Assert.Single(view!.Companies[0].Evidence);

        Assert.Equal(view.Text.Substring(span.Start, span.Length), span.Quote);
    }
}

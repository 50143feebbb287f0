using ChipWatch.Store.Stories;
using Microsoft.EntityFrameworkCore;

namespace ChipWatch.Tests.Fakes;

/// <summary>What a test store says about its stories, in words that two stores can be compared by.</summary>
internal static class StoredStories
{
    /// <summary>A line a story: its id, and the addresses of its articles.</summary>
    public static async Task<IReadOnlyList<string>> GroupsAsync(this TestStore store)
    {
        await using var db = await store.OpenAsync();
        var articles = await db.Articles.Where(a => a.StoryId != null).OrderBy(a => a.Id).Select(a => new { a.StoryId, a.Url }).ToListAsync();
        return [.. articles.GroupBy(a => a.StoryId).OrderBy(g => g.Key).Select(g => $"{g.Key}: {string.Join(' ', g.Select(a => a.Url))}")];
    }

    /// <summary>A line a rung.</summary>
    public static async Task<IReadOnlyList<string>> RungsAsync(this TestStore store)
    {
        await using var db = await store.OpenAsync();
        var rungs = await db.StoryRungs.OrderBy(r => r.StoryId).ThenBy(r => r.Ordinal).ToListAsync();
        return [.. rungs.Select(r => $"{r.StoryId} {r.Ordinal} {r.Status} {r.At:O} {r.ArticleId} {r.FromStoryId} {r.Quote}")];
    }

    /// <summary>The id of a stored article.</summary>
    public static async Task<long> IdOfAsync(this TestStore store, TestArticle article)
    {
        await using var db = await store.OpenAsync();
        return await db.Articles.Where(a => a.Url == article.Url).Select(a => a.Id).SingleAsync();
    }

    /// <summary>The story that holds an article.</summary>
    public static async Task<StoryView> StoryOfAsync(this TestStore store, TestArticle article)
    {
        await using var db = await store.OpenAsync();
        var story = await db.Articles.Where(a => a.Url == article.Url).Select(a => a.StoryId).SingleAsync();
        return (await store.Get<IStoryQueries>().FindAsync(story!.Value, CancellationToken.None))!;
    }
}

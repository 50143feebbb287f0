using ChipWatch.Ingestion;
using ChipWatch.Live;
using ChipWatch.Pipeline.Extraction;
using ChipWatch.Store.Articles;
using ChipWatch.Store.Catalogue;
using ChipWatch.Store.Stories;
using ChipWatch.Store.Upkeep;
using ChipWatch.Tests.Fakes;
using Microsoft.EntityFrameworkCore;

namespace ChipWatch.Tests.App.Ingestion;

/// <summary>What people corrected in the sample corpus, through ten runs of all that groups: from scratch, after new tags, and for articles that came late.</summary>
public sealed class LastingCorrectionsTests
{
    private const string Talks = "Amazon in talks to sell its Nvidia-rival chips to other companies";
    private static readonly DateTimeOffset Since = new(2026, 6, 17, 0, 0, 0, TimeSpan.Zero);
    private static readonly LiveCatalogue Names = new(LabelledCorpus.Catalogue);

    [Fact]
    public async Task TenRunsOfAllThatGroups_LeaveSplitMergePinAndUndoAlone()
    {
        await using var store = await LabelledCorpus.StoreAsync();
        var founder = LabelledCorpus.Articles.Single(article => article.Article.Title == Talks);
        foreach (var article in LabelledCorpus.Articles.Where(article => article.PublishedAt >= Since))
        {
            await store.AddAsync(article);
        }

        await store.Get<IStoryGrouper>().GroupAsync(CancellationToken.None);
        var stories = await MembersAsync(store);
        var talks = stories.Single(story => story.Value.Contains(founder.CanonicalUrl)).Key;
        var others = stories.Where(story => story.Key != talks && story.Value.Count > 1).Select(story => story.Key).ToList();
        var (decisions, ids) = (store.Get<IStoryDecisions>(), await IdsAsync(store));
        var (taken, held) = (stories[talks][^1], stories[talks][^2]);
        var (merged, into, apart, other) = (stories[others[0]], others[1], others[2], others[3]);

        await Done(decisions.SplitAsync(talks, [ids[taken]], CancellationToken.None));
        await Done(decisions.PinAsync(talks, [ids[held]], CancellationToken.None));
        await Done(decisions.MergeAsync(others[0], into, CancellationToken.None));
        await Done(decisions.MergeAsync(apart, other, CancellationToken.None));
        await Done(decisions.UndoAsync(4, CancellationToken.None));

        for (var run = 1; run <= 10; run++)
        {
            await store.Get<IStoryGrouper>().RegroupAllAsync(null, CancellationToken.None);
            await AssertHoldAsync();
            await Retagging(store).RunAsync(originals: false, _ => { }, (_, _, _) => { }, CancellationToken.None);
            await AssertHoldAsync();
            foreach (var late in new[] { founder, LabelledCorpus.Articles.Single(article => article.CanonicalUrl == merged[0]) })
            {
                await store.AddAsync(Earlier(late, run));
            }

            Assert.NotEmpty(await store.Get<IStoryGrouper>().GroupAsync(CancellationToken.None));
            await AssertHoldAsync();
        }

        async Task AssertHoldAsync()
        {
            var now = (await MembersAsync(store)).SelectMany(story => story.Value.Select(url => (url, story.Key))).ToDictionary(pair => pair.url, pair => pair.Key);
            Assert.Equal([taken], now.Where(pair => pair.Value == ids[taken]).Select(pair => pair.Key));
            Assert.Equal(talks, now[held]);
            Assert.Equal(talks, now[founder.CanonicalUrl]);
            Assert.All(merged, url => Assert.Equal(into, now[url]));
            Assert.All(stories[apart], url => Assert.Equal(apart, now[url]));
            Assert.All(stories[other], url => Assert.Equal(other, now[url]));
        }
    }

    /// <summary>The same report, minutes before, in another outlet: it would found the story, were it the first to come.</summary>
    private static ReadArticle Earlier(ReadArticle article, int run)
    {
        var at = article.PublishedAt.AddMinutes(-run);
        return article with
        {
            SourceId = LabelledCorpus.Articles.First(other => other.SourceId != article.SourceId).SourceId,
            CanonicalUrl = $"{article.CanonicalUrl}?late={run}",
            PublishedAt = at,
            Article = article.Article with { Title = $"{article.Article.Title} ({run})" },
            Signature = article.Signature with { Published = at },
        };
    }

    private static async Task Done(Task<DecisionOutcome> decision) => Assert.IsType<DecisionOutcome.Done>(await decision);

    private static async Task<Dictionary<long, List<string>>> MembersAsync(TestStore store)
    {
        await using var db = await store.OpenAsync();
        var articles = await db.Articles.Where(a => a.StoryId != null).OrderBy(a => a.Id).Select(a => new { a.Url, StoryId = a.StoryId!.Value }).ToListAsync();
        return articles.GroupBy(a => a.StoryId).ToDictionary(story => story.Key, story => story.Select(a => a.Url).ToList());
    }

    private static async Task<Dictionary<string, long>> IdsAsync(TestStore store)
    {
        await using var db = await store.OpenAsync();
        return await db.Articles.ToDictionaryAsync(a => a.Url, a => a.Id);
    }

    private static ArticleRetagging Retagging(TestStore store) => new(
        store.Get<IRetagStore>(), store.Get<ICatalogueStore>(), new PageReading(new ArticleExtractor(), Names, store.Clock), store.Get<IStoryGrouper>(), store.Get<IngestPermit>(), new StoryNotifier());
}

using ChipWatch.Pipeline.Clustering;
using ChipWatch.Pipeline.Tagging;
using ChipWatch.Store;
using ChipWatch.Store.Articles;
using ChipWatch.Store.Rows;
using ChipWatch.Store.Seeding;
using ChipWatch.Store.Stories;
using ChipWatch.Store.Timelines;
using Microsoft.EntityFrameworkCore;

namespace ChipWatch.Benchmarks;

/// <summary>Writes grouped articles straight into the tables, whole blocks of them, so that a large store is there in minutes. What is measured afterwards goes the way of all articles.</summary>
internal static class StoreFiller
{
    private const string Outlet = "bench";

    /// <summary>Writes the articles from one number up to another, both at the border of a block.</summary>
    public static async Task FillAsync(ChipWatchDb db, SyntheticNews news, int from, int to)
    {
        for (var block = from; block < to; block += SyntheticNews.Block)
        {
            await using var transaction = await db.Database.BeginTransactionAsync();
            await FillBlockAsync(db, news, block);
            await transaction.CommitAsync();
        }

        await using var counting = await db.Database.BeginTransactionAsync();
        await StoreSetup.RecountAsync(db, CancellationToken.None);
        await counting.CommitAsync();
    }

    private static async Task FillBlockAsync(ChipWatchDb db, SyntheticNews news, int first)
    {
        var none = CancellationToken.None;
        var revision = await db.Revisions.MaxAsync(r => (long?)r.Id) ?? 0;
        await using var outlets = new RowInserter<OutletRow>(db);
        await outlets.InsertAsync(new OutletRow { Id = Outlet, Name = "Bench" }, none);
        await using var articles = new RowInserter<ArticleRow>(db);
        await using var revisions = new RowInserter<RevisionRow>(db);
        await using var bodies = new RowInserter<RevisionBodyRow>(db);
        await using var tags = new RowInserter<TagRow>(db);
        await using var events = new RowInserter<EventRow>(db);
        await using var signatures = new RowInserter<SignatureRow>(db);
        await using var keys = new RowInserter<StoryKeyRow>(db, "(\"StoryId\", \"Key\") DO UPDATE SET \"LatestAt\" = excluded.\"LatestAt\"");
        await using var facets = new RowInserter<StoryFacetRow>(db);
        await using var rungs = new RowInserter<StoryRungRow>(db);
        await using var stories = new RowInserter<StoryRow>(db);
        var grouped = Enumerable.Range(first, SyntheticNews.Block).GroupBy(news.StoryOf).ToDictionary(story => story.Key, story => story.Select(news.Of).ToList());
        foreach (var members in grouped.Values.OrderBy(members => members[0].PublishedAt))
        {
            var rows = members.Select(read => Row(read, ++revision)).ToList();
            var (id, last, lead) = (rows[0].Id, rows[^1].PublishedAt, members[0]);
            await stories.InsertAsync(StoryOf(rows, lead), none);
            foreach (var (read, row) in members.Zip(rows))
            {
                row.StoryId = id;
                await articles.InsertAsync(row, none);
                var body = new RevisionBodyRow { RevisionId = row.RevisionId, Text = read.Article.Text, Blocks = StoredJson.Write(read.Article.Blocks), Html = "" };
                await revisions.InsertAsync(new RevisionRow { ArticleId = row.Id, Number = 1, SeenAt = row.FirstSeenAt, Title = row.Title, Words = 240, ContentHash = ArticleStore.HashOf(row.Title, body.Text), Body = body }, none);
                await bodies.InsertAsync(body, none);
                await db.Database.ExecuteSqlAsync($"INSERT INTO ArticleWords(rowid, Title, Text) VALUES ({row.Id}, {row.Title}, {body.Text})");
                await signatures.InsertAsync(SignatureReader.Row(row.Id, read.Signature), none);
                await events.InsertAsync(new EventRow { ArticleId = row.Id, Type = row.EventType, Status = row.Status, ReportedBy = "[]", Evidence = StoredJson.Write(read.Tags.Event!.Evidence), CreditEvidence = "[]" }, none);
                foreach (var (facet, tag) in TagsOf(read.Tags))
                {
                    await tags.InsertAsync(new TagRow { ArticleId = row.Id, Facet = facet, TagId = tag.Id, PublishedAt = row.PublishedAt, Salience = tag.Salience, Score = tag.Score, Evidence = StoredJson.Write(tag.Evidence), Parts = "[]" }, none);
                }

                foreach (var key in read.Signature.Keys)
                {
                    await keys.InsertAsync(new StoryKeyRow { Key = key, StoryId = id, LatestAt = row.PublishedAt }, none);
                }
            }

            await rungs.InsertAsync(new StoryRungRow { StoryId = id, Ordinal = 0, Status = lead.Tags.Event!.Status!.Value, At = rows[0].PublishedAt, ArticleId = id }, none);
            foreach (var (facet, value) in FacetsOf(lead.Tags))
            {
                await facets.InsertAsync(new StoryFacetRow { StoryId = id, Facet = facet, Value = value, LatestAt = last }, none);
            }
        }
    }

    private static ArticleRow Row(ReadArticle read, long revision) => new()
    {
        Id = ArticleIds.Of(read.PublishedAt, read.CanonicalUrl, 0),
        Url = read.CanonicalUrl,
        Slug = "slug",
        Title = read.Article.Title,
        OutletId = Outlet,
        SourceId = SyntheticNews.SourceId,
        Language = "en",
        PublishedAt = read.PublishedAt,
        FirstSeenAt = read.PublishedAt,
        RevisionId = revision,
        StoryReason = "Made so.",
        EventType = read.Tags.Event!.Type,
        Status = read.Tags.Event.Status,
        IsSample = false,
    };

    private static StoryRow StoryOf(List<ArticleRow> members, ReadArticle lead)
    {
        var story = StoryRefresh.NewRow(members[0].Id, members[0]);
        (story.LatestAt, story.ArticleCount, story.LeadArticleId, story.Origin, story.Origins) = (members[^1].PublishedAt, members.Count, members[0].Id, "Bench", 1);
        (story.EventType, story.Status, story.Language) = (members[0].EventType, members[0].Status, "en");
        story.Vendors = StoredJson.Write(lead.Signature.Companies);
        story.Chips = StoredJson.Write(lead.Signature.Chips);
        story.Topics = StoredJson.Write(lead.Signature.Topics);
        return story;
    }

    private static IEnumerable<(TagFacet Facet, Tag Tag)> TagsOf(ArticleTags tags) =>
        tags.Companies.Select(tag => (TagFacet.Company, tag)).Concat(tags.Chips.Select(tag => (TagFacet.Chip, tag))).Concat(tags.Topics.Select(tag => (TagFacet.Topic, tag)));

    private static IEnumerable<(Facet Facet, string Value)> FacetsOf(ArticleTags tags) =>
    [
        .. tags.Companies.Select(tag => (Facet.Vendor, tag.Id)), .. tags.Chips.Select(tag => (Facet.Chip, tag.Id)), .. tags.Topics.Select(tag => (Facet.Topic, tag.Id)),
        (Facet.Outlet, Outlet), (Facet.Language, "en"),
        (Facet.Event, tags.Event!.Type!.Value.ToString().ToLowerInvariant()), (Facet.Status, tags.Event.Status!.Value.ToString().ToLowerInvariant()),
    ];
}

using ChipWatch.Pipeline.Clustering;
using ChipWatch.Pipeline.Extraction;
using ChipWatch.Pipeline.Revisions;
using ChipWatch.Pipeline.Tagging;
using ChipWatch.Pipeline.Text;
using ChipWatch.Store.Catalogue;
using ChipWatch.Store.Rows;
using ChipWatch.Store.Stories;
using Microsoft.EntityFrameworkCore;

namespace ChipWatch.Store.Articles;

/// <summary>What the tagger says of an article, as rows: tags, event, numbers, signature, proposed names. They stand for the newest revision.</summary>
internal static class ArticleFacts
{
    /// <summary>Puts what is said now in the place of what was said, in the caller's transaction.</summary>
    public static async Task ReplaceAsync(ChipWatchDb db, ArticleRow article, ArticleTags tags, StorySignature signature, CancellationToken cancellationToken)
    {
        await db.Tags.Where(t => t.ArticleId == article.Id).ExecuteDeleteAsync(cancellationToken);
        await db.Events.Where(e => e.ArticleId == article.Id).ExecuteDeleteAsync(cancellationToken);
        await db.Quantities.Where(q => q.ArticleId == article.Id).ExecuteDeleteAsync(cancellationToken);
        await db.Signatures.Where(s => s.ArticleId == article.Id).ExecuteDeleteAsync(cancellationToken);
        Add(db, article, tags, signature);
        await ProposalWriter.ReplaceAsync(db, article, tags.Names, cancellationToken);
    }

    /// <summary>Whether all that is said now is stored as it is, proposed names aside.</summary>
    public static async Task<bool> HoldAsync(ChipWatchDb db, ArticleRow article, ArticleTags tags, StorySignature signature, CancellationToken cancellationToken)
    {
        var stored = await db.Tags.AsNoTracking().Where(t => t.ArticleId == article.Id).ToListAsync(cancellationToken);
        var signed = SignatureOf(article, signature).Packed;
        var numbers = await db.Quantities.AsNoTracking().Where(q => q.ArticleId == article.Id).OrderBy(q => q.Ordinal).ToListAsync(cancellationToken);
        return stored.Select(StoredJson.Write).ToHashSet().SetEquals(TagsOf(article, tags).Select(StoredJson.Write))
            && numbers.Select(StoredJson.Write).SequenceEqual(QuantitiesOf(article, tags).Select(StoredJson.Write))
            && StoredJson.Write(await db.Events.AsNoTracking().SingleOrDefaultAsync(e => e.ArticleId == article.Id, cancellationToken)) == StoredJson.Write(EventOf(article, tags))
            && await db.Signatures.AnyAsync(s => s.ArticleId == article.Id && s.Packed == signed, cancellationToken);
    }

    /// <summary>Adds what is said of an article of which nothing was said before, in the caller's transaction.</summary>
    public static async Task AddAsync(ChipWatchDb db, ArticleRow article, ArticleTags tags, StorySignature signature, CancellationToken cancellationToken)
    {
        Add(db, article, tags, signature);
        if (tags.Names.Count > 0)
        {
            await ProposalWriter.ReplaceAsync(db, article, tags.Names, cancellationToken);
        }
    }

    /// <summary>The newest state of an article, as it is compared with a newer one.</summary>
    public static async Task<ArticleState> StateAsync(ChipWatchDb db, ArticleRow article, RevisionRow newest, CancellationToken cancellationToken)
    {
        var quantities = await db.Quantities.AsNoTracking().Where(q => q.ArticleId == article.Id).OrderBy(q => q.Ordinal).ToListAsync(cancellationToken);
        return new(
            newest.Title, newest.Body.Text, StoredJson.ReadList<Block>(newest.Body.Blocks), article.Language, article.Status, [.. quantities.Select(Quantity)]);
    }

    /// <summary>A number as the tagger said it.</summary>
    public static Quantity Quantity(QuantityRow row) =>
        new(row.Value, row.Unit, row.What, row.Hedge, row.Hypothetical, StoredJson.ReadList<TextSpan>(row.Evidence));

    private static void Add(ChipWatchDb db, ArticleRow article, ArticleTags tags, StorySignature signature)
    {
        db.Tags.AddRange(TagsOf(article, tags));
        if (EventOf(article, tags) is { } reported)
        {
            db.Events.Add(reported);
        }

        db.Quantities.AddRange(QuantitiesOf(article, tags));
        db.Signatures.Add(SignatureOf(article, signature));
        article.EventType = tags.Event?.Type;
        article.Status = tags.Event?.Status;
        // A changed article is weighed again with its story; it never changes the story.
        article.StoryReason = null;
    }

    private static IEnumerable<TagRow> TagsOf(ArticleRow article, ArticleTags tags) =>
        tags.Companies.Select(tag => Row(article, TagFacet.Company, tag)).Concat(tags.Chips.Select(tag => Row(article, TagFacet.Chip, tag))).Concat(tags.Topics.Select(tag => Row(article, TagFacet.Topic, tag)));

    private static EventRow? EventOf(ArticleRow article, ArticleTags tags) => tags.Event is not { } reported ? null : new EventRow
    {
        ArticleId = article.Id,
        Type = reported.Type,
        Status = reported.Status,
        ReportedBy = StoredJson.Write(reported.ReportedBy),
        Evidence = StoredJson.Write(reported.Evidence),
        CreditEvidence = StoredJson.Write(reported.CreditEvidence),
    };

    private static IEnumerable<QuantityRow> QuantitiesOf(ArticleRow article, ArticleTags tags) => tags.Quantities.Select((quantity, ordinal) => new QuantityRow
    {
        ArticleId = article.Id,
        Ordinal = ordinal,
        Value = quantity.Value,
        Unit = quantity.Unit,
        What = quantity.Clause,
        Hedge = quantity.Hedge,
        Hypothetical = quantity.Hypothetical,
        Evidence = StoredJson.Write(quantity.Evidence),
    });

    /// <summary>The date of an article never changes, even where its page now states another.</summary>
    private static SignatureRow SignatureOf(ArticleRow article, StorySignature signature) =>
        SignatureReader.Row(article.Id, signature with { Published = article.PublishedAt });

    private static TagRow Row(ArticleRow article, TagFacet facet, Tag tag) => new()
    {
        ArticleId = article.Id,
        Facet = facet,
        TagId = tag.Id,
        PublishedAt = article.PublishedAt,
        Salience = tag.Salience,
        Score = tag.Score,
        Evidence = StoredJson.Write(tag.Evidence),
        Parts = StoredJson.Write(tag.Parts),
    };
}

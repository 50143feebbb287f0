using ChipWatch.Pipeline.Catalogue;
using ChipWatch.Pipeline.Claims;
using ChipWatch.Pipeline.Extraction;
using ChipWatch.Pipeline.Tagging;
using ChipWatch.Pipeline.Text;
using ChipWatch.Store.Catalogue;
using ChipWatch.Store.Rows;
using Microsoft.EntityFrameworkCore;

namespace ChipWatch.Store.Stories;

/// <summary>Asks what a story leaves open, from the stored articles.</summary>
internal sealed class StoryQuestions(LiveCatalogue catalogue)
{
    /// <summary>Who tells a thing this late tells it again.</summary>
    private const int MostArticles = 40;

    /// <summary>The questions about a story with these articles.</summary>
    /// <param name="db">The store.</param>
    /// <param name="type">Kind of its event.</param>
    /// <param name="members">Its articles, oldest first.</param>
    /// <param name="cancellationToken">Ends the query.</param>
    public async Task<IReadOnlyList<OpenQuestion>> OfAsync(ChipWatchDb db, EventType? type, IReadOnlyList<StoryMember> members, CancellationToken cancellationToken)
    {
        var asked = members.Take(MostArticles).ToList();
        var (ids, revisions) = (asked.Select(m => m.Article.Id).ToList(), asked.Select(m => m.Article.RevisionId).ToList());
        var bodies = await db.RevisionBodies.AsNoTracking().Where(b => revisions.Contains(b.RevisionId)).Select(b => new { b.RevisionId, b.Text, b.Blocks }).ToDictionaryAsync(b => b.RevisionId, cancellationToken);
        var quantities = (await db.Quantities.AsNoTracking().Where(q => ids.Contains(q.ArticleId)).OrderBy(q => q.Ordinal).ToListAsync(cancellationToken)).ToLookup(q => q.ArticleId);
        var places = new NamePlaces(catalogue.Current.News);
        return OpenQuestions.Of(
            type,
            [.. asked.Select(m => new ClaimArticle(
                m.Article.Id,
                m.Article.PublishedAt,
                m.Proofs,
                bodies.TryGetValue(m.Article.RevisionId, out var body) ? ProvingSentences.Of(body.Text, StoredJson.ReadList<Block>(body.Blocks)) : [],
                [.. Named(m, TagFacet.Company, EntryKind.Company, places)],
                [.. quantities[m.Article.Id].Select(q => new Quantity(q.Value, q.Unit, q.What, q.Hedge, q.Hypothetical, StoredJson.ReadList<TextSpan>(q.Evidence)))])
            {
                Chips = [.. Named(m, TagFacet.Chip, EntryKind.Chip, places)],
            })],
            SubjectOf(members),
            catalogue.Current.News.Companies.Where(company => company.Roles.Contains("foundry")).Select(company => company.Id).ToHashSet(StringComparer.Ordinal));
    }

    private static IEnumerable<(string Id, TextSpan Span)> Named(StoryMember member, TagFacet facet, EntryKind kind, NamePlaces places) =>
        member.Tags.Where(tag => tag.Facet == facet).SelectMany(tag => places.Of(kind, tag.TagId, StoredJson.ReadList<TextSpan>(tag.Evidence)).Select(span => (tag.TagId, span)));

    /// <summary>The companies that half of the articles are about, and the chips that half of them name.</summary>
    private static ClaimSubject SubjectOf(IReadOnlyList<StoryMember> members) => new(
        Half(members, tag => tag.Facet == TagFacet.Company && tag.Salience == Salience.Primary),
        Half(members, tag => tag.Facet == TagFacet.Chip));

    private static HashSet<string> Half(IReadOnlyList<StoryMember> members, Func<TagRow, bool> counts) =>
        members.SelectMany(member => member.Tags.Where(counts).Select(tag => tag.TagId).Distinct()).GroupBy(id => id, StringComparer.Ordinal)
            .Where(named => 2 * named.Count() >= members.Count).Select(named => named.Key).ToHashSet(StringComparer.Ordinal);
}

using ChipWatch.Pipeline.Claims;
using ChipWatch.Pipeline.Tagging;
using ChipWatch.Store.Rows;
using ChipWatch.Store.Timelines;

namespace ChipWatch.Store.Stories;

/// <summary>What each article of a story adds, from its stored tags, credits and numbers.</summary>
internal sealed class StoryAdditions(TagNames names)
{
    /// <summary>The new facts by article.</summary>
    /// <param name="members">The story's articles, oldest first.</param>
    /// <param name="rungs">Its ladder.</param>
    /// <param name="questions">Its questions, open or answered.</param>
    /// <param name="quantities">Its numbers.</param>
    public IReadOnlyDictionary<long, IReadOnlyList<ArticleAddition>> Of(
        IReadOnlyList<StoryMember> members, IReadOnlyList<StoryRungRow> rungs, IReadOnlyList<OpenQuestion> questions, IReadOnlyList<StoryQuantity> quantities)
    {
        var numbers = quantities.ToLookup(q => q.ArticleId, q => q.Quantity);
        var moves = rungs.Where((rung, at) => at == 0 || rung.Status != rungs[at - 1].Status).ToLookup(rung => rung.ArticleId, rung => rung.Status);
        var origins = new StoryOrigins(members);
        var told = members.Select(m => new ToldArticle(
            m.Article.Id,
            m.Article.EventType is EventType.Analysis ? null : origins.Of(m),
            moves[m.Article.Id].Select(status => (EventStatus?)status).FirstOrDefault(),
            [.. questions.Where(question => question.ArticleId == m.Article.Id).Select(question => question.Question)],
            [.. numbers[m.Article.Id]],
            Ids(m, TagFacet.Chip),
            Ids(m, TagFacet.Company))).ToList();
        return told.Zip(ArticleAdditions.Of(told)).ToDictionary(
            pair => pair.First.Id,
            IReadOnlyList<ArticleAddition> (pair) => [.. pair.Second.Select(fact => new ArticleAddition(fact.Kind, NameOf(fact), fact.Number))]);
    }

    private string NameOf(AddedFact fact) => fact.Kind switch
    {
        AddedKind.Chip => names.Chip(fact.Value).Name,
        AddedKind.Company => names.Company(fact.Value).Name,
        _ => fact.Value,
    };

    private static IReadOnlyList<string> Ids(StoryMember member, TagFacet facet) =>
        [.. member.Tags.Where(tag => tag.Facet == facet).OrderByDescending(tag => tag.Salience).ThenByDescending(tag => tag.Score).ThenBy(tag => tag.TagId, StringComparer.Ordinal).Select(tag => tag.TagId)];
}

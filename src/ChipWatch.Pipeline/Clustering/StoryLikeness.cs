using System.Collections.Immutable;

namespace ChipWatch.Pipeline.Clustering;

/// <summary>How well an article fits a story: how it compares with the member that is likest to it, and with the story as a whole.</summary>
internal sealed record StoryLikeness(StorySimilarity Likest, ImmutableArray<double> Figures)
{
    /// <summary>What <see cref="Figures"/> holds, in order; "all" is the mean over the members.</summary>
    public static ImmutableArray<string> Names { get; } =
    [
        "days", "over 2 days", "over 7 days", "over 45 days", "primary", "companies", "rarest primary", "chips", "topics", "type", "other type", "status",
        "names", "words", "title", "numbers", "cover", "least cover", "focus", "same language",
        "all cover", "all primary", "all words", "all title", "all focus", "story focus", "members", "days since last", "focus over days", "headline told", "any",
    ];

    /// <summary>Compares an article with a story's members that share a key with it; null where none does.</summary>
    public static StoryLikeness? Of(StorySignature article, OpenStory story)
    {
        var known = story.Judged;
        var likenesses = known.Select(member => article.Focus.Likeness(member.Focus)).ToList();
        var compared = known.Select((member, at) => (Member: member, At: at)).Where(entry => entry.Member.Keys.Any(article.Keys.Contains))
            .Select(entry => StorySimilarity.Of(article, entry.Member, likenesses[entry.At])).ToList();
        if (compared.Count == 0)
        {
            return null;
        }

        var likest = compared.MaxBy(AtFirstSight);
        var sinceLast = known.Min(member => Math.Abs((article.Published - member.Published).TotalDays));
        var storyFocus = likenesses.Sum() / story.Spread;
        return new(likest,
        [
            Math.Log(1 + likest.Days), likest.Days > 2 ? 1 : 0, likest.Days > 7 ? 1 : 0, likest.Days > 45 ? 1 : 0,
            likest.Primary, likest.Companies, RarestShared(article, known), likest.Chips, likest.Topics, likest.Type, likest.Type == 0 ? 1 : 0, likest.Status,
            likest.Names, likest.Words, likest.Title, likest.Numbers, likest.Cover, likest.LeastCover, likest.Focus, likest.SameLanguage ? 1 : 0,
            compared.Average(s => s.Cover), compared.Average(s => s.Primary), compared.Average(s => s.Words), compared.Average(s => s.Title), likenesses.Average(),
            storyFocus, Math.Log(story.Members.Count), Math.Log(1 + sinceLast), storyFocus * Math.Log(1 + sinceLast), HeadlineTold(article, known), 1,
        ]);
    }

    private static double AtFirstSight(StorySimilarity s) => (2 * s.Cover) + s.Names + (1.5 * s.Words) + s.Title + s.Primary + (0.5 * s.Type);

    private static double RarestShared(StorySignature article, IReadOnlyList<StorySignature> members) =>
        article.Primary.Where(id => members.Any(member => member.Primary.Contains(id))).Select(id => WordWeights.OfCompany(id) / 8.0).DefaultIfEmpty(0).Max();

    /// <summary>How much of the article's headline any member speaks of, by weight; 0.3 where the headline tells nothing.</summary>
    private static double HeadlineTold(StorySignature article, IReadOnlyList<StorySignature> members)
    {
        var (told, all) = (0, 0);
        foreach (var term in article.Terms.Where(term => term is { InTitle: true, Weight: >= 5 }))
        {
            all += term.Weight;
            told += members.Any(member => StorySimilarity.Has(member.Terms, term.Text)) ? term.Weight : 0;
        }

        return all == 0 ? 0.3 : told / (double)all;
    }
}

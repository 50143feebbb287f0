using System.Collections.Immutable;
using ChipWatch.Pipeline.Tagging;

namespace ChipWatch.Pipeline.Clustering;

/// <summary>How well an article fits a story: how it compares with the member that is likest to it, and with the story as a whole.</summary>
internal sealed record StoryLikeness(StorySimilarity Likest, ImmutableArray<double> Figures)
{
    private const double Wave = 4;
    private const double Week = 7;
    private const double Month = 30;
    private const double Together = 10;
    private const double MostTogether = 1.5;
    private const double RareCompany = 8;

    /// <summary>
    /// What <see cref="Figures"/> holds, in order. "all" is the mean over the members; "headline" is what stands in it: how much of it was told before,
    /// and how much of the members' headlines this article tells; "late" holds a month after the latest member.
    /// </summary>
    public static ImmutableArray<string> Names { get; } =
    [
        "days", "over 2 days", "over 7 days", "primary", "rarest primary", "topics", "type", "other type", "status",
        "names", "words", "numbers", "cover", "least cover", "same language", "focus",
        "all cover", "all primary", "all words", "story focus", "story concepts", "members", "days since last", "wave",
        "headline words told", "headline told", "headline kept", "headline chip", "other headline chip", "headline chip late",
        "together", "together late", "main company", "rare main company", "rare main company late", "kind", "kind and rare main company late",
        "comment in the week", "comment in the wave", "law", "any",
    ];

    /// <summary>Compares an article with a story's members that share a key with it; null where none does.</summary>
    public static StoryLikeness? Of(StorySignature article, OpenStory story)
    {
        var known = story.Judged;
        var compared = known.Where(article.SharesKeyWith).Select(member => StorySimilarity.Of(article, member)).ToList();
        if (compared.Count == 0)
        {
            return null;
        }

        var likest = compared.MaxBy(AtFirstSight);
        var (closest, focus) = (0.0, 0.0);
        foreach (var member in known)
        {
            var likeness = article.Focus.Likeness(member.Focus);
            (closest, focus) = (Math.Max(closest, likeness), focus + likeness);
        }

        var sinceLast = known.Min(member => Math.Abs((article.Published - member.Published).TotalDays));
        var late = sinceLast > Month ? 1 : 0;
        var (chip, otherChip) = HeadlineChip(article, known);
        var together = TogetherWith(article, known);
        var main = article.Front.Main is { } company ? known.Count(member => member.Front.Main == company) / (double)known.Count : 0.3;
        var rareMain = article.Front.Main is { } rare ? main * WordWeights.OfCompany(rare) / RareCompany : 0;
        var kind = article.Type is { } type ? known.Count(member => member.Type is { } other && EventKin.Of(other) == EventKin.Of(type)) / (double)known.Count : 0;
        var wave = Math.Log(1 + known.Count(member => Math.Abs((article.Published - member.Published).TotalDays) <= Wave));
        var comment = article.Type is EventType.Analysis ? 1 : 0;
        return new(likest,
        [
            Math.Log(1 + likest.Days), likest.Days > 2 ? 1 : 0, likest.Days > Week ? 1 : 0,
            likest.Primary, RarestShared(article, known), likest.Topics, likest.Type, likest.Type == 0 ? 1 : 0, likest.Status,
            likest.Names, likest.Words, likest.Numbers, likest.Cover, likest.LeastCover, likest.SameLanguage ? 1 : 0, closest,
            compared.Average(s => s.Cover), compared.Average(s => s.Primary), compared.Average(s => s.Words),
            focus / story.Spread, article.Focus.Concepts.Sum(concept => concept.Weight * story.Concepts.GetValueOrDefault(concept.Id)),
            Math.Log(story.Members.Count), Math.Log(1 + sinceLast), wave,
            HeadlineWordsTold(article, known), HeadlineTold(article, known), HeadlineKept(article, known), chip, otherChip, chip * late,
            together, together * late, main, rareMain, rareMain * late, kind, kind * rareMain * late,
            comment * (sinceLast <= Week ? 1 : 0), comment * wave, LawInCommon(article, known), 1,
        ]);
    }

    private static double AtFirstSight(StorySimilarity s) => (2 * s.Cover) + s.Names + (1.5 * s.Words) + s.Title + s.Primary + (0.5 * s.Type);

    private static double RarestShared(StorySignature article, IReadOnlyList<StorySignature> members) =>
        article.Primary.Where(id => members.Any(member => member.Primary.Contains(id))).Select(id => WordWeights.OfCompany(id) / RareCompany).DefaultIfEmpty(0).Max();

    /// <summary>How much of the words of the article's headline any member speaks of, by weight; 0.3 where the headline tells nothing.</summary>
    private static double HeadlineWordsTold(StorySignature article, IReadOnlyList<StorySignature> members)
    {
        var (told, all) = (0, 0);
        var terms = article.TermPrint;
        for (var i = 0; i < terms.Count; i++)
        {
            if (terms.InTitle(i) && terms.Weight(i) >= 5)
            {
                all += terms.Weight(i);
                told += IsTold(terms.Text(i), members) ? terms.Weight(i) : 0;
            }
        }

        return all == 0 ? 0.3 : told / (double)all;
    }

    private static bool IsTold(ulong text, IReadOnlyList<StorySignature> members)
    {
        for (var i = 0; i < members.Count; i++)
        {
            if (members[i].TermPrint.Has(text))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>How much of the companies and chips of the article's headline any member names; 0.5 where it has none.</summary>
    private static double HeadlineTold(StorySignature article, IReadOnlyList<StorySignature> members) =>
        article.Front.All == 0 ? 0.5 : article.Front.ToldBy(members) / (double)article.Front.All;

    /// <summary>How much of the companies and chips of the members' headlines the article names, on average; 0.5 where they have none.</summary>
    private static double HeadlineKept(StorySignature article, IReadOnlyList<StorySignature> members) =>
        members.Where(member => member.Front.All > 0).Select(member => member.Front.ToldBy([article]) / (double)member.Front.All).DefaultIfEmpty(0.5).Average();

    private static (double Shared, double Other) HeadlineChip(StorySignature article, IReadOnlyList<StorySignature> members)
    {
        if (article.Front.Chips.Count == 0 || members.All(member => member.Front.Chips.Count == 0))
        {
            return (0, 0);
        }

        var shared = members.Max(member => article.Front.SharedChip(member.Front));
        return (shared, shared == 0 ? 1 : 0);
    }

    /// <summary>1 where a law or programme is named by article and story, and by a headline; 0.5 where by no headline.</summary>
    private static double LawInCommon(StorySignature article, IReadOnlyList<StorySignature> members)
    {
        var most = 0.0;
        foreach (var law in article.Concepts.Where(concept => StoryConcepts.IsNamed(concept.Id)))
        {
            foreach (var same in members.SelectMany(member => member.Concepts).Where(concept => concept.Id == law.Id))
            {
                most = Math.Max(most, law.InTitle || same.InTitle ? 1 : 0.5);
            }
        }

        return most;
    }

    /// <summary>Two or more main companies in common stand for one affair, the more so the seldomer they are in the news.</summary>
    private static double TogetherWith(StorySignature article, IReadOnlyList<StorySignature> members)
    {
        var most = 0.0;
        foreach (var member in members)
        {
            var (companies, weight) = (0, 0);
            foreach (var company in article.Primary)
            {
                if (member.Primary.Contains(company))
                {
                    (companies, weight) = (companies + 1, weight + WordWeights.OfCompany(company));
                }
            }

            most = Math.Max(most, companies > 1 ? weight / Together : 0);
        }

        return Math.Min(MostTogether, most);
    }
}

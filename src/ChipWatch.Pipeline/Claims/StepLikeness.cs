using System.Collections.Immutable;
using ChipWatch.Pipeline.Clustering;
using ChipWatch.Pipeline.Tagging;

namespace ChipWatch.Pipeline.Claims;

/// <summary>How well an article goes on with the affair of a story that it does not belong to: what of the affair it keeps, and what it leaves out.</summary>
internal sealed record StepLikeness(ImmutableArray<double> Figures)
{
    /// <summary>The weight of a company that is seldom in the news: what is told of it is mostly one affair.</summary>
    private const int Seldom = 7;

    /// <summary>The weight of a partner that says something: not one of whom half of the news speaks.</summary>
    private const int Telling = 4;

    /// <summary>The weight of main companies that together stand for one affair, though each is in the news.</summary>
    private const int Together = 10;

    private const double RareCompany = 8;
    private const int TellingWord = 6;
    private const int MostInCommon = 10;
    private const double Often = 4;

    private static readonly TimeSpan Month = TimeSpan.FromDays(30);

    /// <summary>
    /// What <see cref="Figures"/> holds, in order. "ahead" is how much more the article dwells on what this story dwells on than on what the next best
    /// story does; "answered" holds where a rumour or talks became more; "comment before" is the share of comment in the story.
    /// </summary>
    public static ImmutableArray<string> Names { get; } =
    [
        .. TakenOver, "ahead", "concepts dwelt on", "in common", "new party", "lost party", "parties together", "rarest party", "gap", "members",
        "same chip again", "headline words kept", "answered", "comment before", "goes on", "partners again", "any",
    ];

    /// <summary>Figures by which stories are grouped that tell a step too.</summary>
    private static ImmutableArray<string> TakenOver =>
        ["focus", "story focus", "type", "wave", "comment in the week", "other headline chip", "headline chip late", "kind and rare main company late", "headline kept", "headline told", "headline words told", "law"];

    private static readonly ImmutableArray<int> Places = [.. TakenOver.Select(name => StoryLikeness.Names.IndexOf(name))];

    /// <summary>The place of "ahead", which needs the other stories.</summary>
    public static int Ahead { get; } = Names.IndexOf("ahead");

    /// <summary>Whether a headline chip of before stands in the headline again.</summary>
    public bool HasSameChip => Is("same chip again");

    /// <summary>Whether a company seldom in the news does the same kind of thing with the partner of before, alone, or after it was called off.</summary>
    public bool GoesOnAlone => Is("goes on");

    /// <summary>Whether two main companies are named together again.</summary>
    public bool HasPartnersAgain => Is("partners again") || Is("parties together");

    /// <summary>Whether what was open is answered.</summary>
    public bool IsAnswer => Is("answered");

    /// <summary>Whether telling words of the headlines of before are said again.</summary>
    public bool HasHeadlineWords => Is("headline words kept");

    /// <summary>Whether both name a law or programme.</summary>
    public bool HasLaw => Is("law");

    /// <summary>Compares an article with a story of before; null where they share no key. "ahead" is left at 0.</summary>
    public static StepLikeness? Of(StorySignature article, OpenStory story)
    {
        if (StoryLikeness.Of(article, story) is not { } likeness)
        {
            return null;
        }

        var known = story.Judged;
        var gap = known.Min(member => (article.Published - member.Published).Duration());
        var parties = PartiesOf(known);
        var shared = article.Primary.Where(id => known.Any(member => member.Primary.Contains(id))).ToList();
        var weights = shared.ConvertAll(id => WordWeights.OfCompany(id) / RareCompany);
        return new(
        [
            .. Places.Select(place => likeness.Figures[place]),
            0,
            known.Max(member => ConceptsDweltOn(article, member)),
            known.Max(member => InCommon(article, member)) / 5.0,
            ShareOf(article.Primary, id => !known.Any(member => member.Companies.Contains(id))),
            ShareOf(parties, id => !article.Companies.Contains(id)),
            weights.Count > 1 ? weights.Sum() : 0,
            weights.DefaultIfEmpty(0).Max(),
            Math.Log(1 + gap.TotalDays),
            Math.Log(Math.Min(Often, story.Members.Count)),
            gap > Month && known.Any(member => IsOfTheSameChip(article, member)) ? 1 : 0,
            known.Average(member => HeadlineWordsKept(article, member)),
            article.Status is EventStatus.Announced or EventStatus.Confirmed && known.Any(member => member.Status is EventStatus.Rumor or EventStatus.Talks) ? 1 : 0,
            known.Count(member => member.Type is EventType.Analysis) / (double)known.Count,
            known.Any(member => GoesOn(article, member)) ? 1 : 0,
            known.Any(member => IsOfThePartners(article, member)) ? 1 : 0,
            1,
        ]);
    }

    private bool Is(string name) => Figures[Names.IndexOf(name)] > 0;

    private static List<string> PartiesOf(IReadOnlyList<StorySignature> members) =>
        [.. members.SelectMany(member => member.Primary).CountBy(id => id).Where(party => party.Value * 2 >= members.Count).Select(party => party.Key)];

    private static double ShareOf(IReadOnlyList<string> companies, Func<string, bool> holds)
    {
        var (share, all) = (0, 0);
        foreach (var id in companies)
        {
            var weight = WordWeights.OfCompany(id);
            (share, all) = (share + (holds(id) ? weight : 0), all + weight);
        }

        return all == 0 ? 0 : share / (double)all;
    }

    private static double ConceptsDweltOn(StorySignature article, StorySignature member) =>
        article.Focus.Foremost.Where(member.Focus.Foremost.Contains).Sum(StoryConcepts.WeightOf) / 10.0;

    /// <summary>Main companies, chips and telling words of both.</summary>
    private static int InCommon(StorySignature article, StorySignature member)
    {
        var common = article.Primary.Count(member.Primary.Contains) + article.Chips.Count(member.Chips.Contains);
        var terms = article.TermPrint;
        for (var i = 0; i < terms.Count && common < MostInCommon; i++)
        {
            common += terms.Weight(i) >= TellingWord && member.TermPrint.Has(terms.Text(i)) ? 1 : 0;
        }

        return common;
    }

    private static double HeadlineWordsKept(StorySignature article, StorySignature member)
    {
        var kept = 0;
        var terms = member.TermPrint;
        for (var i = 0; i < terms.Count; i++)
        {
            kept += terms.InTitle(i) && terms.Weight(i) >= TellingWord && article.TermPrint.Has(terms.Text(i)) ? terms.Weight(i) : 0;
        }

        return kept / 10.0;
    }

    private static bool IsOfThePartners(StorySignature later, StorySignature earlier)
    {
        var shared = later.Primary.Where(earlier.Primary.Contains).ToList();
        return shared.Count > 1 && shared.Sum(WordWeights.OfCompany) >= Together;
    }

    /// <summary>
    /// Whether one seldom named company's later news is of the same affair: its partners of before are still named; or it has none that tell anything, and
    /// does the same kind of thing again; or what it did with them was called off, or is now. Otherwise it is merely the same company. A partner that was
    /// not there before makes it another affair.
    /// </summary>
    private static bool GoesOn(StorySignature later, StorySignature earlier)
    {
        if (!IsOfTheSameKind(later, earlier) || !later.Primary.Any(id => WordWeights.OfCompany(id) >= Seldom && earlier.Primary.Contains(id)))
        {
            return false;
        }

        var arePartnersNamed = earlier.Primary.All(later.Companies.Contains);
        return (arePartnersNamed && earlier.Primary.Select(WordWeights.OfCompany).Order().SkipLast(1).Any(weight => weight >= Telling))
            || (later.Primary.All(earlier.Companies.Contains) && ((arePartnersNamed && later.Type == earlier.Type) || WasCancelled(earlier) || IsOff(later)));
    }

    /// <summary>
    /// Whether both headlines name a chip of the same main company, the later headline no company that was not there before, and the later article all that
    /// the earlier was about. Measurements come round again without being steps.
    /// </summary>
    private static bool IsOfTheSameChip(StorySignature later, StorySignature earlier) =>
        IsOfTheSameKind(later, earlier) && later.Front.Main is not null && later.Front.Main == earlier.Front.Main && later.Front.SharedChip(earlier.Front) is 1
        && later.Type is not EventType.Benchmark && earlier.Type is not EventType.Benchmark
        && later.Front.Companies.All(earlier.Companies.Contains) && earlier.Primary.All(later.Companies.Contains);

    private static bool IsOfTheSameKind(StorySignature later, StorySignature earlier) =>
        later.Type is { } type and not EventType.Analysis && earlier.Type is { } other and not EventType.Analysis && EventKin.Of(type) == EventKin.Of(other);

    private static bool IsOff(StorySignature article) => article.Status is EventStatus.Denied || WasCancelled(article) || HeadlineSays(article, "deny");

    private static bool WasCancelled(StorySignature article) => article.Status is EventStatus.Cancelled || HeadlineSays(article, "cancel");

    private static bool HeadlineSays(StorySignature article, string concept) => article.Concepts.Any(other => other.InTitle && other.Id == concept);
}

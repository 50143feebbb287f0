using ChipWatch.Pipeline.Tagging;

namespace ChipWatch.Pipeline.Clustering;

/// <summary>How alike two articles are in what makes an event: who, which chip, what kind of step, when, and which names and numbers.</summary>
/// <param name="Days">Days between them.</param>
/// <param name="Primary">Share of the main companies in common, weighted by rarity, 0 to 1.</param>
/// <param name="Chips">Share of chips in common, a family and its generation counting half.</param>
/// <param name="Topics">Share of topics in common.</param>
/// <param name="Type">1 the same kind of event, 0.5 a kin one or a comment, 0.4 where one is unknown, 0 unlike ones.</param>
/// <param name="Status">1 the same status, 0.5 the next rung or unknown, 0 unlike ones.</param>
/// <param name="Names">Shared names in Latin letters by weight, 0 to 1.</param>
/// <param name="Words">Shared words where the languages agree, likewise.</param>
/// <param name="Title">Shared words of the headlines, likewise.</param>
/// <param name="Numbers">Weight of the numbers in common, 1 for about three telling ones.</param>
/// <param name="Cover">How much of what each puts in front the other speaks of, as the mean of both ways; 0.4 where one puts no name in front.</param>
/// <param name="LeastCover">The lesser of both ways; 0.3 where one puts no name in front.</param>
/// <param name="SameLanguage">Whether words can be compared.</param>
internal readonly record struct StorySimilarity(
    double Days,
    double Primary,
    double Chips,
    double Topics,
    double Type,
    double Status,
    double Names,
    double Words,
    double Title,
    double Numbers,
    double Cover,
    double LeastCover,
    bool SameLanguage)
{
    /// <summary>Compares two articles; symmetric.</summary>
    public static StorySimilarity Of(StorySignature one, StorySignature other)
    {
        var sameLanguage = one.Language == other.Language;
        var (names, words, title) = Terms(one.TermPrint, other.TermPrint, sameLanguage);
        var (cover, leastCover) = CoverOf(one, other);
        return new(
            Math.Abs((one.Published - other.Published).TotalDays),
            Overlap(one.Primary, other.Primary, WordWeights.OfCompany),
            ChipOverlap(one.Chips, other.Chips),
            Overlap(one.Topics, other.Topics, static _ => 1),
            TypeLikeness(one.Type, other.Type),
            StatusLikeness(one.Status, other.Status),
            names,
            words,
            title,
            NumbersInCommon(one.Numbers, other.Numbers),
            cover,
            leastCover,
            sameLanguage);
    }

    private static double Overlap(IReadOnlyList<string> one, IReadOnlyList<string> other, Func<string, int> weigh)
    {
        double shared = 0, all = 0;
        foreach (var id in one)
        {
            var weight = weigh(id);
            all += weight;
            shared += other.Contains(id) ? weight : 0;
        }

        foreach (var id in other)
        {
            all += one.Contains(id) ? 0 : weigh(id);
        }

        return all == 0 ? 0 : shared / all;
    }

    private static double ChipOverlap(IReadOnlyList<string> one, IReadOnlyList<string> other)
    {
        if (one.Count == 0 || other.Count == 0)
        {
            return 0;
        }

        double shared = 0;
        foreach (var chip in one)
        {
            double best = 0;
            foreach (var peer in other)
            {
                best = Math.Max(best, chip == peer ? 1 : chip.StartsWith(peer, StringComparison.Ordinal) || peer.StartsWith(chip, StringComparison.Ordinal) ? 0.5 : 0);
            }

            shared += best;
        }

        return shared / Math.Min(one.Count, other.Count) > 1 ? 1 : shared / Math.Min(one.Count, other.Count);
    }

    private static double TypeLikeness(EventType? one, EventType? other) => (one, other) switch
    {
        ({ } type, { } peer) => type == peer ? 1 : Kin(type, peer) || type == EventType.Analysis || peer == EventType.Analysis ? 0.5 : 0,
        _ => 0.4,
    };

    private static double StatusLikeness(EventStatus? one, EventStatus? other) => (one, other) switch
    {
        ({ } status, { } peer) => status == peer ? 1
            : status <= EventStatus.Confirmed && peer <= EventStatus.Confirmed && Math.Abs((int)status - (int)peer) == 1 ? 0.5 : 0,
        _ => 0.5,
    };

    // Types that outlets give one and the same event.
    private static bool Kin(EventType one, EventType other) =>
        Business(one) && Business(other) || Product(one) && Product(other) || State(one) && State(other);

    private static bool Business(EventType type) => type is EventType.Deal or EventType.Talks or EventType.Partnership or EventType.Acquisition or EventType.Funding or EventType.Capacity;

    private static bool Product(EventType type) => type is EventType.Launch or EventType.Roadmap or EventType.Benchmark or EventType.Delay;

    private static bool State(EventType type) => type is EventType.Regulation or EventType.Legal or EventType.Security;

    // How much of what each article puts in front (main companies, names of the headline) the other speaks of at all.
    private static (double Mean, double Least) CoverOf(StorySignature one, StorySignature other)
    {
        var (found, all) = Covered(one, other);
        var (foundBack, allBack) = Covered(other, one);
        return all == 0 || allBack == 0 ? (0.4, 0.3) : (((found / all) + (foundBack / allBack)) / 2, Math.Min(found / all, foundBack / allBack));
    }

    private static (double Found, double All) Covered(StorySignature front, StorySignature other)
    {
        double found = 0, all = 0;
        foreach (var company in front.Primary)
        {
            var weight = WordWeights.OfCompany(company);
            all += weight;
            found += other.Companies.Contains(company) ? weight : 0;
        }

        var terms = front.TermPrint;
        for (var i = 0; i < terms.Count; i++)
        {
            if (terms.InTitle(i) && terms.IsName(i))
            {
                all += terms.Weight(i);
                found += other.TermPrint.Has(terms.Text(i)) ? terms.Weight(i) : 0;
            }
        }

        return (found, all);
    }

    private static (double Names, double Words, double Title) Terms(TermPrint one, TermPrint other, bool sameLanguage)
    {
        var (names, words, title) = (0, 0, 0);
        for (int i = 0, j = 0; i < one.Count && j < other.Count;)
        {
            var (first, second) = (one.Text(i), other.Text(j));
            if (first == second)
            {
                var weight = Math.Min(one.Weight(i), other.Weight(j));
                if (one.IsName(i) || other.IsName(j))
                {
                    names += weight * weight;
                }
                else if (sameLanguage)
                {
                    words += weight * weight;
                }

                title += one.InTitle(i) && other.InTitle(j) ? weight : 0;
                i++;
                j++;
            }
            else if (first < second)
            {
                i++;
            }
            else
            {
                j++;
            }
        }

        // The tenth word in common says less than the first
        return (1 - Math.Exp(-names / 100.0 / 1.5), 1 - Math.Exp(-words / 100.0 / 3), 1 - Math.Exp(-title / 10.0));
    }

    private static double NumbersInCommon(IReadOnlyList<StoryNumber> one, IReadOnlyList<StoryNumber> other)
    {
        double shared = 0;
        foreach (var number in one)
        {
            double best = 0;
            foreach (var peer in other)
            {
                best = StoryNumbers.Agree(number, peer) ? Math.Max(best, Math.Min(number.Weight, peer.Weight)) : best;
            }

            shared += best;
        }

        return Math.Min(1.5, shared / 8);
    }
}

namespace ChipWatch.Pipeline.Clustering;

/// <summary>
/// What an article dwells on, as a vector of length 1: its companies, chips, telling terms and concepts, each by rarity, place and how often it stands
/// there.
/// </summary>
internal sealed class StoryFocus
{
    private const double OfPrimary = 2;
    private const double OfMentioned = 0.4;
    private const double OfCompanyInTitle = 1.3;
    private const double OfRepeatedCompany = 0.5;
    private const double OfChip = 0.6;
    private const double OfRepeatedChip = 0.7;
    private const double OfTitle = 2;
    private const double OfWord = 0.5;
    private const double OfConcepts = 1.6;
    private const double OfConceptInTitle = 1.5;
    private const double PutFirst = 0.2;
    private const int FewConcepts = 5;
    private const double RareCompany = 8;
    private const int TellingWord = 7;

    private readonly (string Name, double Weight)[] companies;
    private readonly (string Name, double Weight)[] chips;
    private readonly (ulong Name, double Weight)[] terms;
    private readonly (string Name, double Weight)[] concepts;
    private readonly double lengthOfConcepts;
    private readonly IReadOnlyList<StoryMention> mentioned;
    private string[]? foremost;

    /// <summary>The focus of an article; ask <see cref="StorySignature.Focus"/>, which keeps it.</summary>
    public StoryFocus(StorySignature signature)
    {
        companies = WeightedOf(signature.Companies, id => WordWeights.OfCompany(id) / RareCompany * (signature.Primary.Contains(id) ? OfPrimary : OfMentioned) * ByPlace(id, OfRepeatedCompany, OfCompanyInTitle));
        chips = WeightedOf(signature.Chips, id => OfChip * ByPlace(id, OfRepeatedChip, OfTitle));
        terms = TellingOf(signature.TermPrint);
        concepts = new (string, double)[signature.Concepts.Count];
        for (var i = 0; i < concepts.Length; i++)
        {
            concepts[i] = (signature.Concepts[i].Id, WeightOf(signature.Concepts[i]));
        }

        Scale(concepts, LengthOf(SquaresOf(concepts, 0)) / OfConcepts);
        var length = LengthOf(SquaresOf(concepts, SquaresOf(terms, SquaresOf(chips, SquaresOf(companies, 0)))));
        Scale(companies, length);
        Scale(chips, length);
        Scale(terms, length);
        Scale(concepts, length);
        lengthOfConcepts = concepts.Length == 0 ? 1 : OfConcepts / length;
        mentioned = signature.Concepts;

        double ByPlace(string id, double repeated, double inTitle)
        {
            foreach (var mention in signature.Mentions)
            {
                if (mention.Id == id)
                {
                    return (1 + (repeated * Math.Log(mention.Count))) * (mention.InTitle ? inTitle : 1);
                }
            }

            return 1;
        }
    }

    /// <summary>Its concepts by id, as a vector of length 1.</summary>
    public IEnumerable<(string Id, double Weight)> Concepts => concepts.Select(concept => (concept.Name, concept.Weight / lengthOfConcepts));

    /// <summary>The few concepts that it dwells on most; worked out once.</summary>
    public IReadOnlyList<string> Foremost => foremost ??= [.. Dwelt(FewConcepts)];

    /// <summary>Cosine of both, 0 to 1; 0 where one dwells on nothing.</summary>
    public double Likeness(StoryFocus other) => Shared(companies, other.companies) + Shared(chips, other.chips) + Shared(terms, other.terms) + Shared(concepts, other.concepts);

    /// <summary>The concepts that it dwells on most, those of the headline first among equals.</summary>
    private IEnumerable<string> Dwelt(int most) =>
        Concepts.Zip(mentioned).OrderByDescending(concept => concept.First.Weight + (concept.Second.InTitle ? PutFirst : 0)).ThenBy(concept => concept.First.Id, StringComparer.Ordinal)
            .Take(most).Select(concept => concept.First.Id);

    private static double WeightOf(TermPrint terms, int at) =>
        terms.Weight(at) / 10.0 * terms.Weight(at) / 10.0 * (terms.InTitle(at) ? OfTitle : 1) * (1 + Math.Log(terms.Times(at))) * (terms.IsName(at) ? 1 : OfWord);

    private static double WeightOf(StoryMention concept) =>
        StoryConcepts.WeightOf(concept.Id) / 10.0 * (1 + Math.Log(concept.Count + (concept.InTitle ? 1 : 0))) * (concept.InTitle ? OfConceptInTitle : 1);

    private static (string Name, double Weight)[] WeightedOf(IReadOnlyList<string> ids, Func<string, double> weigh)
    {
        var weighted = ids.Count == 0 ? [] : new (string, double)[ids.Count];
        for (var i = 0; i < weighted.Length; i++)
        {
            weighted[i] = (ids[i], weigh(ids[i]));
        }

        return weighted;
    }

    private static (ulong Name, double Weight)[] TellingOf(TermPrint terms)
    {
        var telling = new (ulong, double)[terms.Count];
        var count = 0;
        for (var i = 0; i < terms.Count; i++)
        {
            if (terms.IsName(i) || terms.Weight(i) >= TellingWord)
            {
                telling[count++] = (terms.Text(i), WeightOf(terms, i));
            }
        }

        return telling[..count];
    }

    private static double LengthOf(double squares) => Math.Max(Math.Sqrt(squares), double.Epsilon);

    private static double SquaresOf<TName>((TName Name, double Weight)[] parts, double before)
    {
        foreach (var (_, weight) in parts)
        {
            before += weight * weight;
        }

        return before;
    }

    private static void Scale<TName>((TName Name, double Weight)[] parts, double length)
    {
        for (var i = 0; i < parts.Length; i++)
        {
            parts[i].Weight /= length;
        }
    }

    private static double Shared((ulong Name, double Weight)[] one, (ulong Name, double Weight)[] other)
    {
        var sum = 0.0;
        for (int i = 0, j = 0; i < one.Length && j < other.Length;)
        {
            var (first, second) = (one[i].Name, other[j].Name);
            if (first == second)
            {
                sum += one[i++].Weight * other[j++].Weight;
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

        return sum;
    }

    // Both are sorted by name (ordinal), as the signature keeps them.
    private static double Shared((string Name, double Weight)[] one, (string Name, double Weight)[] other)
    {
        var sum = 0.0;
        for (int i = 0, j = 0; i < one.Length && j < other.Length;)
        {
            var order = string.CompareOrdinal(one[i].Name, other[j].Name);
            sum += order == 0 ? one[i].Weight * other[j].Weight : 0;
            i += order <= 0 ? 1 : 0;
            j += order >= 0 ? 1 : 0;
        }

        return sum;
    }
}

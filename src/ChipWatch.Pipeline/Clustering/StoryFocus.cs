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
    private const double RareCompany = 8;
    private const int TellingWord = 7;

    private readonly (string Name, double Weight)[] companies;
    private readonly (string Name, double Weight)[] chips;
    private readonly (string Name, double Weight)[] terms;
    private readonly (string Name, double Weight)[] concepts;
    private readonly double lengthOfConcepts;
    private readonly HashSet<string> conceptsInTitle;

    /// <summary>The focus of an article; ask <see cref="StorySignature.Focus"/>, which keeps it.</summary>
    public StoryFocus(StorySignature signature)
    {
        var mentions = signature.Mentions.ToDictionary(mention => mention.Id, StringComparer.Ordinal);
        companies = [.. signature.Companies.Select(id => (id, WordWeights.OfCompany(id) / RareCompany * (signature.Primary.Contains(id) ? OfPrimary : OfMentioned) * ByPlace(id, OfRepeatedCompany, OfCompanyInTitle)))];
        chips = [.. signature.Chips.Select(id => (id, OfChip * ByPlace(id, OfRepeatedChip, OfTitle)))];
        terms = [.. signature.Terms.Where(term => term.IsName || term.Weight >= TellingWord).Select(term => (term.Text, WeightOf(term)))];
        concepts = [.. signature.Concepts.Select(concept => (concept.Id, WeightOf(concept)))];
        conceptsInTitle = signature.Concepts.Where(concept => concept.InTitle).Select(concept => concept.Id).ToHashSet(StringComparer.Ordinal);
        Scale(concepts, LengthOf(concepts) / OfConcepts);
        var length = LengthOf([.. companies, .. chips, .. terms, .. concepts]);
        Scale(companies, length);
        Scale(chips, length);
        Scale(terms, length);
        Scale(concepts, length);
        lengthOfConcepts = concepts.Length == 0 ? 1 : OfConcepts / length;

        double ByPlace(string id, double repeated, double inTitle) =>
            mentions.TryGetValue(id, out var mention) ? (1 + (repeated * Math.Log(mention.Count))) * (mention.InTitle ? inTitle : 1) : 1;
    }

    /// <summary>Its concepts by id, as a vector of length 1.</summary>
    public IEnumerable<(string Id, double Weight)> Concepts => concepts.Select(concept => (concept.Name, concept.Weight / lengthOfConcepts));

    /// <summary>Cosine of both, 0 to 1; 0 where one dwells on nothing.</summary>
    public double Likeness(StoryFocus other) => Shared(companies, other.companies) + Shared(chips, other.chips) + Shared(terms, other.terms) + Shared(concepts, other.concepts);

    /// <summary>The concepts that it dwells on most, those of the headline first among equals.</summary>
    public IEnumerable<string> Dwelt(int most) =>
        Concepts.OrderByDescending(concept => concept.Weight + (conceptsInTitle.Contains(concept.Id) ? PutFirst : 0)).ThenBy(concept => concept.Id, StringComparer.Ordinal)
            .Take(most).Select(concept => concept.Id);

    private static double WeightOf(StoryTerm term) =>
        term.Weight / 10.0 * term.Weight / 10.0 * (term.InTitle ? OfTitle : 1) * (1 + Math.Log(term.Count)) * (term.IsName ? 1 : OfWord);

    private static double WeightOf(StoryMention concept) =>
        StoryConcepts.WeightOf(concept.Id) / 10.0 * (1 + Math.Log(concept.Count + (concept.InTitle ? 1 : 0))) * (concept.InTitle ? OfConceptInTitle : 1);

    private static double LengthOf((string Name, double Weight)[] parts) => Math.Max(Math.Sqrt(parts.Sum(part => part.Weight * part.Weight)), double.Epsilon);

    private static void Scale((string Name, double Weight)[] parts, double length)
    {
        for (var i = 0; i < parts.Length; i++)
        {
            parts[i].Weight /= length;
        }
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

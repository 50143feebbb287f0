namespace ChipWatch.Pipeline.Clustering;

/// <summary>What an article dwells on, as a vector of length 1: its companies, chips and telling terms, each by rarity, place and how often it stands there.</summary>
internal sealed class StoryFocus
{
    private const double OfPrimary = 2;
    private const double OfMentioned = 0.5;
    private const double OfWord = 0.5;
    private const double RareCompany = 8;
    private const int TellingWord = 7;

    private readonly (string Name, double Weight)[] companies;
    private readonly (string Name, double Weight)[] chips;
    private readonly (string Name, double Weight)[] terms;

    /// <summary>The focus of an article; ask <see cref="StorySignature.Focus"/>, which keeps it.</summary>
    public StoryFocus(StorySignature signature)
    {
        companies = [.. signature.Companies.Select(id => (id, WordWeights.OfCompany(id) / RareCompany * (signature.Primary.Contains(id) ? OfPrimary : OfMentioned)))];
        chips = [.. signature.Chips.Select(id => (id, 1.0))];
        terms = [.. signature.Terms.Where(term => term.IsName || term.Weight >= TellingWord).Select(term => (term.Text, WeightOf(term)))];
        var length = Math.Max(Math.Sqrt(companies.Concat(chips).Concat(terms).Sum(part => part.Weight * part.Weight)), double.Epsilon);
        Scale(companies, length);
        Scale(chips, length);
        Scale(terms, length);
    }

    /// <summary>Cosine of both, 0 to 1; 0 where one dwells on nothing.</summary>
    public double Likeness(StoryFocus other) => Shared(companies, other.companies) + Shared(chips, other.chips) + Shared(terms, other.terms);

    private static double WeightOf(StoryTerm term) =>
        term.Weight / 10.0 * term.Weight / 10.0 * (term.InTitle ? 2 : 1) * (1 + Math.Log(term.Count)) * (term.IsName ? 1 : OfWord);

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

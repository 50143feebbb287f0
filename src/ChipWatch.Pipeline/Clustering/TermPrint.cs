namespace ChipWatch.Pipeline.Clustering;

/// <summary>The terms of a signature as they are compared: numbers in place of texts, in their order.</summary>
internal sealed class TermPrint
{
    private const int Name = 2;
    private const int Title = 1;

    private readonly ulong[] texts;
    private readonly int[] facts;
    private readonly int[] counts;

    /// <param name="texts">The texts by <see cref="TextHash"/>, rising.</param>
    /// <param name="facts">Of each what <see cref="FactsOf"/> makes of it.</param>
    /// <param name="counts">How often each stands there.</param>
    public TermPrint(ulong[] texts, int[] facts, int[] counts) => (this.texts, this.facts, this.counts) = (texts, facts, counts);

    /// <summary>How many there are.</summary>
    public int Count => texts.Length;

    /// <summary>The print of terms in any order.</summary>
    public static TermPrint Of(IReadOnlyList<StoryTerm> terms)
    {
        var inOrder = InOrder(terms);
        return new([.. inOrder.Select(term => term.Hash)], [.. inOrder.Select(term => FactsOf(term.Term))], [.. inOrder.Select(term => term.Term.Count)]);
    }

    /// <summary>Terms with the numbers of their texts, rising.</summary>
    public static IReadOnlyList<(ulong Hash, StoryTerm Term)> InOrder(IReadOnlyList<StoryTerm> terms) =>
        [.. terms.Select(term => (Hash: TextHash.Of(term.Text), term)).OrderBy(term => term.Hash)];

    /// <summary>Weight and kind of a term as one number.</summary>
    public static int FactsOf(StoryTerm term) => (term.Weight << 2) | (term.IsName ? Name : 0) | (term.InTitle ? Title : 0);

    /// <summary>The term with such facts.</summary>
    public static StoryTerm TermOf(string text, int facts, int count) => new(text, facts >> 2, (facts & Name) != 0, (facts & Title) != 0, count);

    /// <summary>The text of a term, as a number.</summary>
    public ulong Text(int at) => texts[at];

    /// <summary>The weight of a term.</summary>
    public int Weight(int at) => facts[at] >> 2;

    /// <summary>Whether a term is a name.</summary>
    public bool IsName(int at) => (facts[at] & Name) != 0;

    /// <summary>Whether a term stands in the headline.</summary>
    public bool InTitle(int at) => (facts[at] & Title) != 0;

    /// <summary>How often a term stands there.</summary>
    public int Times(int at) => counts[at];

    /// <summary>Whether a text is among them.</summary>
    public bool Has(ulong text) => Array.BinarySearch(texts, text) >= 0;
}

namespace ChipWatch.Pipeline.Tagging;

/// <summary>A company or chip, named in a sentence.</summary>
/// <param name="IsChip">A chip; otherwise a company.</param>
/// <param name="Owner">Place in the catalogue's list.</param>
/// <param name="Sentence">Where.</param>
/// <param name="Start">First code unit of the name in the sentence's source.</param>
/// <param name="Length">Length of the name.</param>
internal sealed record Mention(bool IsChip, int Owner, Sentence Sentence, int Start, int Length)
{
    /// <summary>The name is also a common word, a person or a place.</summary>
    public bool Ambiguous { get; init; }

    public int End => Start + Length;

    public ReadOnlySpan<char> Name => Sentence.Source.AsSpan(Start, Length);
}

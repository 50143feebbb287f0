using ChipWatch.Pipeline.Extraction;
using ChipWatch.Pipeline.Text;

namespace ChipWatch.Pipeline.Tagging;

/// <summary>One sentence of the headline or of a block, in place.</summary>
/// <param name="Field">The field in which it lies.</param>
/// <param name="Source">The whole text of that field.</param>
/// <param name="Start">First code unit.</param>
/// <param name="Length">Length in code units.</param>
/// <param name="Section">Number of the section: 0 is the headline, then the blocks.</param>
/// <param name="Role">Role of its block; a headline is a fact.</param>
/// <param name="Index">Place among all sentences.</param>
internal sealed record Sentence(TextField Field, string Source, int Start, int Length, int Section, BlockRole Role, int Index)
{
    public int End => Start + Length;

    public bool IsTitle => Field == TextField.Title;

    public bool Proves => Role is not (BlockRole.Example or BlockRole.Analogy or BlockRole.Keywords or BlockRole.Boilerplate);

    /// <summary>Its phrases, by start.</summary>
    public IReadOnlyList<PhraseHit> Hits { get; init; } = [];

    /// <summary>A sentence is itself alone: comparing and hashing the whole text of its article for each would cost most of the time of tagging.</summary>
    public bool Equals(Sentence? other) => ReferenceEquals(this, other);

    public override int GetHashCode() => Index;

    public ReadOnlySpan<char> Text => Source.AsSpan(Start, Length);

    public TextSpan Span => TextSpan.Of(Field, Source, Start, Length);
}

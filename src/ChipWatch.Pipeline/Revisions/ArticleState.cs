using ChipWatch.Pipeline.Extraction;
using ChipWatch.Pipeline.Tagging;

namespace ChipWatch.Pipeline.Revisions;

/// <summary>One state of an article, as two of them are compared.</summary>
/// <param name="Title">The headline.</param>
/// <param name="Text">The body, paragraphs parted by a blank line.</param>
/// <param name="Blocks">Blocks of <paramref name="Text"/>; may be empty.</param>
/// <param name="Language">BCP 47 language, or null.</param>
/// <param name="Status">How firm the state makes its event, or null.</param>
/// <param name="Quantities">Its numbers.</param>
public sealed record ArticleState(
    string Title, string Text, IReadOnlyList<Block> Blocks, string? Language, EventStatus? Status, IReadOnlyList<Quantity> Quantities)
{
    /// <summary>Two letters; guessed from the text where the page states none.</summary>
    internal string LanguageCode => LanguageGuess.Of(new ArticleText("", null, null, Language, null, Title, Text, Blocks));
}

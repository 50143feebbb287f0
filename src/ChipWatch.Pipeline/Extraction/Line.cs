using AngleSharp.Dom;

namespace ChipWatch.Pipeline.Extraction;

/// <summary>One line of an article on its way to become a block.</summary>
/// <param name="Text">What it says, white space squeezed.</param>
/// <param name="Kind">What it is in the page.</param>
/// <param name="Owner">The element in which its first letter stands.</param>
/// <param name="Linked">Letters that stand in links.</param>
internal sealed record Line(string Text, BlockKind Kind, IElement? Owner, int Linked)
{
    private const int ShortestProse = 60;

    /// <summary>Its links: address as the page has it, and the span of their words in the line.</summary>
    public IReadOnlyList<(string Address, int Start, int Length)> Links { get; init; } = [];

    /// <summary>Whether nearly all of it is links.</summary>
    public bool IsLinks => Linked > 0 && Linked >= Text.AsSpan().Length * 0.8 - (Text.AsSpan().Count(' ') * 0.8);

    /// <summary>Whether it reads like a sentence or more.</summary>
    public bool IsProse => Kind is BlockKind.Paragraph or BlockKind.Quote or BlockKind.ListItem && !IsLinks
        && (Text.Length >= 2 * ShortestProse || (Text.Length >= ShortestProse && EndsSentence) || (EndsSentence && Text.AsSpan().Count(' ') >= 5));

    private bool EndsSentence => Text.AsSpan().TrimEnd("\"”»’')]* ") is { Length: > 0 } end && end[^1] is '.' or '!' or '?' or '…' or ':' or '。' or '！' or '？';
}

namespace ChipWatch.Pipeline.Text;

/// <summary>Which field of a revision a span lies in.</summary>
public enum TextField
{
    /// <summary>The headline.</summary>
    Title,

    /// <summary>The body, paragraphs parted by a blank line.</summary>
    Text,
}

/// <summary>A place in the text of one revision that proves something: the one primitive on which every statement rests.</summary>
/// <param name="Field">The field in which the span lies.</param>
/// <param name="Start">First UTF-16 code unit of the span, from 0.</param>
/// <param name="Length">Length in UTF-16 code units, at least 1.</param>
/// <param name="Quote">The very text at the span.</param>
public sealed record TextSpan(TextField Field, int Start, int Length, string Quote)
{
    /// <summary>The span that covers <paramref name="length"/> code units of <paramref name="source"/> from <paramref name="start"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The range leaves the text.</exception>
    public static TextSpan Of(TextField field, string source, int start, int length) =>
        new(field, start, length, source.Substring(start, length));
}

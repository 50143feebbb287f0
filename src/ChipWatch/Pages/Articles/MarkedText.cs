using ChipWatch.Pipeline.Text;

namespace ChipWatch.Pages.Articles;

/// <summary>How a piece of text is shown.</summary>
public enum Marking
{
    /// <summary>As it is.</summary>
    None,

    /// <summary>Underlined: it proves something.</summary>
    Underlined,

    /// <summary>Lit: it proves what is asked for.</summary>
    Lit,
}

/// <summary>A piece of text with one marking.</summary>
public sealed record MarkedPiece(string Text, Marking Marking);

/// <summary>Cuts text into pieces where spans begin and end. Spans may overlap, nest, or leave the text; lit wins over underlined.</summary>
public static class MarkedText
{
    /// <summary>The pieces of one stretch of a field, in order; together they are the stretch.</summary>
    /// <param name="text">The whole field.</param>
    /// <param name="start">First code unit of the stretch.</param>
    /// <param name="length">Its length.</param>
    /// <param name="field">The field, to pick the spans that lie in it.</param>
    /// <param name="underlined">Spans to underline.</param>
    /// <param name="lit">Spans to light.</param>
    public static IReadOnlyList<MarkedPiece> Cut(
        string text, int start, int length, TextField field, IReadOnlyList<TextSpan> underlined, IReadOnlyList<TextSpan> lit)
    {
        start = Math.Clamp(start, 0, text.Length);
        var end = Math.Clamp(start + Math.Max(0, length), start, text.Length);
        var changes = new SortedDictionary<int, (int Underlined, int Lit)> { [start] = default, [end] = default };
        Mark(underlined, 1, 0);
        Mark(lit, 0, 1);

        var pieces = new List<MarkedPiece>();
        var (at, openUnderlined, openLit) = (start, 0, 0);
        foreach (var (place, change) in changes)
        {
            if (place > at)
            {
                var marking = openLit > 0 ? Marking.Lit : openUnderlined > 0 ? Marking.Underlined : Marking.None;
                if (pieces is [.., var last] && last.Marking == marking)
                {
                    pieces[^1] = new MarkedPiece(last.Text + text[at..place], marking);
                }
                else
                {
                    pieces.Add(new MarkedPiece(text[at..place], marking));
                }

                at = place;
            }

            openUnderlined += change.Underlined;
            openLit += change.Lit;
        }

        return pieces;

        void Mark(IReadOnlyList<TextSpan> spans, int underline, int light)
        {
            foreach (var span in spans.Where(span => span.Field == field))
            {
                var (from, to) = (Math.Clamp(span.Start, start, end), Math.Clamp(span.Start + Math.Max(0, span.Length), start, end));
                if (to > from)
                {
                    Change(from, underline, light);
                    Change(to, -underline, -light);
                }
            }
        }

        void Change(int place, int underline, int light)
        {
            var before = changes.GetValueOrDefault(place);
            changes[place] = (before.Underlined + underline, before.Lit + light);
        }
    }
}

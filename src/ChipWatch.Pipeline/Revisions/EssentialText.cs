using System.Text;
using ChipWatch.Pipeline.Extraction;

namespace ChipWatch.Pipeline.Revisions;

/// <summary>
/// What of a state counts: headline and paragraphs with one spelling of blanks, quotation marks and dashes, without date lines, counters,
/// advertisements, related links and furniture of the page. Two states with the same essence are one revision.
/// </summary>
internal sealed class EssentialText : IEquatable<EssentialText>
{
    private readonly string joined;
    private readonly IReadOnlyList<string> written;

    private EssentialText(string title, IReadOnlyList<string> paragraphs, IReadOnlyList<string> written) =>
        (Title, Paragraphs, this.written, joined) = (title, paragraphs, written, string.Join(' ', paragraphs));

    /// <summary>The headline.</summary>
    public string Title { get; }

    /// <summary>The paragraphs that count, in order; none is empty.</summary>
    public IReadOnlyList<string> Paragraphs { get; }

    /// <summary>The essence of a state.</summary>
    public static EssentialText Of(ArticleState state)
    {
        var paragraphs = new List<string>();
        var amongLinks = false;
        List<string> written = [.. ParagraphsOf(state)];
        foreach (var paragraph in written)
        {
            var even = Even(paragraph);
            if (PageFurniture.OpensLinks(even))
            {
                amongLinks = true;
                continue;
            }

            amongLinks = amongLinks && PageFurniture.MayBeLink(even);
            if (!amongLinks && PageFurniture.Without(even) is { Length: > 0 } kept)
            {
                paragraphs.Add(kept);
            }
        }

        return new(PageFurniture.WithoutMarks(Even(state.Title)), paragraphs, written);
    }

    /// <inheritdoc/>
    public bool Equals(EssentialText? other) => other is not null && Title == other.Title && joined == other.joined;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as EssentialText);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Title, joined);

    /// <summary>A part of a paragraph as the article writes it, with its own quotation marks, dashes and blanks: what is quoted to people must stand there.</summary>
    public string AsWritten(string part)
    {
        var places = new List<int>();
        foreach (var paragraph in written)
        {
            places.Clear();
            if (part.Length > 0 && Even(paragraph, places).IndexOf(part, StringComparison.Ordinal) is >= 0 and var at)
            {
                return paragraph[places[at]..(places[at + part.Length - 1] + 1)];
            }
        }

        return part;
    }

    /// <summary>One spelling: single blanks, straight quotation marks without blanks beside them, plain hyphens, nothing invisible.</summary>
    internal static string Even(string text) => Even(text, null);

    private static string Even(string text, List<int>? places)
    {
        var even = new StringBuilder(text.Length);
        var isBlank = true;
        for (var i = 0; i < text.Length; i++)
        {
            var plain = Plain(text[i]);
            if (plain == '\0' || (plain == ' ' && (isBlank || even[^1] == '"')))
            {
                continue;
            }

            if (plain == '"' && even.Length > 0 && even[^1] == ' ')
            {
                even.Length--;
                places?.RemoveAt(places.Count - 1);
            }

            isBlank = plain == ' ';
            _ = plain == '…' ? even.Append("...") : even.Append(plain);
            places?.AddRange(Enumerable.Repeat(i, plain == '…' ? 3 : 1));
        }

        return even.ToString().TrimEnd();
    }

    private static IEnumerable<string> ParagraphsOf(ArticleState state)
    {
        if (state.Blocks.Count == 0)
        {
            return state.Text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        }

        return state.Blocks.Where(block => block.Role is not (BlockRole.Boilerplate or BlockRole.Keywords))
            .Where(block => block.Start >= 0 && block.End <= state.Text.Length)
            .Select(block => state.Text.Substring(block.Start, block.Length));
    }

    private static char Plain(char c) => c switch
    {
        '’' or '‘' or '‚' or '‛' or 'ʼ' or '´' or '`' or '′' => '\'',
        '“' or '”' or '„' or '‟' or '«' or '»' or '‹' or '›' or '″' or '＂' => '"',
        '‐' or '‑' or '‒' or '–' or '—' or '―' or '−' => '-',
        '\u00AD' or '\u200B' or '\u200C' or '\u200D' or '\u2060' or '\uFEFF' => '\0',
        _ => char.IsWhiteSpace(c) ? ' ' : c,
    };
}

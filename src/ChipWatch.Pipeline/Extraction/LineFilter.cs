using AngleSharp.Dom;
using ChipWatch.Pipeline.Text;

namespace ChipWatch.Pipeline.Extraction;

/// <summary>Leaves out lines that are no part of an article although they stand within it, and what trails behind its last sentence.</summary>
/// <param name="title">The headline, which is no part of the text.</param>
/// <param name="language">Language of the article, or null.</param>
internal sealed class LineFilter(string title, string? language)
{
    private const int LongestMeta = 80;
    private const int LongestStamp = 60;
    private const int LongestLink = 160;
    private const int LongestTeaser = 200;
    private const int LongestCaptionCredit = 400;

    /// <summary>What is shorter may well stand twice in one article.</summary>
    private const int SurelyRepeated = 80;

    /// <summary>A section that holds more than this share of the text stays, whatever its heading says.</summary>
    private const double LargeSection = 0.3;

    /// <summary>Notes on author and house stand in this last share of the text.</summary>
    private const double Closing = 0.25;

    /// <summary>The lines of the article, in order.</summary>
    /// <param name="lines">What the article's element holds.</param>
    public List<Line> Article(IReadOnlyList<Line> lines)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var sections = WithoutSections(lines);
        var kept = sections.Where((line, i) => !IsLost(line, i + 1 < sections.Count ? sections[i + 1] : null) && (line.Text.Length < SurelyRepeated || seen.Add(line.Text))).ToList();
        CutHead(kept);
        CutClosing(kept);
        return kept;
    }

    private bool IsLost(Line line, Line? next) =>
        line.Text.Equals(title, StringComparison.OrdinalIgnoreCase)
        || (line.IsLinks && line.Text.Length < LongestLink && line.Kind is BlockKind.Paragraph or BlockKind.ListItem)
        // A heading that is a link leads to another story, or names the thing that is written about below it.
        || (line.IsLinks && line.Kind == BlockKind.Heading && !char.IsAsciiDigit(line.Text[0]) && next is not { IsProse: true, Text.Length: > LongestTeaser })
        || (line.Kind is not (BlockKind.Code or BlockKind.Row) && IsFurniture(line.Text))
        || (line.Kind == BlockKind.Caption && IsAgencyCaption(line))
        || !line.Text.Any(char.IsLetterOrDigit);

    private static bool IsFurniture(string text) =>
        FurniturePhrases.IsFurniture(text) || FurniturePhrases.IsCredit(text) || (text.Length <= LongestStamp && DateForms.Find(text) is not null);

    /// <summary>A caption with the credit of an agency tells of the picture; one in another language than the article, or without credit, was written for it.</summary>
    private bool IsAgencyCaption(Line line)
    {
        var figure = line.Owner?.Closest("figure")?.TextContent ?? line.Text;
        return BlockLanguage.Differs(line.Owner, line.Text, language) is null
            && FurniturePhrases.HoldsCredit(figure.Length > LongestCaptionCredit ? line.Text : figure);
    }

    /// <summary>Labels, names and dates between headline and first sentence.</summary>
    private static void CutHead(List<Line> lines)
    {
        var first = lines.FindIndex(line => line.IsProse);
        for (var i = first - 1; i >= 0; i--)
        {
            if (lines[i].Kind == BlockKind.Paragraph && lines[i].Text.Length <= LongestMeta)
            {
                lines.RemoveAt(i);
            }
        }
    }

    private static void CutClosing(List<Line> lines)
    {
        var rest = (int)(lines.Sum(line => line.Text.Length) * Closing);
        var about = -1;
        // A correction may stand below the lines on author and house.
        var notes = new List<Line>();
        for (var i = lines.Count - 1; i > 0 && (rest -= lines[i].Text.Length) > 0; i--)
        {
            about = lines[i].Text.Length <= LongestMeta && lines[i].Kind is BlockKind.Heading or BlockKind.Paragraph && FurniturePhrases.IsClosing(lines[i].Text) ? i : about;
        }

        if (about > 0)
        {
            notes.AddRange(lines[about..].Where(line => CorrectionPhrases.AreTold(line.Text)));
            lines.RemoveRange(about, lines.Count - about);
        }

        while (lines.Count > 1 && lines[^1] is var last)
        {
            if (CorrectionPhrases.AreTold(last.Text))
            {
                notes.Insert(0, last);
            }
            else if (last.Kind != BlockKind.Heading && !last.IsLinks && !FurniturePhrases.IsClosing(last.Text))
            {
                break;
            }

            lines.RemoveAt(lines.Count - 1);
        }

        lines.AddRange(notes);
    }

    private static List<Line> WithoutSections(IReadOnlyList<Line> lines)
    {
        var all = lines.Sum(line => line.Text.Length);
        var kept = new List<Line>(lines.Count);
        for (var i = 0; i < lines.Count; i++)
        {
            if (lines[i].Kind == BlockKind.Heading && FurniturePhrases.OpensFurniture(lines[i].Text))
            {
                var (end, size) = (i + 1, 0);
                while (end < lines.Count && lines[end].Kind != BlockKind.Heading)
                {
                    size += lines[end++].Text.Length;
                }

                if (size <= all * LargeSection)
                {
                    i = end - 1;
                    continue;
                }
            }

            kept.Add(lines[i]);
        }

        return kept;
    }
}

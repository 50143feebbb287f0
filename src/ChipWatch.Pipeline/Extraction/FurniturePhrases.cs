using System.Collections.Frozen;
using System.Text;
using ChipWatch.Pipeline.Text;

namespace ChipWatch.Pipeline.Extraction;

/// <summary>How the furniture of a page speaks, in the languages of our sources (furniture.txt): headings of related links, invitations, credits, notices.</summary>
internal static class FurniturePhrases
{
    private const int LongestHeading = 80;
    private const int LongestLabel = 60;
    private const int LongestLine = 340;
    private const int LongestCredit = 130;

    private static readonly FrozenDictionary<string, PhraseList> Sections =
        PhraseFile.Read("furniture.txt").ToFrozenDictionary(section => section.Key, section => new PhraseList(section.Value), StringComparer.Ordinal);
    private static readonly string[] CreditMarks = ["(AP", "AP Photo", "photo by", "photo:", "photo credit", "photograph:", "image:", "image credit", "image by", "credit:", "credit ", "courtesy", "©", "/AP", "foto:", "bild:", "symbolbild", "bildrechte", "quelle:", "photo :", "crédit", "imagen:", "fuente:", "source:", "image caption", "media caption", "image source"];
    private static readonly string[] Agencies = ["getty images", "shutterstock", "reuters", "afp", "istock", "alamy", "unsplash", "picture alliance", "imago images", "dpa", "ap photo"];

    /// <summary>Whether a heading opens what is no part of the article: other stories, comments, the author, sign-up.</summary>
    public static bool OpensFurniture(string heading) => heading.Length <= LongestHeading && Sections["headings"].Matches(Normalize(heading));

    /// <summary>Whether a line is furniture in itself. A note that something was wrong is none, whatever it begins with.</summary>
    public static bool IsFurniture(string line)
    {
        if (line.Length > LongestLine)
        {
            return false;
        }

        var plain = Normalize(line);
        return plain.Length == 0 || (line.Length <= LongestLabel && Sections["labels"].Matches(plain)) || (Sections["lines"].Matches(plain) && !CorrectionPhrases.AreTold(line));
    }

    /// <summary>Whether a line only credits a picture: "Photo: …", "(… / Getty Images)".</summary>
    public static bool IsCredit(string line)
    {
        if (line.Length > LongestCredit)
        {
            return false;
        }

        var plain = Normalize(line);
        var end = plain.AsSpan().IndexOfAny(":/(©|");
        return line.StartsWith('©')
            || (end > 0 && end < 24 && Sections["credits"].Matches(plain[..end].Trim()))
            || (line.Length <= 70 && (plain.StartsWith("courtesy of ", StringComparison.Ordinal) || Array.Exists(Agencies, agency => plain.EndsWith(agency, StringComparison.Ordinal))));
    }

    /// <summary>Whether a line at an article's end tells of the author or the house: "… is a reporter for …", "About …".</summary>
    public static bool IsClosing(string line) => line.Length <= LongestLine && (IsFurniture(line) || (Sections["closing"].Matches(Normalize(line)) && !CorrectionPhrases.AreTold(line)));

    /// <summary>Whether a line asks to pay or to sign in for the rest of an article.</summary>
    public static bool AsksForPay(string line) => Sections["paywall"].Matches(Normalize(line));

    /// <summary>Whether a caption holds the credit of an agency or a photographer.</summary>
    public static bool HoldsCredit(string caption) => Array.Exists(CreditMarks, mark => caption.Contains(mark, StringComparison.OrdinalIgnoreCase)) || Array.Exists(Agencies, agency => caption.Contains(agency, StringComparison.OrdinalIgnoreCase));

    /// <summary>Lower case, numbers as `#`, straight apostrophes, signs at both ends away.</summary>
    private static string Normalize(string line)
    {
        var plain = new StringBuilder(line.Length);
        foreach (var letter in line)
        {
            if (char.IsAsciiDigit(letter))
            {
                if (plain.Length == 0 || plain[^1] != '#')
                {
                    plain.Append('#');
                }
            }
            else
            {
                plain.Append(letter is '’' or '‘' ? '\'' : letter == '\u00A0' ? ' ' : char.ToLowerInvariant(letter));
            }
        }

        var (start, end) = (0, plain.Length);
        while (start < end && !char.IsLetter(plain[start]) && plain[start] is not ('#' or '©'))
        {
            start++;
        }

        while (end > start && !char.IsLetter(plain[end - 1]) && plain[end - 1] is not ('#' or ')' or ':'))
        {
            end--;
        }

        return plain.ToString(start, end - start);
    }
}

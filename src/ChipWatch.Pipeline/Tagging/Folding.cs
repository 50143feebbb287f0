using System.Globalization;
using System.Text;

namespace ChipWatch.Pipeline.Tagging;

/// <summary>
/// One character in, one out, so that positions stay those of the text: small letters without accents, one space for every space
/// and hyphen, one apostrophe, half-width Latin. What texts spell in many ways meets the vocabulary in one.
/// </summary>
internal static class Folding
{
    private static readonly char[] Small = Table(toSmall: true);
    private static readonly char[] Cased = Table(toSmall: false);

    /// <summary>The character for matching without case.</summary>
    public static char Fold(char c) => Small[c];

    /// <summary>The same, letter case kept.</summary>
    public static char FoldKeepingCase(char c) => Cased[c];

    /// <summary>The folded text, of the same length.</summary>
    public static string Fold(string text) => string.Create(text.Length, text, static (into, from) =>
    {
        for (var i = 0; i < from.Length; i++)
        {
            into[i] = Small[from[i]];
        }
    });

    /// <summary>Whether two texts are one when only accents, spaces and hyphens are evened out.</summary>
    public static bool SameCase(ReadOnlySpan<char> one, ReadOnlySpan<char> other)
    {
        if (one.Length != other.Length)
        {
            return false;
        }

        for (var i = 0; i < one.Length; i++)
        {
            if (Cased[one[i]] != Cased[other[i]])
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Chinese, Japanese or Korean: scripts whose words touch each other, and Latin words, without a space.</summary>
    public static bool IsCjk(char c) =>
        c is >= '\u3040' and <= '\u30FF' or >= '\u3400' and <= '\u9FFF' or >= '\uAC00' and <= '\uD7AF' or >= '\u1100' and <= '\u11FF'
            or >= '\u3100' and <= '\u318F' or >= '\uF900' and <= '\uFAFF' or '\u3005' or '\u3007';

    /// <summary>A letter or digit that belongs to the word beside it.</summary>
    public static bool IsWord(char c) => char.IsAscii(c) ? char.IsAsciiLetterOrDigit(c) : char.IsLetterOrDigit(c) && !IsCjk(c);

    private static char[] Table(bool toSmall)
    {
        var table = new char[char.MaxValue + 1];
        for (var i = 0; i <= char.MaxValue; i++)
        {
            var c = Plain((char)i);
            table[i] = toSmall ? char.ToLowerInvariant(c) : c;
        }

        return table;
    }

    private static char Plain(char c)
    {
        if (char.IsAscii(c))
        {
            return c is '-' or '\t' or '\n' or '\r' ? ' ' : c;
        }

        if (c is >= '\uFF01' and <= '\uFF5E')
        {
            return Plain((char)(c - 0xFEE0));
        }

        if (c is '’' or '‘' or 'ʼ' or '´' or '′')
        {
            return '\'';
        }

        if (c is '\u00A0' or '\u3000' or '\u202F' or (>= '\u2000' and <= '\u200A') or (>= '\u2010' and <= '\u2015'))
        {
            return ' ';
        }

        return c is (>= '\u00C0' and <= '\u024F') or (>= '\u1E00' and <= '\u1EFF') ? WithoutAccent(c) : c;
    }

    private static char WithoutAccent(char c)
    {
        var parts = c.ToString().Normalize(NormalizationForm.FormD);
        return parts.Length > 1 && CharUnicodeInfo.GetUnicodeCategory(parts[1]) == UnicodeCategory.NonSpacingMark ? parts[0] : c;
    }
}

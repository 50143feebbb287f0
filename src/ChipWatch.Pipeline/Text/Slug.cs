using System.Globalization;
using System.Text;

namespace ChipWatch.Pipeline.Text;

/// <summary>The readable tail of an address.</summary>
public static class Slug
{
    private const int LongestSlug = 80;

    /// <summary>Lower-case letters and digits of any script, other characters as single hyphens, Latin letters without accents, at most 80 characters.</summary>
    /// <returns>"story" where nothing is left.</returns>
    public static string Of(string title)
    {
        var slug = new StringBuilder(LongestSlug);
        foreach (var rune in title.Normalize(NormalizationForm.FormD).EnumerateRunes())
        {
            if (slug.Length >= LongestSlug)
            {
                break;
            }

            if (Rune.IsLetterOrDigit(rune))
            {
                slug.Append(Rune.ToLowerInvariant(rune).ToString());
            }
            else if (Rune.GetUnicodeCategory(rune) is not UnicodeCategory.NonSpacingMark && rune.Value is not ('\'' or '’')
                && slug.Length > 0 && slug[^1] != '-')
            {
                slug.Append('-');
            }
        }

        var text = slug.ToString().Trim('-').Normalize(NormalizationForm.FormC);
        return text.Length == 0 ? "story" : text;
    }
}

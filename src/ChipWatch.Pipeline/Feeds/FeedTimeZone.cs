using System.Globalization;

namespace ChipWatch.Pipeline.Feeds;

/// <summary>Time zones as feeds name them.</summary>
internal static class FeedTimeZone
{
    private const int LongestName = 4;

    /// <summary>Minutes east of Greenwich; 0 for no zone and for names that nobody knows; null for what is no zone.</summary>
    /// <param name="zone">A name or a signed number, as in `PST`, `+0100`, `-05:30`, `+9`, `GMT+2`.</param>
    public static int? Minutes(string zone)
    {
        var text = zone.AsSpan().Trim();
        if (text.Length > 3 && (text.StartsWith("GMT", StringComparison.OrdinalIgnoreCase) || text.StartsWith("UTC", StringComparison.OrdinalIgnoreCase)) && !char.IsAsciiLetter(text[3]))
        {
            text = text[3..].Trim();
        }
        else if (text.Length > 2 && text.StartsWith("UT", StringComparison.OrdinalIgnoreCase) && text[2] is '+' or '-')
        {
            text = text[2..];
        }

        if (text.IsEmpty || char.IsAsciiLetter(text[0]))
        {
            // The military letters were defined the wrong way round and mean nothing (RFC 2822, 4.3); a zone nobody knows is no better.
            return Named(text) ?? 0;
        }

        Span<char> digits = stackalloc char[8];
        var count = 0;
        foreach (var c in text[1..])
        {
            if (char.IsAsciiDigit(c) && count < digits.Length)
            {
                digits[count++] = c;
            }
        }

        if (count is 0 or > 4)
        {
            return null;
        }

        var value = int.Parse(digits[..count], NumberStyles.None, CultureInfo.InvariantCulture);
        var minutes = count <= 2 ? value * 60 : (value / 100 * 60) + (value % 100);
        return text[0] == '+' ? minutes : -minutes;
    }

    /// <summary>Whether the word is a zone's name.</summary>
    public static bool IsName(ReadOnlySpan<char> word) => Named(word) is not null;

    /// <summary>Where one name has several meanings (CST, IST, BST), the one that news sites mean most often.</summary>
    private static int? Named(ReadOnlySpan<char> name)
    {
        Span<char> capitals = stackalloc char[LongestName];
        return name.Length > LongestName ? null : capitals[..name.ToUpperInvariant(capitals)] switch
        {
            "HST" => -600,
            "AKST" => -540,
            "PST" or "PT" or "AKDT" => -480,
            "MST" or "MT" or "PDT" => -420,
            "CST" or "CT" or "MDT" => -360,
            "EST" or "ET" or "CDT" or "COT" or "PET" => -300,
            "AST" or "EDT" or "CLT" or "VET" => -240,
            "NST" => -210,
            "ADT" or "BRT" or "ART" or "UYT" or "CLST" => -180,
            "NDT" => -150,
            "BRST" => -120,
            "Z" or "UT" or "UTC" or "GMT" or "WET" => 0,
            "WEST" or "BST" or "CET" or "MEZ" or "MET" => 60,
            "CEST" or "MESZ" or "MEST" or "SAST" or "CAT" or "EET" => 120,
            "EEST" or "IDT" or "EAT" or "TRT" or "MSK" => 180,
            "MSD" or "GST" => 240,
            "PKT" => 300,
            "IST" => 330,
            "NPT" => 345,
            "ICT" or "WIB" => 420,
            "SGT" or "MYT" or "HKT" or "PHT" or "AWST" => 480,
            "JST" or "KST" => 540,
            "ACST" => 570,
            "AEST" => 600,
            "ACDT" => 630,
            "AEDT" => 660,
            "NZST" => 720,
            "NZDT" => 780,
            _ => null,
        };
    }
}

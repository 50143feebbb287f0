using System.Collections.Frozen;
using System.Globalization;

namespace ChipWatch.Pipeline.Feeds;

/// <summary>Time zones as feeds name them.</summary>
internal static class FeedTimeZone
{
    // Where one name has several meanings (CST, IST, BST), the one that news sites mean most often.
    private static readonly FrozenDictionary<string, int> Named = new Dictionary<string, int>
    {
        ["Z"] = 0, ["UT"] = 0, ["UTC"] = 0, ["GMT"] = 0, ["WET"] = 0, ["WEST"] = 60, ["BST"] = 60, ["CET"] = 60, ["MEZ"] = 60, ["MET"] = 60,
        ["CEST"] = 120, ["MESZ"] = 120, ["MEST"] = 120, ["SAST"] = 120, ["CAT"] = 120, ["EET"] = 120, ["EEST"] = 180, ["IDT"] = 180, ["EAT"] = 180, ["TRT"] = 180, ["MSK"] = 180,
        ["MSD"] = 240, ["GST"] = 240, ["PKT"] = 300, ["IST"] = 330, ["NPT"] = 345, ["ICT"] = 420, ["WIB"] = 420, ["SGT"] = 480, ["MYT"] = 480, ["HKT"] = 480, ["PHT"] = 480,
        ["AWST"] = 480, ["JST"] = 540, ["KST"] = 540, ["ACST"] = 570, ["ACDT"] = 630, ["AEST"] = 600, ["AEDT"] = 660, ["NZST"] = 720, ["NZDT"] = 780,
        ["NST"] = -210, ["NDT"] = -150, ["AST"] = -240, ["ADT"] = -180, ["EST"] = -300, ["EDT"] = -240, ["ET"] = -300, ["CST"] = -360, ["CDT"] = -300, ["CT"] = -360,
        ["MST"] = -420, ["MDT"] = -360, ["MT"] = -420, ["PST"] = -480, ["PDT"] = -420, ["PT"] = -480, ["AKST"] = -540, ["AKDT"] = -480, ["HST"] = -600,
        ["BRT"] = -180, ["BRST"] = -120, ["ART"] = -180, ["UYT"] = -180, ["CLT"] = -240, ["CLST"] = -180, ["VET"] = -240, ["COT"] = -300, ["PET"] = -300,
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

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
            return Named.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(text, out var named) ? named : 0;
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
    public static bool IsName(ReadOnlySpan<char> word) => Named.GetAlternateLookup<ReadOnlySpan<char>>().ContainsKey(word);
}

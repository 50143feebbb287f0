using System.Globalization;
using System.Text;

namespace ChipWatch.Pipeline.Feeds;

/// <summary>Makes of almost-JSON what a JSON reader accepts: raw control characters become blanks, escapes of half a character U+FFFD.</summary>
internal static class JsonFeedRepair
{
    private const string Replacement = "\\uFFFD";

    /// <summary>The text, repaired where that is needed.</summary>
    public static string Repair(string text)
    {
        var repaired = text.Contains("\\ud", StringComparison.OrdinalIgnoreCase) ? WithoutHalfCharacters(text) : text;
        return repaired.AsSpan().ContainsAnyInRange('\0', '\u001F') ? WithoutControls(repaired) : repaired;
    }

    // Between values a blank is as good as a line break, and within one it is close to what was meant.
    private static string WithoutControls(string text) => string.Create(text.Length, text, (span, source) =>
    {
        source.CopyTo(span);
        foreach (ref var c in span)
        {
            c = c < ' ' ? ' ' : c;
        }
    });

    private static string WithoutHalfCharacters(string text)
    {
        var repaired = new StringBuilder(text.Length);
        for (var at = 0; at < text.Length;)
        {
            if (text[at] != '\\')
            {
                repaired.Append(text[at++]);
                continue;
            }

            var (first, second) = (EscapedUnit(text, at), EscapedUnit(text, at + 6));
            var isPair = char.IsHighSurrogate(first) && char.IsLowSurrogate(second);
            var length = isPair ? 12 : char.IsSurrogate(first) ? 6 : Math.Min(2, text.Length - at);
            repaired.Append(char.IsSurrogate(first) && !isPair ? Replacement : text.AsSpan(at, length));
            at += length;
        }

        return repaired.ToString();
    }

    private static char EscapedUnit(string text, int at) =>
        at + 6 <= text.Length && text[at] == '\\' && text[at + 1] == 'u'
        && ushort.TryParse(text.AsSpan(at + 2, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var unit)
            ? (char)unit
            : '\0';
}

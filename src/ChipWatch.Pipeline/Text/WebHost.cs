using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace ChipWatch.Pipeline.Text;

/// <summary>Reads host and port of an http(s) address as the WHATWG URL standard does.</summary>
internal static class WebHost
{
    private const string Forbidden = "\0\t\n\r #/:<>?@[\\]^|%\u007F";
    private static readonly IdnMapping Idn = new() { AllowUnassigned = true, UseStd3AsciiRules = false };

    /// <summary>Host and, where it is not the scheme's own, port; null where the standard calls it a failure.</summary>
    public static string? Read(string authority, string scheme)
    {
        var bracket = authority.LastIndexOf(']');
        var colon = authority.IndexOf(':', bracket < 0 ? 0 : bracket);
        var port = "";
        if (colon >= 0 && authority.Length > colon + 1)
        {
            var digits = authority.AsSpan(colon + 1);
            if (digits.ContainsAnyExceptInRange('0', '9') || !int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number > 65535)
            {
                return null;
            }

            port = number == (scheme == "http" ? 80 : 443) ? "" : $":{number}";
        }

        return Host(colon < 0 ? authority : authority[..colon]) is { } host ? host + port : null;
    }

    private static string? Host(string text)
    {
        if (text.StartsWith('['))
        {
            return text.EndsWith(']') && !text.Contains('%', StringComparison.Ordinal) && text.AsSpan(1, text.Length - 2).Contains(':')
                && IPAddress.TryParse(text.AsSpan(1, text.Length - 2), out var v6) && v6.AddressFamily == AddressFamily.InterNetworkV6
                ? $"[{Serialize(v6)}]" : null;
        }

        var name = ToAscii(Decode(text));
        if (string.IsNullOrEmpty(name) || name.Any(c => c <= ' ' || Forbidden.Contains(c, StringComparison.Ordinal)))
        {
            return null;
        }

        return EndsInNumber(name) ? V4(name) : name;
    }

    private static string Decode(string text) =>
        text.Contains('%', StringComparison.Ordinal) ? Encoding.UTF8.GetString(WebUtility.UrlDecodeToBytes(Encoding.UTF8.GetBytes(text.Replace("+", "%2B", StringComparison.Ordinal)), 0, Encoding.UTF8.GetByteCount(text.Replace("+", "%2B", StringComparison.Ordinal)))!) : text;

    private static string? ToAscii(string text)
    {
        if (Ascii.IsValid(text) && !text.Contains("xn--", StringComparison.OrdinalIgnoreCase))
        {
            return text.ToLowerInvariant();
        }

        try
        {
            var folded = text.Replace("\u00AD", "", StringComparison.Ordinal).Replace("\u200B", "", StringComparison.Ordinal)
                .Replace("\u2060", "", StringComparison.Ordinal).Replace("\uFEFF", "", StringComparison.Ordinal)
                .Normalize(NormalizationForm.FormKC).ToLowerInvariant().Replace('\u3002', '.').Normalize(NormalizationForm.FormKC);
            return folded.Contains('\uFFFD', StringComparison.Ordinal) ? null : Ascii.IsValid(folded) && !folded.Contains("xn--", StringComparison.Ordinal) ? folded : Idn.GetAscii(folded);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    private static bool EndsInNumber(string name)
    {
        var trimmed = name.EndsWith('.') ? name[..^1] : name;
        var last = trimmed[(trimmed.LastIndexOf('.') + 1)..];
        return last.Length > 0 && (!last.AsSpan().ContainsAnyExceptInRange('0', '9')
            || (last.StartsWith("0x", StringComparison.Ordinal) && last.Skip(2).All(char.IsAsciiHexDigit)));
    }

    private static string? V4(string name)
    {
        var labels = (name.EndsWith('.') ? name[..^1] : name).Split('.');
        if (labels.Length > 4)
        {
            return null;
        }

        ulong address = 0;
        for (var i = 0; i < labels.Length; i++)
        {
            var limit = i < labels.Length - 1 ? 256UL : 1UL << (8 * (5 - labels.Length));
            if (Number(labels[i]) is not { } value || value >= limit)
            {
                return null;
            }

            address += i < labels.Length - 1 ? value << (8 * (3 - i)) : value;
        }

        return $"{address >> 24}.{(address >> 16) & 255}.{(address >> 8) & 255}.{address & 255}";
    }

    private static ulong? Number(string label)
    {
        var isHex = label.StartsWith("0x", StringComparison.Ordinal);
        var digits = isHex ? label[2..] : label;
        var radix = isHex ? 16UL : label.Length > 1 && label[0] == '0' ? 8UL : 10UL;
        if (label.Length == 0)
        {
            return null;
        }

        ulong value = 0;
        foreach (var digit in digits)
        {
            if (!char.IsAsciiHexDigit(digit) || Convert.ToUInt64(digit.ToString(), 16) is var one && one >= radix)
            {
                return null;
            }

            value = Math.Min((value * radix) + Convert.ToUInt64(digit.ToString(), 16), uint.MaxValue + 1UL);
        }

        return value;
    }

    private static string Serialize(IPAddress address)
    {
        var bytes = address.GetAddressBytes();
        var pieces = Enumerable.Range(0, 8).Select(i => (bytes[2 * i] << 8) | bytes[(2 * i) + 1]).ToArray();
        var (start, length) = (-1, 1);
        for (var i = 0; i < 8; i++)
        {
            var run = 0;
            while (i + run < 8 && pieces[i + run] == 0)
            {
                run++;
            }

            (start, length) = run > length ? (i, run) : (start, length);
        }

        static string Join(IEnumerable<int> some) => string.Join(':', some.Select(piece => piece.ToString("x", CultureInfo.InvariantCulture)));
        return start < 0 ? Join(pieces) : $"{Join(pieces.Take(start))}::{Join(pieces.Skip(start + length))}";
    }
}

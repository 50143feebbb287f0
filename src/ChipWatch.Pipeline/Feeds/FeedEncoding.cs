using System.Globalization;
using System.Text;

namespace ChipWatch.Pipeline.Feeds;

/// <summary>
/// Decodes the bytes of a feed: by the byte order mark, else the charset of the HTTP header, else the declaration of the document,
/// else as UTF-8, else as Windows-1252. UTF-7 is never decoded.
/// </summary>
internal static class FeedEncoding
{
    /// <summary>What bytes are taken for that fit nothing else.</summary>
    internal static readonly Encoding Windows1252;

    private static readonly UTF8Encoding StrictUtf8 = new(false, throwOnInvalidBytes: true);

    static FeedEncoding()
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        Windows1252 = Encoding.GetEncoding(1252);
    }

    /// <summary>The text, without byte order mark and without NUL, which is in no format a character. Bytes that fit no encoding become U+FFFD; nothing throws.</summary>
    public static string Decode(ReadOnlySpan<byte> body, string? contentType) => WithoutNul(WithNul(body, contentType));

    private static string WithNul(ReadOnlySpan<byte> body, string? contentType)
    {
        var (marked, markLength) = ByMark(body);
        if (marked is not null)
        {
            return marked.GetString(body[markLength..]).TrimStart('\uFEFF');
        }

        var form = ByForm(body);
        var declared = Declared(form is null ? body : Encoding.UTF8.GetBytes(form.GetString(body[..Math.Min(body.Length, 1024)])));
        if (form is not null)
        {
            // Only the declaration can tell the many EBCDIC pages apart; for UTF-16 and UTF-32 the bytes themselves have told.
            var precise = form.CodePage == 37 ? Named(declared) ?? form : form;
            return precise.GetString(body).TrimStart('\uFEFF');
        }

        var named = NamedForBytes(Believed(Charset(contentType), declared, body)) ?? NamedForBytes(declared);
        if (named is null || named.CodePage == Encoding.UTF8.CodePage || IsUtf8AfterAll(named, declared, body))
        {
            return Utf8OrWindows1252(body);
        }

        return named.GetString(body);
    }

    private static string WithoutNul(string text) => text.Replace("\0", "", StringComparison.Ordinal);

    // A server's charset that the bytes refute (it says UTF-8 or ASCII to everything) gives way to what the document says of itself.
    private static string? Believed(string? charset, string? declared, ReadOnlySpan<byte> body) =>
        declared is not null && (Named(charset)?.CodePage == Encoding.UTF8.CodePage || charset?.Trim().Trim('"', '\'').ToLowerInvariant() is "us-ascii" or "ascii")
            && !System.Text.Unicode.Utf8.IsValid(body) && !IsMostlyUtf8(body) ? null : charset;

    /// <summary>The encoding of that name as the web means it; null where there is none or it must not be used.</summary>
    internal static Encoding? Named(string? label)
    {
        var name = label?.Trim().Trim('"', '\'').ToLowerInvariant().Replace('_', '-');
        switch (name)
        {
            case null or "" or "utf7" or "utf-7" or "x-unicode-2-0-utf-7" or "unicode-1-1-utf-7" or "csunicode11utf7" or "65000":
                return null;
            case "utf8" or "utf-8" or "unicode-1-1-utf-8" or "x-unicode20utf8":
                return Encoding.UTF8;
            // What the web labels so is in truth the larger Windows page (WHATWG Encoding, labels).
            case "iso-8859-1" or "iso8859-1" or "latin1" or "latin-1" or "l1" or "us-ascii" or "ascii" or "ansi-x3.4-1968" or "cp1252" or "x-cp1252":
                return Windows1252;
            case "iso-8859-9" or "latin5" or "cp1254":
                return Encoding.GetEncoding(1254);
            case "tis-620" or "iso-8859-11" or "cp874":
                return Encoding.GetEncoding(874);
            case "gb2312" or "gbk" or "gb-2312-80" or "x-gbk" or "cp936" or "gb18030" or "euc-cn":
                return Encoding.GetEncoding("gb18030");
            case "shift-jis" or "sjis" or "x-sjis" or "ms-kanji" or "cp932" or "windows-31j":
                return Encoding.GetEncoding(932);
            case "euc-kr" or "ks-c-5601-1987" or "ks-c-5601" or "korean" or "cp949" or "uhc":
                return Encoding.GetEncoding(949);
            case "big5-hkscs" or "cn-big5" or "x-x-big5" or "cp950":
                return Encoding.GetEncoding(950);
            case "koi8" or "koi":
                return Encoding.GetEncoding("koi8-r");
            case "u16" or "ucs-2" or "iso-10646-ucs-2" or "csunicode" or "unicode" or "utf-16le":
                return Encoding.Unicode;
            case "u32" or "ucs-4" or "iso-10646-ucs-4" or "csucs4":
                return Encoding.UTF32;
            default:
                return ByRegistry(name) ?? ByPage(name);
        }
    }

    private static Encoding? ByRegistry(string name) => Known(() => Encoding.GetEncoding(name));

    // IBM's and Microsoft's pages go by number: cp437, ibm037, ibm-1047.
    private static Encoding? ByPage(string name)
    {
        var number = name.AsSpan(name.StartsWith("cp", StringComparison.Ordinal) ? 2 : name.StartsWith("ibm", StringComparison.Ordinal) ? 3 : name.Length).Trim('-');
        return int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var page) && page is > 0 and < 65_000
            ? Known(() => Encoding.GetEncoding(page))
            : null;
    }

    private static Encoding? Known(Func<Encoding> find)
    {
        try
        {
            return find();
        }
        catch (Exception unknown) when (unknown is ArgumentException or NotSupportedException)
        {
            // There is no other way to ask whether an encoding is there.
            return null;
        }
    }

    // A label read from bytes that ASCII could read: a two- or four-byte form it may name is plainly untrue.
    private static Encoding? NamedForBytes(string? label) =>
        Named(label) is { } encoding && encoding.CodePage is not (1200 or 1201 or 12000 or 12001) ? encoding : null;

    private static (Encoding? Encoding, int Length) ByMark(ReadOnlySpan<byte> body) => body switch
    {
        [0xEF, 0xBB, 0xBF, ..] => (Encoding.UTF8, 3),
        [0xFF, 0xFE, 0, 0, ..] => (Encoding.UTF32, 4),
        [0, 0, 0xFE, 0xFF, ..] => (new UTF32Encoding(bigEndian: true, byteOrderMark: true), 4),
        [0xFF, 0xFE, ..] => (Encoding.Unicode, 2),
        [0xFE, 0xFF, ..] => (Encoding.BigEndianUnicode, 2),
        _ => (null, 0),
    };

    // XML 1.0, appendix F: the first `<` shows how wide the characters are.
    private static Encoding? ByForm(ReadOnlySpan<byte> body) => body switch
    {
        [0, 0, 0, (byte)'<' or (byte)'{', ..] => new UTF32Encoding(bigEndian: true, byteOrderMark: false),
        [(byte)'<' or (byte)'{', 0, 0, 0, ..] => Encoding.UTF32,
        [0, (byte)'<' or (byte)'{', 0, not 0, ..] => Encoding.BigEndianUnicode,
        [(byte)'<' or (byte)'{', 0, not 0, 0, ..] => Encoding.Unicode,
        [0x4C, 0x6F, 0xA7, 0x94, ..] => Encoding.GetEncoding(37),
        _ => null,
    };

    private static string? Declared(ReadOnlySpan<byte> body)
    {
        var head = WithoutNul(Encoding.Latin1.GetString(body[..Math.Min(body.Length, 1024)])).TrimStart();
        var end = head.IndexOf("?>", StringComparison.Ordinal);
        if (!head.StartsWith("<?xml", StringComparison.Ordinal) || end < 0)
        {
            return null;
        }

        var at = head.IndexOf("encoding", 0, end, StringComparison.Ordinal);
        return at < 0 ? null : Quoted(head[(at + 8)..end]);
    }

    private static string? Quoted(string text)
    {
        var value = text.AsSpan().TrimStart();
        if (value is not ['=', ..])
        {
            return null;
        }

        value = value[1..].TrimStart();
        if (value is not ['"' or '\'', ..])
        {
            return null;
        }

        var end = value[1..].IndexOf(value[0]);
        return end < 0 ? null : value.Slice(1, end).ToString();
    }

    private static string? Charset(string? contentType)
    {
        foreach (var part in contentType?.Split(';').Skip(1) ?? [])
        {
            var name = part.IndexOf('=', StringComparison.Ordinal);
            if (name > 0 && part.AsSpan(0, name).Trim().Equals("charset", StringComparison.OrdinalIgnoreCase))
            {
                return part[(name + 1)..];
            }
        }

        return null;
    }

    // Servers add "charset=ISO-8859-1" to documents that declare UTF-8 and are it, and templates keep the declaration of years ago;
    // text in a page of single bytes does not form several valid UTF-8 characters, and nothing else, by accident.
    private static bool IsUtf8AfterAll(Encoding named, string? declared, ReadOnlySpan<byte> body) =>
        named.IsSingleByte && body.ContainsAnyInRange((byte)0x80, (byte)0xFF) && System.Text.Unicode.Utf8.IsValid(body)
        && ((named.CodePage == Windows1252.CodePage && Named(declared)?.CodePage is null or 65001) || HasSeveral(body));

    private static bool HasSeveral(ReadOnlySpan<byte> utf8)
    {
        var starts = 0;
        for (var at = utf8.IndexOfAnyInRange((byte)0xC0, (byte)0xFF); at >= 0 && starts < 3; at = utf8.IndexOfAnyInRange((byte)0xC0, (byte)0xFF))
        {
            starts++;
            utf8 = utf8[(at + 1)..];
        }

        return starts >= 3;
    }

    private static string Utf8OrWindows1252(ReadOnlySpan<byte> body)
    {
        try
        {
            return StrictUtf8.GetString(body);
        }
        catch (DecoderFallbackException)
        {
            // One damaged or cut character in UTF-8 text is damage; text whose every accent is invalid is another encoding.
            return IsMostlyUtf8(body) ? Encoding.UTF8.GetString(body) : Windows1252.GetString(body);
        }
    }

    private static bool IsMostlyUtf8(ReadOnlySpan<byte> body)
    {
        var (good, bad) = (0, 0);
        for (var at = body.IndexOfAnyInRange((byte)0x80, (byte)0xFF); at >= 0; at = body.IndexOfAnyInRange((byte)0x80, (byte)0xFF))
        {
            body = body[at..];
            var status = Rune.DecodeFromUtf8(body, out _, out var length);
            good += status == System.Buffers.OperationStatus.Done ? 1 : 0;
            bad += status == System.Buffers.OperationStatus.InvalidData ? 1 : 0;
            body = body[Math.Max(1, length)..];
        }

        return good >= bad;
    }
}

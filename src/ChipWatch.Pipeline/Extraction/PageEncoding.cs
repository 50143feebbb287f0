using System.Buffers;
using System.Text;
using ChipWatch.Pipeline.Feeds;

namespace ChipWatch.Pipeline.Extraction;

/// <summary>Decodes the bytes of a page: BOM, then HTTP charset, then meta charset in the first 1,024 bytes, then UTF-8, else Windows-1252 (HTML standard, 13.2.3).</summary>
public static class PageEncoding
{
    private const int SniffedBytes = 1024;

    private static readonly SearchValues<char> LabelCharacters =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_:.");

    /// <summary>The page as text; bytes that fit no encoding become replacement characters.</summary>
    /// <param name="body">The bytes, content coding removed.</param>
    /// <param name="contentType">The Content-Type header, or null.</param>
    public static string Decode(ReadOnlySpan<byte> body, string? contentType)
    {
        if (body.StartsWith<byte>([0xEF, 0xBB, 0xBF]))
        {
            return Encoding.UTF8.GetString(body[3..]);
        }

        if (body.StartsWith<byte>([0xFF, 0xFE]) || body.StartsWith<byte>([0xFE, 0xFF]))
        {
            return (body[0] == 0xFF ? Encoding.Unicode : Encoding.BigEndianUnicode).GetString(body[2..]);
        }

        var stated = FeedEncoding.Named(CharsetIn(contentType ?? "")) ?? FeedEncoding.Named(CharsetIn(Encoding.Latin1.GetString(body[..Math.Min(body.Length, SniffedBytes)])));
        return stated is not null ? stated.GetString(body)
            : System.Text.Unicode.Utf8.IsValid(body) ? Encoding.UTF8.GetString(body)
            : FeedEncoding.Windows1252.GetString(body);
    }

    private static string? CharsetIn(string text)
    {
        var at = text.IndexOf("charset=", StringComparison.OrdinalIgnoreCase);
        if (at < 0)
        {
            return null;
        }

        var label = text.AsSpan(at + "charset=".Length).TrimStart("\"' ");
        var end = label.IndexOfAnyExcept(LabelCharacters);
        return (end < 0 ? label : label[..end]).ToString();
    }
}

using System.Buffers.Binary;
using System.Text;

namespace ChipWatch.Pipeline.Clustering;

/// <summary>
/// Texts as 64 bits, the same on every machine and in every run: where it only matters whether two are equal. Among the few million texts of a store two
/// share a number with a chance of one in a million.
/// </summary>
internal static class TextHash
{
    private const ulong First = 0x9E3779B97F4A7C15;
    private const ulong Second = 0xD6E8FEB86659FD93;
    private const int LongestOnStack = 128;

    /// <summary>The number of a text.</summary>
    public static ulong Of(ReadOnlySpan<char> text)
    {
        Span<byte> bytes = stackalloc byte[LongestOnStack * 3];
        return text.Length <= LongestOnStack ? Of(bytes[..Encoding.UTF8.GetBytes(text, bytes)]) : Of(Encoding.UTF8.GetBytes(text.ToArray()));
    }

    /// <summary>The number of a text that is given in UTF-8.</summary>
    public static ulong Of(ReadOnlySpan<byte> text)
    {
        var hash = First + (ulong)text.Length;
        while (text.Length >= sizeof(ulong))
        {
            hash = Mixed(hash ^ BinaryPrimitives.ReadUInt64LittleEndian(text));
            text = text[sizeof(ulong)..];
        }

        ulong rest = 0;
        for (var i = 0; i < text.Length; i++)
        {
            rest |= (ulong)text[i] << (i * 8);
        }

        return Mixed(hash ^ rest);
    }

    /// <summary>The number of a text of some kind.</summary>
    public static ulong Of(int kind, ulong text) => Mixed(text + ((ulong)kind * First));

    private static ulong Mixed(ulong value)
    {
        value = (value ^ (value >> 32)) * Second;
        value = (value ^ (value >> 32)) * Second;
        return value ^ (value >> 32);
    }
}

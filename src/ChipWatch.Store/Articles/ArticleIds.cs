using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace ChipWatch.Store.Articles;

/// <summary>
/// Ids that follow publication time and come out the same on every machine: seconds since 1990 in the upper bits, 20 bits of the address below.
/// So row order is time order whenever an article arrives, and a rebuilt store keeps its addresses. 51 bits: exact in JavaScript too.
/// </summary>
internal static class ArticleIds
{
    private const int AddressBits = 20;
    private static readonly long Epoch = new DateTimeOffset(1990, 1, 1, 0, 0, 0, TimeSpan.Zero).ToUnixTimeSeconds();

    /// <summary>The id of an article.</summary>
    /// <param name="publishedAt">Clamped to 1990 and later.</param>
    /// <param name="canonicalUrl">Its address.</param>
    /// <param name="attempt">0; higher where two addresses of one second met in one id.</param>
    public static long Of(DateTimeOffset publishedAt, string canonicalUrl, int attempt)
    {
        var seconds = Math.Max(0, publishedAt.ToUnixTimeSeconds() - Epoch);
        var address = BinaryPrimitives.ReadUInt32BigEndian(SHA256.HashData(Encoding.UTF8.GetBytes(canonicalUrl)));
        return (seconds << AddressBits) | ((address + (uint)attempt) & ((1u << AddressBits) - 1));
    }

    /// <summary>The smallest id of an instant: ids of that time and later are not below it.</summary>
    public static long From(DateTimeOffset instant) => Math.Max(0, instant.ToUnixTimeSeconds() - Epoch) << AddressBits;
}

using System.IO.Compression;

namespace ChipWatch.Store.Articles;

/// <summary>Packs pages as they were fetched, to be read again by better rules.</summary>
internal static class Originals
{
    /// <summary>A page, Brotli.</summary>
    public static byte[] Pack(ReadOnlySpan<byte> page)
    {
        using var packed = new MemoryStream();
        using (var brotli = new BrotliStream(packed, CompressionLevel.Fastest))
        {
            brotli.Write(page);
        }

        return packed.ToArray();
    }

    /// <summary>The page again.</summary>
    /// <exception cref="InvalidDataException">The bytes are damaged.</exception>
    public static byte[] Unpack(byte[] packed)
    {
        using var page = new MemoryStream();
        using var brotli = new BrotliStream(new MemoryStream(packed), CompressionMode.Decompress);
        brotli.CopyTo(page);
        return page.ToArray();
    }
}

using System.IO.Compression;

namespace ChipWatch.Pipeline.Listings;

/// <summary>Bodies that are gzip files by themselves, as sitemaps are served, apart from any content coding.</summary>
internal static class GzipBody
{
    private const int MaxRatio = 200;
    private const int RatioCountsFrom = 1024 * 1024;

    /// <summary>The unpacked bytes, the same bytes where they are not packed; null for a broken file, a bomb, or more than allowed.</summary>
    public static ReadOnlyMemory<byte>? Unpack(ReadOnlyMemory<byte> body, int maxBytes)
    {
        if (body.Span is not [0x1F, 0x8B, 8, ..])
        {
            return body.Length > maxBytes ? null : body;
        }

        try
        {
            using var unpacked = new MemoryStream();
            using var packed = new GZipStream(new MemoryStream(body.ToArray()), CompressionMode.Decompress);
            var buffer = new byte[32 * 1024];
            for (var read = packed.Read(buffer); read > 0; read = packed.Read(buffer))
            {
                unpacked.Write(buffer, 0, read);
                if (unpacked.Length > maxBytes || (unpacked.Length > RatioCountsFrom && unpacked.Length / MaxRatio > body.Length))
                {
                    return null;
                }
            }

            return unpacked.ToArray();
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }
}

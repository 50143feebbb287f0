using System.IO.Compression;

namespace ChipWatch.Pipeline.Fetching;

/// <summary>Reads a body and removes its content coding, counting what comes out while it comes.</summary>
internal static class BodyReader
{
    private const int RatioCountsFrom = 1024 * 1024;

    /// <summary>Reads the whole body.</summary>
    /// <param name="raw">The body as it is sent.</param>
    /// <param name="coding">The Content-Encoding header; null or empty where there is none.</param>
    /// <param name="limit">How much is taken.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <exception cref="BodyRefusedException">Too many bytes, a decompression bomb, a coding that is unknown, stacked or broken.</exception>
    public static async Task<ReadOnlyMemory<byte>> ReadAsync(Stream raw, string? coding, BodyLimits limit, CancellationToken cancellationToken)
    {
        var maxBytes = limit.MaxBytes;
        var counted = new CountingStream(raw);
        await using var decoded = await DecodeAsync(counted, coding, cancellationToken);
        // One byte more than allowed is asked for, so that a body of exactly the limit passes
        using var body = new ByteCollector(maxBytes + 1);
        while (true)
        {
            var read = await ReadSomeAsync(decoded, body.Room, cancellationToken);
            body.Advance(read);
            if (body.Length > maxBytes && !limit.CutAtLimit)
            {
                throw new BodyRefusedException(FetchFailure.TooLarge, $"The body is larger than {Size(maxBytes)}.");
            }

            if (read == 0 || body.Length > maxBytes)
            {
                return body.Take(Math.Min(body.Length, maxBytes));
            }

            if (body.Length > RatioCountsFrom && body.Length / limit.MaxRatio > counted.Count)
            {
                throw new BodyRefusedException(FetchFailure.TooLarge, $"The body grows more than {limit.MaxRatio}-fold when unpacked: a decompression bomb.");
            }
        }
    }

    private static async ValueTask<int> ReadSomeAsync(Stream decoded, Memory<byte> room, CancellationToken cancellationToken)
    {
        try
        {
            return await decoded.ReadAsync(room, cancellationToken);
        }
        catch (Exception cause) when (cause is InvalidDataException or InvalidOperationException)
        {
            throw new BodyRefusedException(FetchFailure.Protocol, "The body's compression is broken.");
        }
    }

    private static async ValueTask<Stream> DecodeAsync(Stream body, string? coding, CancellationToken cancellationToken)
    {
        var codings = (coding ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Where(one => !one.Equals("identity", StringComparison.OrdinalIgnoreCase)).ToList();
        return codings switch
        {
            [] => body,
            [var one] => one.ToLowerInvariant() switch
            {
                "gzip" or "x-gzip" => new GZipStream(body, CompressionMode.Decompress),
                "br" => new BrotliStream(body, CompressionMode.Decompress),
                "deflate" => await InflateAsync(body, cancellationToken),
                _ => throw new BodyRefusedException(FetchFailure.Protocol, "The body is packed in a way that was not asked for."),
            },
            _ => throw new BodyRefusedException(FetchFailure.Protocol, "The body is packed more than once."),
        };
    }

    // "deflate" means zlib, but some servers send the bare stream: the low half of zlib's first byte is always 8
    private static async ValueTask<Stream> InflateAsync(Stream body, CancellationToken cancellationToken)
    {
        var first = new byte[1];
        var read = await body.ReadAsync(first, cancellationToken);
        var whole = new PrefixedStream(first.AsMemory(0, read), body);
        return read == 1 && (first[0] & 0x0F) == 8
            ? new ZLibStream(whole, CompressionMode.Decompress)
            : new DeflateStream(whole, CompressionMode.Decompress);
    }

    private static string Size(int bytes) => bytes >= 1024 * 1024 ? $"{bytes / (1024 * 1024)} MiB" : $"{bytes / 1024} KiB";
}

/// <summary>How much of a body is taken.</summary>
/// <param name="MaxBytes">Most bytes after decoding.</param>
/// <param name="CutAtLimit">Whether a longer body is cut instead of refused.</param>
/// <param name="MaxRatio">How many times its size it may grow when it is unpacked.</param>
internal readonly record struct BodyLimits(int MaxBytes, bool CutAtLimit, int MaxRatio);

/// <summary>A body that is not taken.</summary>
internal sealed class BodyRefusedException(FetchFailure failure, string message) : Exception(message)
{
    /// <summary>The kind of failure.</summary>
    public FetchFailure Failure { get; } = failure;
}

using System.Buffers;
using System.IO.Compression;

namespace ChipWatch.Pipeline.Fetching;

/// <summary>Reads a body and removes its content coding, counting what comes out while it comes.</summary>
internal static class BodyReader
{
    private const int MaxRatio = 200;
    private const int RatioCountsFrom = 1024 * 1024;
    private const int FirstBuffer = 32 * 1024;

    // Without it a packed body that breaks off is taken as whole
    static BodyReader() => AppContext.SetSwitch("System.IO.Compression.UseStrictValidation", true);

    /// <summary>Reads the whole body.</summary>
    /// <param name="raw">The body as it is sent.</param>
    /// <param name="coding">The Content-Encoding header; null or empty where there is none.</param>
    /// <param name="maxBytes">Most bytes after decoding.</param>
    /// <param name="cutAtLimit">Whether a longer body is cut instead of refused.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <exception cref="BodyRefusedException">Too many bytes, a decompression bomb, a coding that is unknown, stacked or broken.</exception>
    public static async Task<ReadOnlyMemory<byte>> ReadAsync(Stream raw, string? coding, int maxBytes, bool cutAtLimit, CancellationToken cancellationToken)
    {
        var counted = new CountingStream(raw);
        await using var decoded = await DecodeAsync(counted, coding, cancellationToken);
        var buffer = ArrayPool<byte>.Shared.Rent(Math.Min(FirstBuffer, maxBytes + 1));
        try
        {
            var length = 0;
            while (true)
            {
                if (length == buffer.Length)
                {
                    buffer = Grow(buffer, length, maxBytes);
                }

                // One byte more than allowed is asked for, so that a body of exactly the limit passes
                var room = buffer.AsMemory(length, Math.Min(buffer.Length, maxBytes + 1) - length);
                var read = await ReadSomeAsync(decoded, room, cancellationToken);
                length += read;
                if (length > maxBytes && !cutAtLimit)
                {
                    throw new BodyRefusedException(FetchFailure.TooLarge, $"The body is larger than {Size(maxBytes)}.");
                }

                if (read == 0 || length > maxBytes)
                {
                    return buffer.AsSpan(0, Math.Min(length, maxBytes)).ToArray();
                }

                if (length > RatioCountsFrom && length / MaxRatio > counted.Count)
                {
                    throw new BodyRefusedException(FetchFailure.TooLarge, $"The body grows more than {MaxRatio}-fold when unpacked: a decompression bomb.");
                }
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private static byte[] Grow(byte[] full, int length, int maxBytes)
    {
        var larger = ArrayPool<byte>.Shared.Rent((int)Math.Min(2L * length, maxBytes + 1L));
        full.AsSpan(0, length).CopyTo(larger);
        ArrayPool<byte>.Shared.Return(full);
        return larger;
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

/// <summary>A body that is not taken.</summary>
internal sealed class BodyRefusedException(FetchFailure failure, string message) : Exception(message)
{
    /// <summary>The kind of failure.</summary>
    public FetchFailure Failure { get; } = failure;
}

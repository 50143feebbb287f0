using System.Buffers;
using System.IO.Pipelines;

namespace ChipWatch.Commands;

/// <summary>Reads lines as bytes: a page of some megabytes is held once, not also as text.</summary>
internal sealed class LineReader(Stream input) : IAsyncDisposable
{
    private readonly PipeReader reader = PipeReader.Create(input, new StreamPipeReaderOptions(bufferSize: 64 * 1024, leaveOpen: true));

    /// <summary>The next line without its end; null behind the last one.</summary>
    public async ValueTask<byte[]?> ReadAsync(CancellationToken cancellationToken)
    {
        var searched = 0L;
        while (true)
        {
            var read = await reader.ReadAsync(cancellationToken);
            if (read.Buffer.Slice(searched).PositionOf((byte)'\n') is { } end)
            {
                var line = read.Buffer.Slice(0, end).ToArray();
                reader.AdvanceTo(read.Buffer.GetPosition(1, end));
                return line;
            }

            if (read.IsCompleted)
            {
                var last = read.Buffer.IsEmpty ? null : read.Buffer.ToArray();
                reader.AdvanceTo(read.Buffer.End);
                return last;
            }

            searched = read.Buffer.Length;
            reader.AdvanceTo(read.Buffer.Start, read.Buffer.End);
        }
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => reader.CompleteAsync();
}

using System.Buffers;

namespace ChipWatch.Pipeline.Fetching;

/// <summary>Gathers bytes of unknown number in small borrowed pieces: a body that is refused in the end never took one large array.</summary>
/// <param name="most">Most bytes that may come.</param>
internal sealed class ByteCollector(int most) : IDisposable
{
    private const int PieceSize = 64 * 1024;
    private readonly List<byte[]> pieces = [];
    private int inLast = PieceSize;

    /// <summary>Bytes gathered.</summary>
    public int Length { get; private set; }

    /// <summary>Where the next bytes go; empty only when <c>most</c> are there.</summary>
    public Memory<byte> Room
    {
        get
        {
            if (inLast == PieceSize)
            {
                pieces.Add(ArrayPool<byte>.Shared.Rent(PieceSize));
                inLast = 0;
            }

            return pieces[^1].AsMemory(inLast, Math.Min(PieceSize - inLast, most - Length));
        }
    }

    /// <summary>So many bytes of <see cref="Room"/> were filled.</summary>
    public void Advance(int count) => (inLast, Length) = (inLast + count, Length + count);

    /// <summary>The first bytes as one array.</summary>
    public byte[] Take(int count)
    {
        var whole = GC.AllocateUninitializedArray<byte>(count);
        for (var i = 0; i * PieceSize < count; i++)
        {
            pieces[i].AsSpan(0, Math.Min(PieceSize, count - (i * PieceSize))).CopyTo(whole.AsSpan(i * PieceSize));
        }

        return whole;
    }

    public void Dispose()
    {
        foreach (var piece in pieces)
        {
            ArrayPool<byte>.Shared.Return(piece);
        }

        pieces.Clear();
    }
}

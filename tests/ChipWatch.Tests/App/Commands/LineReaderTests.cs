using System.Text;
using ChipWatch.Commands;

namespace ChipWatch.Tests.App.Commands;

public sealed class LineReaderTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(100_000)]
    public async Task ReadAsync_LinesOfAllLengths_GivesEachWhole(int piece)
    {
        string[] lines = ["", "short", new('a', 70_000), new('b', 3_000_000), "é", "", new('c', 65_536), "last"];
        using var input = new Pieces(Encoding.UTF8.GetBytes(string.Join('\n', lines)), piece == 1 ? 4_099 : piece * 1_000);

        var reader = new LineReader(input);
        var read = new List<string>();
        while (await reader.ReadAsync(CancellationToken.None) is { } line)
        {
            read.Add(Encoding.UTF8.GetString(line.Span));
        }

        Assert.Equal(lines, read);
    }

    [Fact]
    public async Task ReadAsync_InputEnded_GivesNullAgainAndAgain()
    {
        using var input = new MemoryStream("a\n"u8.ToArray());
        var reader = new LineReader(input);

        Assert.NotNull(await reader.ReadAsync(CancellationToken.None));
        Assert.Null(await reader.ReadAsync(CancellationToken.None));
        Assert.Null(await reader.ReadAsync(CancellationToken.None));
    }

    /// <summary>Gives at most so many bytes at once, as a pipe does.</summary>
    private sealed class Pieces(byte[] bytes, int most) : MemoryStream(bytes)
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            base.ReadAsync(buffer[..Math.Min(most, buffer.Length)], cancellationToken);
    }
}

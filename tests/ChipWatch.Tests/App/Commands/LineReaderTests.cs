using System.Text;
using ChipWatch.Commands;

namespace ChipWatch.Tests.App.Commands;

public sealed class LineReaderTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(100_000)]
    public void Read_LinesOfAllLengths_GivesEachWhole(int piece)
    {
        string[] lines = ["", "short", new('a', 70_000), new('b', 3_000_000), "é", "", new('c', 65_536), "last"];
        using var input = new Pieces(Encoding.UTF8.GetBytes(string.Join('\n', lines)), piece == 1 ? 4_099 : piece * 1_000);

        var reader = new LineReader(input);
        var read = new List<string>();
        while (reader.Read() is { } line)
        {
            read.Add(Encoding.UTF8.GetString(line.Span));
        }

        Assert.Equal(lines, read);
    }

    [Fact]
    public void Read_InputEnded_GivesNullAgainAndAgain()
    {
        using var input = new MemoryStream("a\n"u8.ToArray());
        var reader = new LineReader(input);

        Assert.NotNull(reader.Read());
        Assert.Null(reader.Read());
        Assert.Null(reader.Read());
    }

    /// <summary>Gives at most so many bytes at once, as a pipe does.</summary>
    private sealed class Pieces(byte[] bytes, int most) : MemoryStream(bytes)
    {
        public override int Read(byte[] buffer, int offset, int count) => base.Read(buffer, offset, Math.Min(most, count));
    }
}

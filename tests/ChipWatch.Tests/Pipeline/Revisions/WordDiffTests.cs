using ChipWatch.Pipeline.Revisions;

namespace ChipWatch.Tests.Pipeline.Revisions;

public sealed class WordDiffTests
{
    [Fact]
    public void Between_OneWordChanged_TellsThatWordAlone() => Assert.Equal(
        [new(DiffKind.Same, "Trainium "), new(DiffKind.Removed, "will "), new(DiffKind.Added, "may "), new(DiffKind.Same, "leave the AWS fold")],
        WordDiff.Between("Trainium will leave the AWS fold", "Trainium may leave the AWS fold"));

    [Theory]
    [InlineData("", "")]
    [InlineData("One two three.", "")]
    [InlineData("", "One two three.")]
    [InlineData("Sales rose 5% to $1,234.50 (net).", "Sales fell 7.5% to $1,134.50, net of tax.")]
    [InlineData("台积电将在亚利桑那建厂。", "台积电或在亚利桑那建厂。")]
    [InlineData("A 🙂 stays.", "A 🙃 stays.")]
    public void Between_AnyTexts_HoldsBothWhole(string old, string now)
    {
        var pieces = WordDiff.Between(old, now);

        Assert.Equal(Solid(old), Solid(string.Concat(pieces.Where(p => p.Kind != DiffKind.Added).Select(p => p.Text))));
        Assert.Equal(Solid(now), Solid(string.Concat(pieces.Where(p => p.Kind != DiffKind.Removed).Select(p => p.Text))));
    }

    /// <summary>Without blanks: what stands in both is shown with those of the newer text.</summary>
    private static string Solid(string text) => text.Replace(" ", "", StringComparison.Ordinal);

    [Fact]
    public void Between_OtherQuotationMarks_IsTheSame() =>
        Assert.Equal([new(DiffKind.Same, "“Not yet”, he said")], WordDiff.Between("\"Not yet\", he said", "“Not yet”, he said"));
}

using ChipWatch.Pipeline.Catalogue;
using ChipWatch.Pipeline.Tagging;
using ChipWatch.Pipeline.Text;

namespace ChipWatch.Tests.Pipeline.Tagging;

public sealed class TaggerTests
{
    private static readonly Tagger Seeds = new(Vocabulary.Of(NewsCatalogue.LoadSeeds()));

    [Fact]
    public void Tag_EmptyArticle_SaysNothing()
    {
        var tags = Seeds.Tag(new("a", null, null, null, null, "", "", []));

        Assert.Empty(tags.Companies);
        Assert.Empty(tags.Topics);
        Assert.Null(tags.Event);
    }

    [Theory]
    [InlineData("Trainium3")]
    [InlineData("Trainium 3")]
    [InlineData("Trainium-3")]
    [InlineData("third-generation Trainium")]
    public void Tag_SpellingsOfOneChip_NameThatChipAndItsCompany(string spelling)
    {
        var text = $"The new servers hold the {spelling} and nothing else.";
        var tags = Seeds.Tag(new("a", null, null, "en", null, "New servers", text, BlockRoles.Find(text, "en")));

        Assert.Equal(["amazon-trainium3"], tags.Chips.Select(tag => tag.Id));
        Assert.Equal(["amazon"], tags.Companies.Select(tag => tag.Id));
    }
}

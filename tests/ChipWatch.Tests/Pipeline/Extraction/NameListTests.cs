using ChipWatch.Pipeline.Extraction;

namespace ChipWatch.Tests.Pipeline.Extraction;

public class NameListTests
{
    private static readonly NameList Names = new(["nav-?bar", "nav", "share", "shared", "related*", "tag-?-?row"], before: " -:", behind: " -:0123456789");

    [Theory]
    [InlineData("nav", "nav")]
    [InlineData("site-nav top", "nav")]
    [InlineData("navbar", "navbar")]
    [InlineData("top nav-bar", "nav-bar")]
    [InlineData("nav2", "nav")]
    [InlineData("relatedstories ", "relatedstories")]
    [InlineData("related2", "related2")]
    [InlineData("related2.box", "related")]
    [InlineData("tag--row", "tag--row")]
    [InlineData("tagrow", "tagrow")]
    public void Find_NameWithinBounds_GivesItAsWritten(string text, string name) => Assert.Equal(name, Names.Find(text));

    [Theory]
    [InlineData("")]
    [InlineData("navigation")]
    [InlineData("unrelated")]
    [InlineData("related.box")]
    [InlineData("shares")]
    [InlineData("nav.x")]
    public void Find_NameWithinAnotherWord_GivesNull(string text) => Assert.Null(Names.Find(text));

    [Fact]
    public void Find_SeveralNames_GivesTheLeftmostAndThenTheFirstOfTheList()
    {
        Assert.Equal("share", Names.Find("share-nav"));
        Assert.Equal("nav-bar", Names.Find("nav-bar"));
    }
}

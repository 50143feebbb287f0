using ChipWatch.Digests;

namespace ChipWatch.Tests.App.Digests;

public sealed class MarkdownTextTests
{
    [Fact]
    public void Escape_HostileTitle_IsText() =>
        Assert.Equal(@"\[x\]\(javascript:1\) \<b\> \# a\_b line", MarkdownText.Escape("[x](javascript:1) <b> # a_b\nline"));

    [Theory]
    [InlineData("javascript:alert(1)", "Title")]
    [InlineData("https://a.example/x>y z", "[Title](<https://a.example/x%3Ey%20z>)")]
    public void Link_Address_IsHttpAndEncoded(string url, string expected) => Assert.Equal(expected, MarkdownText.Link("Title", url));
}

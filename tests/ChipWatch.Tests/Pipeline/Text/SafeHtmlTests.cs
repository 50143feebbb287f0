using ChipWatch.Pipeline.Text;

namespace ChipWatch.Tests.Pipeline.Text;

public sealed class SafeHtmlTests
{
    private static readonly Uri Page = new("https://news.example/a/b.html");

    [Theory]
    [InlineData("<script>alert(1)</script>x", "x")]
    [InlineData("<p onclick=\"alert(1)\" style=\"position:fixed\">x</p>", "<p>x</p>")]
    [InlineData("<a href=\"java\nscript:alert(1)\">x</a>", "<a>x</a>")]
    [InlineData("<svg><a href=\"javascript:1\"><text>x</text></a><style>y</style></svg>", "x")]
    [InlineData("<math><mi>x</mi><annotation>y</annotation></math>", "x")]
    [InlineData("<form action=/x><input value=1>text</form>", "text")]
    [InlineData("<!--[if IE]><p>x</p><![endif]-->y", "y")]
    [InlineData("<img src=p.gif width=1 height=1>x", "x")]
    [InlineData("<h2 id=top>x</h2>", "<h2 id=\"user-content-top\">x</h2>")]
    public void Sanitize_ForeignHtml_KeepsOnlyWhatIsAllowed(string html, string expected) =>
        Assert.Equal(expected, SafeHtml.Sanitize(html, Page));

    [Fact]
    public void Sanitize_RelativeAddresses_MakesThemAbsolute() => Assert.Equal(
        "<a href=\"https://news.example/c\" target=\"_blank\" rel=\"noopener noreferrer nofollow ugc\">c</a>"
        + "<img src=\"https://news.example/a/d.png\" alt=\"d\" loading=\"lazy\" referrerpolicy=\"no-referrer\">",
        SafeHtml.Sanitize("<a href=/c>c</a><img src=d.png alt=d>", Page));
}

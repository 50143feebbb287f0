using AngleSharp.Html.Parser;
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

    // Each of these has opened a hole in a sanitizer once: content that parses differently the second time, or in another namespace.
    [Theory]
    [InlineData("<math><mtext><table><mglyph><style><!--</style><img title=\"--&gt;&lt;img src=1 onerror=alert(1)&gt;\">")]
    [InlineData("<svg></p><style><a id=\"</style><img src=1 onerror=alert(1)>\">")]
    [InlineData("<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\">")]
    [InlineData("<form><math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>")]
    [InlineData("<svg><foreignObject><iframe srcdoc=\"<script>1</script>\"></foreignObject><title><img src=x onerror=1></title></svg>")]
    [InlineData("<xmp><img src=x onerror=1></xmp><plaintext><img src=x onerror=1>")]
    [InlineData("<template><script>1</script></template><select><option><style></select><img src=x onerror=1></style>")]
    [InlineData("<p title=\"--><script>1</script>\"><!--><img src=x onerror=1>--><!-- <img onerror=1> --!><img src=y onerror=1>")]
    [InlineData("<listing>&lt;img src=x onerror=1&gt;</listing><textarea><img src=x onerror=1></textarea>")]
    [InlineData("<video src=v onloadstart=1><audio src=a></video><iframe src=//v.example></iframe><object data=x><embed src=e></object>")]
    [InlineData("<base href=//evil.example><meta http-equiv=refresh content=0><link rel=stylesheet href=x><style>@import x</style>")]
    [InlineData("<img srcset='a 1x' sizes=1 src=/i.png name=body role=img aria-label=x data-x=1 slot=s is=x onload=1 style=x>")]
    public void Sanitize_WhatOpenedHolesElsewhere_LeavesNothingActive(string html)
    {
        var safe = SafeHtml.Sanitize(html, Page);

        using var page = new HtmlParser().ParseDocument(safe);
        Assert.Equal(safe, SafeHtml.Sanitize(safe, Page));
        Assert.All(page.Body!.QuerySelectorAll("*"), element =>
        {
            Assert.Contains(element.LocalName, SafeHtmlTree.Tags);
            Assert.All(element.Attributes, attribute => Assert.Contains(attribute.Name, Allowed));
        });
        Assert.DoesNotContain("<!--", safe, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://user:secret@h.example/x", "https://h.example/x")]
    [InlineData("//h.example/x", "https://h.example/x")]
    [InlineData("mailto:a@b.example", "mailto:a@b.example")]
    [InlineData("#top", "#user-content-top")]
    [InlineData("ftp://h.example/x", null)]
    [InlineData(" &#1;javascript:alert(1)", null)]
    [InlineData("JaVaScRiPt&colon;alert(1)", null)]
    [InlineData("java&Tab;script:alert(1)", null)]
    [InlineData("vbscript:x", null)]
    [InlineData("data:text/html,x", null)]
    [InlineData("blob:https://h.example/1", null)]
    public void Sanitize_LinkOfEveryScheme_KeepsThoseOfTheWeb(string address, string? expected)
    {
        using var page = new HtmlParser().ParseDocument(SafeHtml.Sanitize($"<a href=\"{address}\">x</a>", Page));
        Assert.Equal(expected, page.QuerySelector("a")!.GetAttribute("href"));
    }

    [Theory]
    [InlineData("data:image/png;base64,iVBORw0KGgo=", true)]
    [InlineData("https://h.example/a.png", true)]
    [InlineData("data:image/svg+xml;base64,PHN2Zz4=", false)]
    [InlineData("data:image/png;base64,<script>", false)]
    [InlineData("data:image/png,iVBO", false)]
    [InlineData("javascript:1", false)]
    [InlineData("mailto:a@b.example", false)]
    public void Sanitize_ImageOfEveryScheme_KeepsRasterImages(string address, bool stays) =>
        Assert.Equal(stays, SafeHtml.Sanitize($"<img src=\"{address}\">", Page).Contains("<img", StringComparison.Ordinal));

    [Fact]
    public void Sanitize_ImageInTheAddressOver100Kilobytes_Goes() =>
        Assert.Equal("", SafeHtml.Sanitize($"<img src=\"data:image/png;base64,{new string('A', 140_000)}\">", Page));

    [Theory]
    [InlineData("<table><caption>Cap</caption><colgroup span=\"2\"><col width=\"10\"></colgroup><thead><tr><th scope=\"col\" colspan=\"2\">H</th></tr></thead>"
        + "<tbody><tr><td rowspan=\"2\">a</td><td>b</td></tr></tbody><tfoot><tr><td>f</td></tr></tfoot></table>")]
    [InlineData("<pre><code class=\"language-cpp\">if (a &lt; b &amp;&amp; c) { x-&gt;y; }</code></pre><kbd>Ctrl</kbd><samp>o</samp><var>v</var>")]
    [InlineData("<ol start=\"3\" reversed=\"\"><li value=\"7\">x<ul><li>y</li></ul></li></ol><dl><dt>t</dt><dd>d</dd></dl>")]
    [InlineData("<p dir=\"rtl\" lang=\"ar\">رقائق <bdi>TPU</bdi> <bdo dir=\"ltr\">abc</bdo></p><ruby>漢<rp>(</rp><rt>kan</rt><rp>)</rp></ruby>")]
    [InlineData("<time datetime=\"2026-01-01\">1 Jan</time><details><summary>S</summary>D</details><abbr title=\"High Bandwidth Memory\">HBM</abbr>")]
    [InlineData("<blockquote cite=\"https://b.example/\">bq</blockquote><q cite=\"https://q.example/\">q</q><ins datetime=\"2026\">i</ins><mark>m</mark><s>s</s><sub>1</sub><sup>2</sup><wbr><hr>")]
    [InlineData("<figure><img src=\"https://e.example/a.png\" alt=\"Die\" width=\"600\" height=\"400\" loading=\"lazy\" referrerpolicy=\"no-referrer\"><figcaption>The <em>die</em></figcaption></figure>")]
    public void Sanitize_WhatArticlesAreMadeOf_StaysWhole(string html) => Assert.Equal(html, SafeHtml.Sanitize(html, Page));

    [Theory]
    [InlineData("<section>One</section><section>Two <b>b</b></section>", "<div>One</div><div>Two <b>b</b></div>")]
    [InlineData("<article><p>One</p> <p>Two</p></article>", "<p>One</p> <p>Two</p>")]
    [InlineData("<custom-element>x</custom-element><font color=red>y</font>", "xy")]
    public void Sanitize_BlocksThatAreNotOnTheList_KeepTheirTextsApart(string html, string expected) => Assert.Equal(expected, SafeHtml.Sanitize(html, Page));

    public static TheoryData<string, string> Bombs => new()
    {
        { "deep", string.Concat(Enumerable.Repeat("<div>", 200_000)) + "x" },
        { "within the open tags that are looked for", string.Concat(Enumerable.Repeat("<b></p>", 9_000)) + "x" },
        { "misnested", string.Concat(Enumerable.Repeat("<b><p>", 900)) + "x" },
        { "foster parents", "<table>" + string.Concat(Enumerable.Repeat("<b>x", 900)) },
        { "attributes", "<p " + string.Concat(Enumerable.Range(0, 200_000).Select(i => $"a{i}=1 ")) + ">x</p>" },
        { "tags never ended", string.Concat(Enumerable.Repeat("<a href=\"", 100_000)) },
        { "comments never ended", string.Concat(Enumerable.Repeat("<!--", 200_000)) },
        { "siblings", string.Concat(Enumerable.Repeat("<br>", 19_000)) },
        { "signs", new string('<', 500_000) + new string('&', 500_000) },
    };

    [Theory]
    [MemberData(nameof(Bombs))]
    public void Sanitize_HtmlMadeToTakeLong_IsBoundedInProcessorTime(string what, string html)
    {
        var before = ThreadTime();

        Assert.DoesNotContain("<script", SafeHtml.Sanitize(html, Page), StringComparison.Ordinal);

        // Far above what it takes, far below what a tree that grows with the square would.
        Assert.True(ThreadTime() - before < TimeSpan.FromSeconds(5), what);
    }

    private static TimeSpan ThreadTime() => System.Diagnostics.Process.GetCurrentProcess().UserProcessorTime;

    private static readonly string[] Allowed =
        [.. "href title alt src width height colspan rowspan scope span start reversed value datetime cite dir lang id class target rel loading referrerpolicy".Split(' ')];
}

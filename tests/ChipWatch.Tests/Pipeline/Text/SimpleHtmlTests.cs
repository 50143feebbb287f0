using System.Text;
using ChipWatch.Pipeline.Text;

namespace ChipWatch.Tests.Pipeline.Text;

/// <summary>The short way must give what the sanitizer gives, letter for letter, or nothing at all.</summary>
public sealed class SimpleHtmlTests
{
    private static readonly Uri Page = new("https://news.example/a/b.html");

    [Theory]
    [InlineData("<p>One &amp; two<br>three</p>\n<p>Four</p>")]
    [InlineData("<p>One<p>Two<ul><li>a<li>b</ul>")]
    [InlineData("<div class=\"x\" style=\"color:red\"><p onclick=\"alert(1)\" id=top>x</p></div>")]
    [InlineData("<a href=\"https://h.example/a?b=1&amp;c=2\" target=_top rel=me>x</a> <a href='/c' title='T &quot;q&quot;'>y</a> <a href=\"#top\">z</a> <a name=x>n</a>")]
    [InlineData("<a href=\"https://h.example/a?b=1&c=2&lang=en\">x</a>")]
    [InlineData("<img src=\"https://h.example/a.png\" alt='A &lt;b&gt;' width=600 height=400 srcset='x 2x'/><img src=p.gif width=1 height=1><img alt=x>")]
    [InlineData("<figure><img src=\"d.png\"><figcaption>The <em>die</em></figcaption></figure>")]
    [InlineData("<table border=1><tr><td>a</td> <td colspan=2>b</td></tr>\n<tr><th>c</th></td></th></tr></table>")]
    [InlineData("<table><caption>C</caption><colgroup><col width=10></colgroup><thead><tr><th scope=col>H</th></tr></thead><tbody><tr><td>a<p>b</td></tr></tbody></table>")]
    [InlineData("<pre><code class=\"language-cpp hl\">if (a &lt; b &amp;&amp; c)</code></pre>")]
    [InlineData("<font size=2>x <b>y</b></font><!-- note --><hr /><span class=k>z</span>&nbsp;&#8217;&hellip;&euro;")]
    [InlineData("<dl><dt>t<dd>d<dd>e</dl><blockquote cite=\"https://b.example/\"><p>q</blockquote><h2>H</h2><h3>I</h3>")]
    [InlineData("<a href=\"mailto:a.b@c.example\">x</a><img src=\"https://h.example/a.png\"></img><table><colgroup><col width=1></col></colgroup></table>")]
    [InlineData("<P>Big <STRONG>letters</STRONG></P>")]
    public void TryMakeSafe_WhatArticlesConsistOf_IsDoneAsBySanitizer(string html)
    {
        Assert.Equal(SafeHtml.Parsed(html, Page), SimpleHtml.TryMakeSafe(html, Page));
    }

    [Theory]
    [InlineData("<script>x</script>")]
    [InlineData("<p>x<svg><a>y</a></svg>")]
    [InlineData("a < b")]
    [InlineData("<p <b>x</p>")]
    [InlineData("<a href=\"javascript:alert(1)\">x</a>")]
    [InlineData("<a href=\"java&#10;script:alert(1)\">x</a>")]
    [InlineData("<a href=\" https://h.example/\">x</a>")]
    [InlineData("<a href=\"//h.example/\">x</a>")]
    [InlineData("<a href=\"https://u:p@h.example/\">x</a>")]
    [InlineData("<img src=\"data:image/png;base64,iVBORw0KGgo=\">")]
    [InlineData("<a href=\"mailto:a@b.example?subject=x\">x</a>")]
    [InlineData("<p>x</b></p>")]
    [InlineData("<b><p>x</b></p>")]
    [InlineData("<p><b>x</p>")]
    [InlineData("<table>x<tr><td>y</td></tr></table>")]
    [InlineData("<!--> <img src=x onerror=1> -->")]
    [InlineData("<![CDATA[x]]>")]
    [InlineData("<p title=\"a\"b=\"c\">x</p>")]
    [InlineData("<p>&copy 2026</p>")]
    [InlineData("<p>&notit;</p>")]
    [InlineData("<p title=\"x")]
    [InlineData("<a href=/x><a href=/y>z</a></a>")]
    [InlineData("<textarea><p>x</p></textarea>")]
    public void TryMakeSafe_AnythingOfDoubt_IsLeftToTheParser(string html) => Assert.Null(SimpleHtml.TryMakeSafe(html, Page));

    [Fact]
    public void TryMakeSafe_RandomMarkup_NeverDiffersFromTheSanitizer()
    {
        var random = new Random(20261126);
        var taken = 0;
        for (var round = 0; round < 6_000; round++)
        {
            var html = Fragment(random, round % 3 == 0 ? 4 : 0);
            foreach (var page in new[] { Page, null })
            {
                if (SimpleHtml.TryMakeSafe(html, page) is { } simple)
                {
                    taken++;
                    var parsed = SafeHtml.Parsed(html, page);
                    Assert.True(parsed == simple, $"{html}\nby parser: {parsed}\nsimple:    {simple}");
                }
            }
        }

        Assert.InRange(taken, 2_000, 12_000);
    }

    /// <summary>Markup that is mostly well-formed, with so many characters of it changed.</summary>
    private static string Fragment(Random random, int changes)
    {
        var html = new StringBuilder();
        Grow(html, random, depth: 0, within: "");
        for (; changes > 0 && html.Length > 0; changes--)
        {
            var at = random.Next(html.Length);
            switch (random.Next(3))
            {
                case 0: html[at] = "<>&\"'/= ;#!-x\n"[random.Next(14)]; break;
                case 1: html.Remove(at, Math.Min(random.Next(1, 8), html.Length - at)); break;
                default: html.Insert(at, Pieces[random.Next(Pieces.Length)]); break;
            }
        }

        return html.ToString();
    }

    private static readonly string[] Pieces =
    [
        "<p>", "</p>", "<b>", "</b>", "<a href=x>", "</a>", "<li>", "<table>", "<td>", "</table>", "<br/>", "<!-- c -->", "<i/>", "<h2>", "</h2>", "<dd>", "<script>", "<svg>", "&lt", "&", "&amp;", "<!--", "<form>", "<option>", "<font color=red>", "<nobr>", "</br>", "</td>", "</th>", "</tr>", "</img>", "</hr>", "</col>", "</li>", "<tr>", "<caption>",
    ];

    private static readonly string[] Inline = ["a", "abbr", "b", "bdi", "cite", "code", "del", "em", "font", "i", "ins", "kbd", "mark", "q", "s", "small", "span", "strong", "sub", "time", "u", "var"];

    private static readonly string[] Blocks = ["p", "div", "blockquote", "h1", "h2", "figure", "figcaption", "pre", "details", "summary", "hr", "ul", "ol", "dl", "table"];

    private static readonly string[] Texts = ["x", " ", "\n", "one two", "&amp;", "&nbsp;", "a > b", "\u00A0", "\"q\" 'r'", "&#8217;", "&hellip;", "é漢🙂", "A&B", " & ", "&#x27;", "&quot;", "&zzz;", "\t", "-->"];

    private static readonly string[] Attributes =
    [
        " class=\"x\"", " class='language-a b'", " style=\"color:red\"", " id=\"i1\"", " id=\"a b\"", " id=\"\"", " title=\"T &amp; &quot;q&quot; <b>\"", " title=''", " title", " dir=rtl", " lang='de'", " onclick=\"x()\"", " data-a=\"1\"",
        " width=\"1\" height=1", " width=600", " colspan=2", " start=3", " reversed", " datetime=\"2026-01-01\"", " cite=\"https://c.example/\"", " href=\"https://h.example/a?b=1&c=2\"", " href='/r/x'", " href=\"#f\"", " href=r.html",
        " href=\"HTTP://H.example\"", " href=\"https://h.example\"", " src=\"https://h.example/a%20b.png\"", " src=i.png", " href=\"https://h.example/a?x=1&copy=2&amp;y\"", " xml:lang=\"en\"", " alt=\"a &lt; b\"", " href=\"mailto:a@b.example\"", " href=\"https://h.example/ä\"", " value=\"{{x}}\"", " title=\"&{x}\"", " scope=col", " href=\"https://h.example/?a=1&utm_x=2&utm-y\"", " href=\"https://h.example/?a&copy_z\"", " href=\"https://h.example/?a&ampx_y\"", " href=\"https://h.example/?a&notit_z&lt.b\"", " title=\"a&utm_x&b\"", " title=\"x&zzz;\"", " href=\"../up\"", " href=\"?q=1\"", " span=2",
    ];

    private static void Grow(StringBuilder html, Random random, int depth, string within)
    {
        for (var parts = random.Next(1, 5); parts > 0; parts--)
        {
            var kind = within is "ul" or "ol" ? "li" : within == "dl" ? (random.Next(2) == 0 ? "dt" : "dd")
                : within == "table" ? (random.Next(4) == 0 ? "tbody" : "tr") : within == "tbody" ? "tr" : within == "tr" ? (random.Next(4) == 0 ? "th" : "td")
                : random.Next(5) switch { 0 or 1 => "", 2 => Blocks[random.Next(Blocks.Length)], 3 => random.Next(3) switch { 0 => "br", 1 => "img", _ => "wbr" }, _ => Inline[random.Next(Inline.Length)] };
            if (kind.Length == 0 || depth > 6)
            {
                html.Append(within is "table" or "tbody" or "tr" ? "\n" : Texts[random.Next(Texts.Length)]);
                continue;
            }

            html.Append('<').Append(random.Next(12) == 0 ? kind.ToUpperInvariant() : kind);
            for (var count = random.Next(3); count > 0; count--)
            {
                html.Append(Attributes[random.Next(Attributes.Length)]);
            }

            html.Append(kind == "img" && random.Next(3) > 0 ? " src=\"https://h.example/i.png\"" : "").Append(kind is "br" or "img" or "hr" && random.Next(2) == 0 ? " />" : ">");
            if (kind is not ("br" or "img" or "wbr" or "hr"))
            {
                Grow(html, random, depth + 1, kind);
                html.Append(kind is "p" or "li" or "dd" or "dt" && random.Next(3) == 0 ? "" : $"</{kind}>");
            }
        }
    }
}

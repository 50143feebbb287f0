using System.Text;
using ChipWatch.Pipeline.Feeds;
using ChipWatch.Pipeline.Listings;
using ChipWatch.Pipeline.Sources;
using CsCheck;
using Microsoft.Extensions.Time.Testing;

namespace ChipWatch.Tests.Pipeline.Sources;

/// <summary>Whatever the outside world sends, reading it ends with an answer: bytes of every format, changed at random, and bytes of no format.</summary>
public sealed class MutatedBytesTests
{
    private static readonly Uri Address = new("https://news.example/list");
    private static readonly FakeTimeProvider Clock = new(new DateTimeOffset(2026, 11, 25, 0, 0, 0, TimeSpan.Zero));
    private static readonly UTF8Encoding StrictUtf8 = new(false, throwOnInvalidBytes: true);
    private static readonly SourceRules Selectors = new(new ListingRules("li", "b", "a", "time"), null);
    private static readonly SourceRules Mapping = new(null, new JsonMapping("a.b", "id", "url", "title", "at", "by.name", "text", "https://x.example/{id}"));

    private static readonly byte[][] Wholes =
    [
        Encoding.UTF8.GetBytes("<?xml version='1.0'?><!DOCTYPE rss [<!ENTITY a 'b'>]><rss xmlns:dc='http://purl.org/dc/elements/1.1/'><channel><title>T &amp; &a;</title><item><title><![CDATA[A <b>b</b>]]></title>"
            + "<link>/a?b=1&amp;c</link><dc:date>2026-01-01</dc:date><description>&lt;p&gt;x</description></item><item><guid>x</guid></item></channel></rss>"),
        Encoding.UTF8.GetBytes("<feed xmlns='http://www.w3.org/2005/Atom' xml:base='https://a.example/'><entry><title type='xhtml'><div xmlns='http://www.w3.org/1999/xhtml'>x<br/></div></title>"
            + "<link href='b'/><content type='application/octet-stream' mode='base64'>PGI+aGk8L2I+</content><updated>Thu, 1 Jan 2026 10:00:00 GMT</updated></entry></feed>"),
        Encoding.UTF8.GetBytes("""{"version":"https://jsonfeed.org/version/1.1","a":{"b":[{"id":1,"url":"/1","title":"\ud83d\ude00","at":1790000000,"by":[{"name":"J"}]}]},"items":[{"id":1,"title":"\ud83d\ude00","content_html":"<p>x","date_published":"2026-01-01"}]}"""),
        Encoding.UTF8.GetBytes("<html lang=en><base href=/x/><nav><a href=/n>Nav</a></nav><ul><li><b>One two three four</b><a href=/news/one-two-three>More</a><time datetime=2026-01-01>1 Jan</time></li>"
            + "<li><b>Two three four five</b><a href=/news/two-three-four>More</a> Nov 3, 2026</li><li><b>Three four five six</b><a href=/news/three-four-five>More</a></li></ul></html>"),
        Encoding.UTF8.GetBytes("<urlset xmlns='http://www.sitemaps.org/schemas/sitemap/0.9' xmlns:news='http://www.google.com/schemas/sitemap-news/0.9'><url><loc>https://a.example/one-two</loc><lastmod>2026-01-01</lastmod>"
            + "<news:news><news:title>T</news:title><news:publication_date>2026-01-01T10:00Z</news:publication_date></news:news></url></urlset>"),
        Encoding.UTF8.GetBytes("<opml version='2.0' xmlns:cw='urn:chipwatch:opml'><head><title>L</title></head><body><outline text='F'><outline text='A &amp; B' type='rss' xmlUrl='https://a.example/f' cw:checkEvery='PT5M' cw:rules='{\"listing\":null}'/></outline></body></opml>"),
    ];

    private static readonly Gen<byte[]> Mutated =
        Gen.Select(Gen.Int[0, Wholes.Length - 1], Gen.Select(Gen.Int[0, 100_000], Gen.Int[0, 4], Gen.Byte).Array[1, 8], (which, changes) =>
        {
            var bytes = Wholes[which].ToList();
            foreach (var (place, kind, value) in changes)
            {
                var at = place % bytes.Count;
                switch (kind)
                {
                    case 0: bytes[at] = value; break;
                    case 1: bytes.RemoveRange(at, Math.Min(1 + (value % 40), Math.Max(0, bytes.Count - at - 1))); break;
                    case 2: bytes.InsertRange(at, bytes.GetRange(at, Math.Min(value % 60, bytes.Count - at))); break;
                    case 3: bytes[at] = (byte)"<>&\"'/![]{}:\\=;#"[value % 16]; break;
                    default: bytes.InsertRange(at, Encoding.Latin1.GetBytes(value % 2 == 0 ? "&#xD800;\0\u00ff\u00fe" : "\\ud800<![CDATA[")); break;
                }
            }

            return bytes.ToArray();
        });

    [Fact]
    public void Read_MutatedBytesOfEveryFormat_EndsWithAnAnswer() => Gen.OneOf(Mutated, Gen.Byte.Array[0, 200]).Sample(
        bytes =>
        {
            foreach (var (kind, rules) in new[] { ("feed", null), ("html-listing", null), ("html-listing", Selectors), ("sitemap", null), ("api", Mapping) })
            {
                if (SourceReader.Read(kind, rules, bytes, null, Address, Clock) is FeedOutcome.Read(var feed))
                {
                    Assert.All(feed.Items, IsWithinLimits);
                }
            }

            Assert.NotNull(Opml.Read(bytes));
        },
        iter: 1_500,
        threads: 1);

    private static void IsWithinLimits(FeedItem item)
    {
        Assert.NotEmpty(item.Id);
        Assert.True(item.Title.Length <= 500 && item.Url is null or { Length: <= 2_048 });
        Assert.True(item.Url is null || Uri.TryCreate(item.Url, UriKind.Absolute, out var url) && url.Scheme is "http" or "https");
        Assert.True(item.Published is null || (item.Published.Value.Year >= 1990 && item.Published <= Clock.GetUtcNow().AddDays(1) && item.Published.Value.Offset == TimeSpan.Zero));
        foreach (var text in new[] { item.Id, item.Title, item.Author, item.Summary, item.ContentHtml })
        {
            Assert.False(text?.Contains('\0', StringComparison.Ordinal) ?? false);
            // Throws on a lone surrogate.
            StrictUtf8.GetByteCount(text ?? "");
        }
    }
}

using ChipWatch.Pipeline.Text;

namespace ChipWatch.Tests.Pipeline.Text;

public sealed class CanonicalUrlTests
{
    [Theory]
    [InlineData("https://a.example/x/y?q#f", "../z", "https://a.example/z")]
    [InlineData("https://a.example/x/y", "https:z", "https://a.example/x/z")]
    [InlineData("https://a.example/x", "\\\\b.example\\c d", "https://b.example/c%20d")]
    [InlineData(null, "HTTP://0x7f.1:80/%2E%2e/a", "http://127.0.0.1/a")]
    [InlineData(null, "http://[1:0:0:2::3]/", "http://[1:0:0:2::3]/")]
    [InlineData(null, "http://b\u00fccher.example/\u00fc", "http://xn--bcher-kva.example/%C3%BC")]
    [InlineData(null, "http://256.0.0.1/", null)]
    [InlineData(null, "http://a b/", null)]
    public void Resolve_Address_IsWrittenAsTheStandardDoes(string? baseUrl, string url, string? expected) =>
        Assert.Equal(expected, CanonicalUrl.Resolve(baseUrl, url));

    [Theory]
    [InlineData("https://a.example:443/n?utm_source=x&id=7&fbclid=1#top", "https://a.example/n?id=7")]
    [InlineData("https://a.example/n?utm_source=x", "https://a.example/n")]
    [InlineData("https://me:secret@a.example/n?ref=rss&ref=main", "https://a.example/n?ref=main")]
    [InlineData("mailto:a@b.example", null)]
    public void Of_Address_LosesWhatOnlyTracks(string url, string? expected) => Assert.Equal(expected, CanonicalUrl.Of(null, url));
}

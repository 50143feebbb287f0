using System.Text;
using ChipWatch.Pipeline.Listings;
using ChipWatch.Pipeline.Sources;

namespace ChipWatch.Tests.Pipeline.Sources;

public sealed class OpmlTests
{
    private static readonly DateTimeOffset At = new(2026, 11, 25, 12, 0, 0, TimeSpan.Zero);

    private static OpmlOutcome.Read Read(string opml) => Assert.IsType<OpmlOutcome.Read>(Opml.Read(Encoding.UTF8.GetBytes(opml)));

    [Fact]
    public void Write_EntriesWithAllSettings_ReadBackTheSame()
    {
        OpmlEntry[] entries =
        [
            new("Plain", "https://a.example/feed?x=1&y=2", null, "rss", null, null),
            new("<b>Bold</b> & \"quoted\"", "https://b.example/atom", "https://b.example/", "atom", "de", "Chips"),
            new("Watched", "https://c.example/news", "https://c.example/", "html-listing", "en", "Chips/Vendors")
            {
                Rules = new SourceRules(new ListingRules("li > a[href*='/news/']", ".t", null, "time"), null), CheckEvery = TimeSpan.FromMinutes(90), IsPaused = true,
            },
            new("Asked", "https://d.example/api?conditions[agencies][]=bis", null, "api", "en", "Government")
            {
                Rules = new SourceRules(null, new JsonMapping("results", "id", "url", "title", "at", null, null, "https://d.example/{id}")),
            },
        ];

        var read = Assert.IsType<OpmlOutcome.Read>(Opml.Read(Opml.Write("Mine & yours", entries, At)));

        Assert.Equal("Mine & yours", read.Title);
        Assert.Empty(read.Refused);
        Assert.Equal(entries, read.Entries);
    }

    [Fact]
    public void Read_EntriesThatCannotBeUsed_AreNamedWithTheReason()
    {
        var read = Read("""
            <opml version="1.0"><body>
              <outline text="Good" type="rss" xmlUrl="https://a.example/feed"/>
              <outline text="Twice" type="rss" xmlUrl="https://a.example/feed"/>
              <outline text="Script" type="rss" xmlUrl="javascript:alert(1)"/>
              <outline text="Empty" type="rss" xmlUrl=""/>
              <outline text="Link" type="link" url="https://a.example/"/>
              <outline text="Ruled" type="rss" xmlUrl="https://e.example/" xmlns:cw="urn:chipwatch:opml" cw:rules="{"/>
              <outline text="A note"/>
            </body></opml>
            """);

        Assert.Equal("Good", Assert.Single(read.Entries).Title);
        Assert.Equal(["Twice", "Script", "Empty", "Link", "Ruled"], read.Refused.Select(refusal => refusal.Name));
        Assert.All(read.Refused, refusal => Assert.EndsWith(".", refusal.Reason, StringComparison.Ordinal));
    }

    [Fact]
    public void Read_BareAmpersandsAndNoNamespace_ReadsThemAllTheSame()
    {
        var read = Read("<?xml version='1.0'?><opml><head><title>R&D feeds</title></head><body><outline text='AT&T'><outline text='Q&A' xmlUrl='https://a.example/?a=1&b=2'></outline></outline></body>");

        Assert.Equal("R&D feeds", read.Title);
        Assert.Equal(new OpmlEntry("Q&A", "https://a.example/?a=1&b=2", null, "feed", null, "AT&T"), Assert.Single(read.Entries));
    }

    [Fact]
    public void Read_MoreThanTheLimits_TakesWhatIsAllowed()
    {
        var many = string.Concat(Enumerable.Range(0, Opml.MaxEntries + 5).Select(i => $"<outline text='f{i}' xmlUrl='https://a.example/{i}'/>"));
        var deep = string.Concat(Enumerable.Repeat("<outline text='x'>", 60)) + "<outline text='deep' xmlUrl='https://a.example/deep'/>" + string.Concat(Enumerable.Repeat("</outline>", 60));

        Assert.Equal((Opml.MaxEntries, 5), (Read($"<opml><body>{many}</body></opml>").Entries.Count, Read($"<opml><body>{many}</body></opml>").Refused.Count));
        var read = Read($"<opml><body>{deep}<outline text='a' xmlUrl='https://a.example/'/></body></opml>");
        Assert.Equal("a", Assert.Single(read.Entries).Title);
        Assert.NotEmpty(read.Refused);
    }

    [Theory]
    [InlineData("", "The file is empty.")]
    [InlineData("<html><body>no</body></html>", "This is no OPML file.")]
    [InlineData("<rss><channel/></rss>", "This is no OPML file.")]
    public void Read_NoOpml_SaysSo(string text, string reason) =>
        Assert.Equal(reason, Assert.IsType<OpmlOutcome.Unreadable>(Opml.Read(Encoding.UTF8.GetBytes(text))).Reason);

    [Fact]
    public void Read_FileOverTheLimit_IsRefused() => Assert.IsType<OpmlOutcome.Unreadable>(Opml.Read(new byte[Opml.MaxBytes + 1]));

    [Fact]
    public void Read_DoctypeWithEntities_ExpandsNothing()
    {
        var read = Read("<!DOCTYPE opml [<!ENTITY x SYSTEM 'file:///etc/passwd'><!ENTITY y 'boom'>]><opml><body><outline text='a&x;&y;' xmlUrl='https://a.example/'/></body></opml>");

        var only = Assert.Single(read.Entries);
        Assert.DoesNotContain("root:", only.Title, StringComparison.Ordinal);
        Assert.DoesNotContain("boom", only.Title, StringComparison.Ordinal);
    }
}

using ChipWatch.Digests;
using ChipWatch.Pipeline.Catalogue;
using ChipWatch.Store.Digests;
using ChipWatch.Tests.Fakes;

namespace ChipWatch.Tests.Store.Stories;

/// <summary>One paper in several scripts and spellings, read or not, is one origin wherever origins are counted or shown.</summary>
public sealed class StoryOriginsTests
{
    private static readonly NewsCatalogue Catalogue = TestStore.Catalogue with
    {
        Outlets = [new("Bloomberg", ["ブルームバーグ", "彭博社"]) { Site = "bloomberg.com" }, new("Nikkei Asia", ["日経アジア"])],
    };

    private static readonly SampleWeb Outlets = new([.. new[] { ("jp", "ブルームバーグ"), ("cyberivy", "cyberivy"), ("elec", "The Elec") }.Select(outlet => new SampleOutlet(outlet.Item1, outlet.Item2, "en", $"https://{outlet.Item1}.invalid/feed", $"https://{outlet.Item1}.invalid/"))], []);

    [Fact]
    public async Task CreditsInSeveralScripts_AreOneOriginThatIsRead()
    {
        await using var store = await TestStore.CreateAsync(Catalogue, Outlets);
        await store.AddAsync(OneDay.TalksFirst with { Outlet = "ブルームバーグ" }, "sample-jp");
        await store.AddAsync(OneDay.TalksLater with { ReportedBy = ["彭博社"] });
        await store.AddAndGroupAsync(OneDay.TalksLast with { ReportedBy = ["Bloomberg.com"] });

        var story = await store.StoryOfAsync(OneDay.TalksFirst);

        Assert.Equal((1, 2, "Bloomberg", true), (story.Card.Origins, story.Card.Relays, story.Card.Origin, story.Card.OriginIsRead));
        Assert.Equal(["Bloomberg"], story.Articles[1].ReportedBy);
        Assert.Equal("ブルームバーグ", story.Articles[0].Outlet);
        var chain = Assert.Single((await store.Get<IDigestQueries>().IssueAsync("2026-W25", CancellationToken.None)).Top.Single(top => top.Story.Id == story.Card.Id).Chains);
        Assert.Equal(("Bloomberg", "cyberivy"), (chain.Origin, Assert.Single(chain.Relays)));
    }

    [Fact]
    public async Task OutletThatNamesItselfInAnotherScript_PassesNothingOn()
    {
        await using var store = await TestStore.CreateAsync(Catalogue, Outlets);
        await store.AddAsync(OneDay.TalksFirst with { Outlet = "ブルームバーグ", ReportedBy = ["Bloomberg"] }, "sample-jp");
        await store.AddAndGroupAsync();

        var story = await store.StoryOfAsync(OneDay.TalksFirst);

        Assert.Equal((1, 0), (story.Card.Origins, story.Card.Relays));
        Assert.Empty(story.Articles[0].ReportedBy);
    }

    [Fact]
    public async Task GhostsInSeveralSpellings_AreOneOriginThatIsNotRead()
    {
        await using var store = await TestStore.CreateAsync(Catalogue, Outlets);
        await store.AddAsync(OneDay.TalksFirst with { ReportedBy = ["日経アジア"] }, "sample-elec");
        await store.AddAsync(OneDay.TalksLater with { ReportedBy = ["Nikkei Asia"] });
        await store.AddAndGroupAsync(OneDay.TalksLast with { ReportedBy = ["Elec", "nikkei asia"] });

        var story = await store.StoryOfAsync(OneDay.TalksFirst);

        Assert.Equal((1, 3, "Nikkei Asia", false), (story.Card.Origins, story.Card.Relays, story.Card.Origin, story.Card.OriginIsRead));
        Assert.Contains("Nikkei Asia → ", DigestMarkdown.Write(await store.Get<IDigestQueries>().IssueAsync("2026-W25", CancellationToken.None)), StringComparison.Ordinal);
    }
}

using System.Text.Json.Nodes;
using ChipWatch.Digests;
using ChipWatch.Pipeline.Tagging;
using ChipWatch.Store.Digests;
using ChipWatch.Tests.Fakes;
using Microsoft.EntityFrameworkCore;

namespace ChipWatch.Tests.Store.Digests;

public sealed class DigestQueriesTests
{
    private static readonly TestArticle Talks = new("https://one.example/a", "Trainium outside AWS", "2026-06-18T08:00:00")
    {
        Outlet = "bloomberg",
        Text = "Amazon says that talks are under way. No customer is named.",
        Topics = ["sovereign-ai"],
    };

    [Fact]
    public async Task IssueAsync_WeekWithAStory_ProvesEachSentence()
    {
        await using var store = await TestStore.CreateAsync();
        await store.AddAndGroupAsync(Talks);

        var issue = await store.Get<IDigestQueries>().IssueAsync("2026-W25", CancellationToken.None);

        var top = Assert.Single(issue.Top);
        Assert.All(top.WhatHappened, sentence => Assert.Equal(sentence.Text, issue.Footnotes[sentence.Footnote - 1].Quote));
        Assert.All(issue.Footnotes, note => Assert.Contains(note.Quote, Talks.Text, StringComparison.Ordinal));
        Assert.Contains("price", top.NotKnown);
        Assert.Equal(["Amazon"], issue.ByVendor.Select(s => s.Tag.Name));
        Assert.Equal(["Sovereign AI"], issue.ByTopic.Select(s => s.Tag.Name));
    }

    [Fact]
    public async Task IssueAsync_RelaysAndAnOutletOfItsOwn_ShowAChainForEachOrigin()
    {
        await using var store = await TestStore.CreateAsync();
        await store.AddAndGroupAsync(
            Talks,
            Talks with { Url = "https://two.example/b", Outlet = "cyberivy", ReportedBy = ["Taipei Times", "Bloomberg"], Day = "2026-06-18T10:00:00" },
            Talks with { Url = "https://three.example/c", Outlet = "cyberivy", Day = "2026-06-18T11:00:00" },
            Talks with { Url = "https://four.example/d", Outlet = "cyberivy", ReportedBy = ["Bloomberg", "Reuters"], Day = "2026-06-18T12:00:00" });

        var issue = await store.Get<IDigestQueries>().IssueAsync("2026-W25", CancellationToken.None);

        var story = Assert.Single(issue.Top);
        Assert.Equal(["Bloomberg", "cyberivy"], story.Chains.Select(chain => chain.Origin));
        Assert.Equal(["Taipei Times", "cyberivy"], story.Chains[0].Relays);
        Assert.Empty(story.Chains[1].Relays);
        Assert.Contains("*Chain:* Bloomberg → Taipei Times, cyberivy; cyberivy.", DigestMarkdown.Write(issue), StringComparison.Ordinal);
    }

    [Fact]
    public async Task IssueAsync_VendorOfOneRelayAmongMany_IsNotWhatTheStoryIsAbout()
    {
        await using var store = await TestStore.CreateAsync();
        await store.AddAndGroupAsync(
            Talks,
            Talks with { Url = "https://two.example/b", Outlet = "cyberivy", ReportedBy = ["Bloomberg"], Day = "2026-06-18T10:00:00" },
            Talks with { Url = "https://three.example/c", Outlet = "cyberivy", ReportedBy = ["Bloomberg"], Day = "2026-06-18T11:00:00", Companies = ["amazon", "tsmc"] });

        var issue = await store.Get<IDigestQueries>().IssueAsync("2026-W25", CancellationToken.None);

        Assert.Equal(["Amazon"], issue.ByVendor.Select(section => section.Tag.Name));
        Assert.DoesNotContain(Assert.Single(issue.Top).Tags, tag => tag.Id == "tsmc");
    }

    [Fact]
    public async Task IssueAsync_KeptByAnOlderProgram_IsStillRead()
    {
        await using var store = await TestStore.CreateAsync();
        await store.AddAndGroupAsync(Talks);
        await store.Get<IDigestStore>().KeepEndedAsync(Talks.Published.AddHours(-1), CancellationToken.None);
        await store.Get<IDigestStore>().KeepEndedAsync(Talks.Published.AddDays(7), CancellationToken.None);
        await using var db = await store.OpenAsync();
        var row = await db.Issues.SingleAsync(CancellationToken.None);
        var model = JsonNode.Parse(row.Model)!;
        foreach (var story in model["top"]!.AsArray())
        {
            story!.AsObject().Remove("chains");
            story.AsObject().Remove("tags");
            story["chain"] = new JsonArray("Bloomberg");
        }

        await db.Issues.ExecuteUpdateAsync(set => set.SetProperty(i => i.Model, model.ToJsonString()), CancellationToken.None);

        Assert.Contains("*Tags:* Amazon", await MarkdownAsync(store), StringComparison.Ordinal);
    }

    [Fact]
    public async Task IssueAsync_TwoStoresFilledInAnotherOrder_GiveTheSameBytes()
    {
        var others = new[] { new TestArticle("https://two.example/b", "Memory runs short", "2026-06-19T08:00:00") { Companies = ["nvidia"], Topics = ["memory-hbm"] }, Talks };
        await using var one = await TestStore.CreateAsync();
        await using var two = await TestStore.CreateAsync();
        await one.AddAndGroupAsync(others);
        await two.AddAndGroupAsync([.. others.Reverse()]);

        Assert.Equal(await MarkdownAsync(one), await MarkdownAsync(two));
    }

    [Fact]
    public async Task IssueAsync_LaterArticle_DoesNotReachBackIntoTheWeek()
    {
        await using var store = await TestStore.CreateAsync();
        await store.AddAndGroupAsync(Talks);
        var before = await MarkdownAsync(store);

        await store.AddAndGroupAsync(Talks with { Url = "https://one.example/b", Day = "2026-06-23T08:00:00", Status = EventStatus.Confirmed });

        Assert.Equal(before, await MarkdownAsync(store));
    }

    [Fact]
    public async Task IssueAsync_EmptyWeek_SaysSo()
    {
        await using var store = await TestStore.CreateAsync();

        Assert.Contains("Nothing new was reported this week.", await MarkdownAsync(store), StringComparison.Ordinal);
    }

    [Fact]
    public async Task KeepEndedAsync_WeekThatEndedMeanwhile_KeepsItsIssueThoughAnArticleComesLate()
    {
        await using var store = await TestStore.CreateAsync();
        await store.Get<IDigestStore>().KeepEndedAsync(Talks.Published.AddHours(-1), CancellationToken.None);
        await store.AddAndGroupAsync(Talks);
        await store.Get<IDigestStore>().KeepEndedAsync(Talks.Published.AddDays(7), CancellationToken.None);
        var kept = await MarkdownAsync(store);

        await store.AddAndGroupAsync(new TestArticle("https://late.example/", "A late one", "2026-06-17T08:00:00") { Companies = ["tsmc"] });

        Assert.Equal(kept, await MarkdownAsync(store));
    }

    [Fact]
    public async Task IssueAsync_NoWeek_IsRefused()
    {
        await using var store = await TestStore.CreateAsync();

        await Assert.ThrowsAsync<FormatException>(() => store.Get<IDigestQueries>().IssueAsync("soon", CancellationToken.None));
    }

    private static async Task<string> MarkdownAsync(TestStore store) =>
        DigestMarkdown.Write(await store.Get<IDigestQueries>().IssueAsync("2026-W25", CancellationToken.None));
}

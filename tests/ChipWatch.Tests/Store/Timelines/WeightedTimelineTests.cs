using ChipWatch.Pipeline.Tagging;
using ChipWatch.Store.Follows;
using ChipWatch.Store.Timelines;
using ChipWatch.Store.Today;
using ChipWatch.Tests.Fakes;

namespace ChipWatch.Tests.Store.Timelines;

public sealed class WeightedTimelineTests
{
    private static readonly DateTimeOffset Now = new(2026, 6, 20, 12, 0, 0, TimeSpan.Zero);

    private static readonly TestArticle[] Articles =
    [
        new("https://one.example/old", "A fab in the desert", "2026-03-01T08:00:00") { Companies = ["tsmc"], Type = EventType.Capacity, Status = EventStatus.Confirmed, Text = "The fab opened." },
        new("https://one.example/talks", "Trainium outside AWS", "2026-06-18T08:00:00") { Topics = ["sovereign-ai"] },
        new("https://two.example/rumor", "Memory runs short", "2026-06-19T08:00:00") { Outlet = "bloomberg", Companies = ["nvidia"], Status = EventStatus.Rumor, Type = EventType.Delay, Text = "Buyers wait for memory." },
        new("https://two.example/view", "What electricity costs", "2026-06-20T08:00:00") { Companies = ["tsmc"], Status = EventStatus.Hypothetical, Type = EventType.Analysis, Text = "A column about bills." },
    ];

    [Fact]
    public async Task ByWeightAsync_NoDays_WeighsTheLastSevenAndPrintsTheSum()
    {
        await using var store = await FilledAsync();

        var page = await ByWeightAsync(store, TimelineFilter.All);

        Assert.Equal((new DateOnly(2026, 6, 14), new DateOnly(2026, 6, 20)), (page.From, page.To));
        Assert.Equal(["3 Trainium outside AWS", "2 Memory runs short", "1 What electricity costs"], page.Items.Select(item => $"{item.Score} {item.Story.Headline}"));
        Assert.Equal("new 2, 1 independent origin 1, single-source rumour -1", string.Join(", ", page.Items[1].Parts.Select(part => $"{part.What} {part.Points}")));
        Assert.All(page.Items, item => Assert.Equal(item.Score, item.Parts.Sum(part => part.Points)));
        Assert.Equal((3, false), (page.Weighed, page.IsCut));
    }

    [Fact]
    public async Task ByWeightAsync_LastDaysBroughtNothing_EndsAtTheNewestThatFits()
    {
        await using var store = await FilledAsync();

        var page = await store.Get<ITimelineQueries>().ByWeightAsync(new([new(Facet.Status, "confirmed")], []), Now, null, 50, CancellationToken.None);

        Assert.Equal((new DateOnly(2026, 2, 23), new DateOnly(2026, 3, 1)), (page.From, page.To));
        Assert.Equal("A fab in the desert", Assert.Single(page.Items).Story.Headline);
    }

    [Fact]
    public async Task ByWeightAsync_DaysAskedFor_AreTheWindow()
    {
        await using var store = await FilledAsync();

        var since = await ByWeightAsync(store, TimelineFilter.All with { From = new(2026, 2, 1) });
        var until = await ByWeightAsync(store, TimelineFilter.All with { To = new(2026, 6, 18) });

        Assert.Equal(4, since.Items.Count);
        Assert.Equal((new DateOnly(2026, 2, 1), new DateOnly(2026, 6, 20)), (since.From, since.To));
        Assert.Equal((new DateOnly(2026, 6, 12), new DateOnly(2026, 6, 18)), (until.From, until.To));
        Assert.Single(until.Items);
    }

    [Fact]
    public async Task ByWeightAsync_OneAtATime_VisitsEachStoryOnceInOrder()
    {
        await using var store = await FilledAsync();
        var all = TimelineFilter.All with { From = new(2026, 2, 1) };
        var seen = new List<long>();
        string? after = null;
        do
        {
            var page = await store.Get<ITimelineQueries>().ByWeightAsync(all, Now, after, 1, CancellationToken.None);
            seen.AddRange(page.Items.Select(item => item.Story.Id));
            after = page.Next;
        }
        while (after is not null && seen.Count < 10);

        Assert.Equal((await ByWeightAsync(store, all)).Items.Select(item => item.Story.Id), seen);
        Assert.Equal(4, seen.Distinct().Count());
    }

    [Theory]
    [InlineData("abc")]
    [InlineData("1.2")]
    [InlineData("1.2.-3")]
    [InlineData("1750000000000-12")]
    public async Task ByWeightAsync_UnreadableCursor_IsTheFirstPage(string after)
    {
        await using var store = await FilledAsync();

        Assert.Equal(3, (await store.Get<ITimelineQueries>().ByWeightAsync(TimelineFilter.All, Now, after, 50, CancellationToken.None)).Items.Count);
    }

    [Fact]
    public async Task ByWeightAsync_VendorAndTopicFollowed_EnterTheSum()
    {
        await using var store = await FilledAsync();
        var follows = store.Get<IFollows>();
        await follows.SetAsync(Facet.Vendor, "tsmc", true, CancellationToken.None);
        await follows.SetAsync(Facet.Topic, "sovereign-ai", true, CancellationToken.None);

        var page = await ByWeightAsync(store, TimelineFilter.All);

        Assert.Equal(["4 Trainium outside AWS", "3 What electricity costs", "2 Memory runs short"], page.Items.Select(item => $"{item.Score} {item.Story.Headline}"));
        Assert.Contains(page.Items[0].Parts, part => part.What == "followed topic: Sovereign AI");
        Assert.Contains(page.Items[1].Parts, part => part.What == "followed vendor: TSMC");
    }

    [Fact]
    public async Task ByWeightAsync_StatusMovedInTheWindow_Adds()
    {
        await using var store = await FilledAsync();
        await store.AddAndGroupAsync(new TestArticle("https://two.example/signed", "Trainium outside AWS is announced", "2026-06-19T09:00:00")
        {
            Outlet = "bloomberg", Status = EventStatus.Announced, Topics = ["sovereign-ai"], Text = "Amazon announced that talks about Trainium outside AWS came to an end.",
        });

        var page = await ByWeightAsync(store, TimelineFilter.All);
        var today = await store.Get<ITodayQueries>().ReadAsync(Now, CancellationToken.None);

        Assert.Contains(page.Items[0].Parts, part => part.What == "status moved");
        Assert.Equal(today.Leads.Select(lead => (lead.Story.Id, lead.Score)), page.Items.Select(item => (item.Story.Id, item.Score)));
        Assert.Equal(1, today.Moved);
    }

    private static Task<WeightedPage> ByWeightAsync(TestStore store, TimelineFilter filter) =>
        store.Get<ITimelineQueries>().ByWeightAsync(filter, Now, null, 50, CancellationToken.None);

    private static async Task<TestStore> FilledAsync()
    {
        var store = await TestStore.CreateAsync();
        await store.AddAndGroupAsync(Articles);
        return store;
    }
}

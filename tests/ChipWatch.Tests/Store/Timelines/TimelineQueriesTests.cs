using ChipWatch.Pipeline.Tagging;
using ChipWatch.Store.Timelines;
using ChipWatch.Tests.Fakes;

namespace ChipWatch.Tests.Store.Timelines;

public sealed class TimelineQueriesTests
{
    private static readonly TestArticle[] Articles =
    [
        new("https://one.example/a", "Trainium outside AWS", "2026-06-18T08:00:00") { Companies = ["amazon", "nvidia"], Topics = ["sovereign-ai"] },
        new("https://two.example/b", "Memory runs short", "2026-06-19T08:00:00")
        {
            Outlet = "bloomberg", Companies = ["nvidia"], Topics = ["memory-hbm"], Status = EventStatus.Rumor, Type = EventType.Delay, Text = "Buyers of 台積電 wait.",
        },
        new("https://three.example/c", "A fab in the desert", "2026-06-19T08:00:00")
        {
            Companies = ["tsmc"], Topics = ["sovereign-ai"], Status = EventStatus.Confirmed, Type = EventType.Capacity, Text = "The fab opened.",
        },
    ];

    [Fact]
    public async Task PageAsync_NothingAsked_IsNewestFirst()
    {
        await using var store = await FilledAsync();

        var page = await PageAsync(store, TimelineFilter.All);

        Assert.Equal(3, page.Items.Count);
        Assert.Equal("Trainium outside AWS", page.Items[^1].Headline);
        Assert.Null(page.Next);
    }

    [Fact]
    public async Task PageAsync_OneAtATime_VisitsEachStoryOnceAcrossAnInstantOfTwo()
    {
        await using var store = await FilledAsync();
        var seen = new List<long>();
        string? after = null;
        do
        {
            var page = await store.Get<ITimelineQueries>().PageAsync(TimelineFilter.All, after, 1, CancellationToken.None);
            seen.AddRange(page.Items.Select(s => s.Id));
            after = page.Next;
        }
        while (after is not null && seen.Count < 10);

        Assert.Equal(3, seen.Distinct().Count());
        Assert.Equal(3, seen.Count);
    }

    [Fact]
    public async Task PageAsync_VendorAndTopic_BothMustHold()
    {
        await using var store = await FilledAsync();

        var both = await PageAsync(store, Including((Facet.Vendor, "amazon"), (Facet.Topic, "sovereign-ai")));
        var neither = await PageAsync(store, Including((Facet.Vendor, "amazon"), (Facet.Topic, "memory-hbm")));

        Assert.Equal("Trainium outside AWS", Assert.Single(both.Items).Headline);
        Assert.Empty(neither.Items);
    }

    [Fact]
    public async Task PageAsync_TwoValuesOfOneFacet_AreAlternatives()
    {
        await using var store = await FilledAsync();

        Assert.Equal(3, (await PageAsync(store, Including((Facet.Topic, "sovereign-ai"), (Facet.Topic, "memory-hbm")))).Items.Count);
    }

    [Fact]
    public async Task PageAsync_ExcludedStatus_IsNotThere()
    {
        await using var store = await FilledAsync();

        var page = await PageAsync(store, new TimelineFilter([], [new(Facet.Status, "rumor")]));

        Assert.DoesNotContain(page.Items, story => story.Status == EventStatus.Rumor);
        Assert.Equal(2, page.Items.Count);
    }

    [Theory]
    [InlineData("desert")]
    [InlineData("\"fab opened\"")]
    [InlineData("FABS")]
    public async Task PageAsync_Words_FindTitlesAndTexts(string words)
    {
        await using var store = await FilledAsync();

        Assert.Equal("A fab in the desert", Assert.Single((await PageAsync(store, TimelineFilter.All with { Query = words })).Items).Headline);
    }

    [Fact]
    public async Task PageAsync_ChineseWords_AreFoundWithinARun()
    {
        await using var store = await FilledAsync();

        Assert.Equal("Memory runs short", Assert.Single((await PageAsync(store, TimelineFilter.All with { Query = "積電" })).Items).Headline);
    }

    [Fact]
    public async Task PageAsync_Days_AreInclusive()
    {
        await using var store = await FilledAsync();

        var page = await PageAsync(store, TimelineFilter.All with { From = new(2026, 6, 18), To = new(2026, 6, 18) });

        Assert.Equal("Trainium outside AWS", Assert.Single(page.Items).Headline);
    }

    [Fact]
    public async Task FacetsAsync_EveryCount_IsWhatChoosingItShows()
    {
        await using var store = await FilledAsync();
        foreach (var filter in new[] { TimelineFilter.All, Including((Facet.Topic, "sovereign-ai")), new TimelineFilter([new(Facet.Vendor, "nvidia")], [new(Facet.Status, "rumor")]) })
        {
            var facets = await store.Get<ITimelineQueries>().FacetsAsync(filter, CancellationToken.None);
            Assert.Equal((await PageAsync(store, filter)).Items.Count, facets.Stories);
            foreach (var group in facets.Groups)
            {
                foreach (var value in group.Values.Where(v => !filter.Excluded.Contains(new(group.Facet, v.Id))))
                {
                    var chosen = filter with
                    {
                        Included = [.. filter.Included.Where(c => c.Facet != group.Facet), new(group.Facet, value.Id)],
                    };
                    Assert.Equal((await PageAsync(store, chosen)).Items.Count, value.Count);
                }
            }
        }
    }

    private static TimelineFilter Including(params (Facet Facet, string Value)[] choices) =>
        new([.. choices.Select(c => new FacetChoice(c.Facet, c.Value))], []);

    private static Task<ChipWatch.Store.Page<StoryCard>> PageAsync(TestStore store, TimelineFilter filter) =>
        store.Get<ITimelineQueries>().PageAsync(filter, null, 50, CancellationToken.None);

    private static async Task<TestStore> FilledAsync()
    {
        var store = await TestStore.CreateAsync();
        await store.AddAndGroupAsync(Articles);
        return store;
    }
}

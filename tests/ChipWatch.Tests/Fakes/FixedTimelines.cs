using System.Globalization;
using ChipWatch.Pipeline.Text;
using ChipWatch.Store;
using ChipWatch.Store.Timelines;
using ChipWatch.Store.Today;

namespace ChipWatch.Tests.Fakes;

/// <summary>A timeline over stories given in memory; filters and counts as the contract says, words in headline and claim.</summary>
internal sealed class FixedTimelines(params IReadOnlyList<StoryCard> stories) : ITimelineQueries
{
    /// <summary>How often a page was asked for.</summary>
    public int PagesAsked { get; private set; }

    public List<StoryCard> Stories { get; } = [.. stories];

    public Task<Page<StoryCard>> PageAsync(TimelineFilter filter, string? after, int size, CancellationToken cancellationToken)
    {
        PagesAsked++;
        var start = int.TryParse(after, CultureInfo.InvariantCulture, out var at) ? at : 0;
        var all = Stories.Where(story => Holds(story, filter)).OrderByDescending(story => story.LatestAt).ThenByDescending(story => story.Id).ToList();
        var next = start + size < all.Count ? (start + size).ToString(CultureInfo.InvariantCulture) : null;
        return Task.FromResult(new Page<StoryCard>([.. all.Skip(start).Take(size)], next));
    }

    /// <summary>Weighs by independent origins alone, over the days asked for or the seven to the newest story.</summary>
    public Task<WeightedPage> ByWeightAsync(TimelineFilter filter, DateTimeOffset now, string? after, int size, CancellationToken cancellationToken)
    {
        var to = filter.To ?? DateOnly.FromDateTime(Stories.Count == 0 ? now.UtcDateTime : Stories.Max(story => story.LatestAt).UtcDateTime);
        var from = filter.From ?? to.AddDays(-6);
        var all = Stories.Where(story => Holds(story, filter with { From = from, To = to }))
            .Select(story => new RankedStory(story, story.Origins, [new($"{story.Origins} origins", story.Origins)])).OrderByDescending(ranked => ranked.Score).ToList();
        return Task.FromResult(new WeightedPage([.. all.Take(size)], null, from, to, all.Count, false));
    }

    public Task<TimelineFacets> FacetsAsync(TimelineFilter filter, CancellationToken cancellationToken)
    {
        var shown = Stories.Where(story => Holds(story, filter)).ToList();
        var groups = Enum.GetValues<Facet>().Select(facet =>
        {
            var others = filter with { Included = [.. filter.Included.Where(choice => choice.Facet != facet)] };
            var counted = Stories.Where(story => Holds(story, others)).SelectMany(story => Values(story, facet)).GroupBy(value => value.Id)
                .Select(group => new FacetValue(group.Key, group.First().Name, group.Count(), group.First().Colour)).ToList();
            var chosen = filter.Included.Concat(filter.Excluded).Where(choice => choice.Facet == facet && counted.All(value => value.Id != choice.Value))
                .Select(choice => new FacetValue(choice.Value, Stories.SelectMany(story => Values(story, facet)).FirstOrDefault(value => value.Id == choice.Value)?.Name ?? choice.Value, 0));
            return new FacetGroup(facet, [.. counted.Concat(chosen).OrderByDescending(value => value.Count).ThenBy(value => value.Name, StringComparer.Ordinal)]);
        });
        return Task.FromResult(new TimelineFacets([.. groups], shown.Count, shown.Sum(story => story.ArticleCount),
            shown.Count == 0 ? null : shown.Min(story => story.LatestAt), shown.Count == 0 ? null : shown.Max(story => story.LatestAt)));
    }

    private static bool Holds(StoryCard story, TimelineFilter filter) =>
        filter.Included.GroupBy(choice => choice.Facet).All(facet => facet.Any(choice => Values(story, choice.Facet).Any(value => value.Id == choice.Value)))
        && !filter.Excluded.Any(choice => Values(story, choice.Facet).Any(value => value.Id == choice.Value))
        && (filter.Query is null || filter.Query.Split(' ').All(word => $"{story.Headline} {story.Claim}".Contains(word, StringComparison.OrdinalIgnoreCase)))
        && (filter.From is null || DateOnly.FromDateTime(story.LatestAt.UtcDateTime) >= filter.From)
        && (filter.To is null || DateOnly.FromDateTime(story.LatestAt.UtcDateTime) <= filter.To);

    private static IEnumerable<TagName> Values(StoryCard story, Facet facet) => facet switch
    {
        Facet.Vendor => story.Vendors,
        Facet.Chip => story.Chips,
        Facet.Topic => story.Topics,
        Facet.Event => story.EventType is { } type ? [new TagName(type.ToString().ToLowerInvariant(), type.ToString())] : [],
        Facet.Status => story.Status is { } status ? [new TagName(status.ToString().ToLowerInvariant(), status.ToString())] : [],
        Facet.Outlet => story.Origin is { } origin ? [new TagName(Slug.Of(origin), origin)] : [],
        _ => story.Language is { } language ? [new TagName(language, language)] : [],
    };
}

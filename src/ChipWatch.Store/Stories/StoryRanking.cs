using ChipWatch.Pipeline.Tagging;
using ChipWatch.Store.Follows;
using ChipWatch.Store.Timelines;

namespace ChipWatch.Store.Stories;

/// <summary>
/// The printed sum that puts stories in order, on Today, in the timeline by weight and in the digest: a status move, independent origins, novelty and what the reader follows add; a rumour of one source and
/// mere comment take away. Relays add nothing: ten copies are one voice.
/// </summary>
internal static class StoryRanking
{
    /// <summary>A story is about its first few vendors and topics; it merely names the others.</summary>
    private const int MostFollowed = 3;

    /// <summary>The addends of a story's rank within a window; their sum ranks, ties go by date, then id.</summary>
    /// <param name="story">The story.</param>
    /// <param name="moved">Whether its status moved in the window (its first rung is no move).</param>
    /// <param name="isNew">Whether its first article lies in the window.</param>
    /// <param name="followed">What the reader follows.</param>
    public static IReadOnlyList<ScorePart> PartsOf(StoryCard story, bool moved, bool isNew, FollowList followed)
    {
        var parts = new List<ScorePart>();
        if (moved)
        {
            parts.Add(new("status moved", RankRules.Moved));
        }

        if (isNew)
        {
            parts.Add(new("new", RankRules.New));
        }

        var origins = Math.Min(story.Origins, RankRules.MostOrigins);
        parts.Add(new(origins == 1 ? "1 independent origin" : $"{origins} independent origins", origins * RankRules.Origin));
        if (story.Vendors.Take(MostFollowed).FirstOrDefault(vendor => followed.Has(Facet.Vendor, vendor.Id)) is { } vendor)
        {
            parts.Add(new($"followed vendor: {vendor.Name}", RankRules.FollowedVendor));
        }

        if (story.Topics.Take(MostFollowed).FirstOrDefault(topic => followed.Has(Facet.Topic, topic.Id)) is { } topic)
        {
            parts.Add(new($"followed topic: {topic.Name}", RankRules.FollowedTopic));
        }

        parts.AddRange(Firmness(story));
        return parts;
    }

    /// <summary>The sum of the addends.</summary>
    public static double Sum(IReadOnlyList<ScorePart> parts) => Math.Round(parts.Sum(part => part.Points), 1);

    private static IEnumerable<ScorePart> Firmness(StoryCard story)
    {
        if (story.Status is EventStatus.Rumor && story.Origins == 1)
        {
            yield return new("single-source rumour", RankRules.SingleSourceRumour);
        }

        if (story.EventType is EventType.Analysis)
        {
            yield return new("comment, no new event", RankRules.Comment);
        }
    }
}

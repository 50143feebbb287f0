using ChipWatch.Pipeline.Tagging;
using ChipWatch.Store.Timelines;

namespace ChipWatch.Store.Stories;

/// <summary>
/// The printed sum that puts stories in order, on Today as in the digest: a status move, independent origins and novelty add; a rumour of one source and
/// mere comment take away. Relays add nothing: ten copies are one voice.
/// </summary>
internal static class StoryRanking
{
    private const int MostOrigins = 4;

    /// <summary>The addends of a story's rank within a window; their sum ranks, ties go by date, then id.</summary>
    /// <param name="story">The story.</param>
    /// <param name="moved">Whether its status moved in the window (its first rung is no move).</param>
    /// <param name="isNew">Whether its first article lies in the window.</param>
    public static IReadOnlyList<ScorePart> PartsOf(StoryCard story, bool moved, bool isNew)
    {
        var parts = new List<ScorePart>();
        if (moved)
        {
            parts.Add(new("status moved", 4));
        }

        if (isNew)
        {
            parts.Add(new("new", 2));
        }

        var origins = Math.Min(story.Origins, MostOrigins);
        parts.Add(new(origins == 1 ? "1 independent origin" : $"{origins} independent origins", origins));
        parts.AddRange(Firmness(story));
        return parts;
    }

    /// <summary>The sum of the addends.</summary>
    public static double Sum(IReadOnlyList<ScorePart> parts) => Math.Round(parts.Sum(part => part.Points), 1);

    private static IEnumerable<ScorePart> Firmness(StoryCard story)
    {
        if (story.Status is EventStatus.Rumor && story.Origins == 1)
        {
            yield return new("single-source rumour", -1);
        }

        if (story.EventType is EventType.Analysis)
        {
            yield return new("comment, no new event", -2);
        }
    }
}

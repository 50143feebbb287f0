using System.Globalization;
using ChipWatch.Store.Stories;

namespace ChipWatch.Components;

/// <summary>How a story stands, in words.</summary>
public static class StoryWords
{
    /// <summary>"since 18 June, unchanged over 7 later articles".</summary>
    public static string Standing(StoryView story)
    {
        if (story.Rungs is not [.., var last])
        {
            return $"{Counts.Articles(story.Card.ArticleCount)}; no sentence shows how firm it is";
        }

        // A later step of the same status tells that the claim stands, not that it moved.
        last = story.Rungs.Reverse().TakeWhile(rung => rung.Status == last.Status).Last();
        var since = last.At.UtcDateTime.ToString("d MMMM", CultureInfo.InvariantCulture);
        var after = story.Articles.Count(article => article.PublishedAt > last.At);
        return after == 0 ? $"since {since}" : $"since {since}, unchanged over {Counts.Of(after, "later article", "later articles")}";
    }
}

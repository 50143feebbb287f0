using System.Globalization;
using ChipWatch.Components;
using ChipWatch.Store.Stories;
using ChipWatch.Store.Timelines;
using Microsoft.AspNetCore.Components;

namespace ChipWatch.Pages.Stories;

/// <summary>One story: how firm, who says so and from whom they have it, every headline, and the numbers.</summary>
public partial class StoryPage
{
    /// <summary>The story.</summary>
    [Parameter]
    public long Id { get; set; }

    /// <summary>Readable tail; decides nothing.</summary>
    [Parameter]
    public string? Slug { get; set; }

    [Inject] private IStoryQueries Stories { get; set; } = null!;

    /// <inheritdoc/>
    protected override string Address => $"/stories/{Id}";

    private int Outlets => View!.Articles.Select(article => article.Outlet).Distinct(StringComparer.OrdinalIgnoreCase).Count();

    /// <inheritdoc/>
    protected override Task<StoryView?> LoadAsync(CancellationToken cancellationToken) => Stories.FindAsync(Id, cancellationToken);

    private static string Standing(StoryView story)
    {
        if (story.Rungs is not [.., var last])
        {
            return $"{Counts.Articles(story.Card.ArticleCount)}; no sentence shows how firm it is";
        }

        var since = last.At.UtcDateTime.ToString("d MMMM", CultureInfo.InvariantCulture);
        var after = story.Articles.Count(article => article.PublishedAt > last.At);
        return after == 0 ? $"since {since}" : $"since {since}, unchanged over {Counts.Of(after, "later article", "later articles")}";
    }

    private static string Lasting(StoryCard card)
    {
        var days = Days.Of(card.LatestAt).DayNumber - Days.Of(card.FirstAt).DayNumber;
        return days == 0 ? "1 d" : $"{days + 1} d";
    }
}

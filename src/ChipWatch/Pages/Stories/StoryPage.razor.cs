using System.Globalization;
using ChipWatch.Api;
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

    /// <summary>Words of a story to merge this one into; null where nobody asks, empty for the nearest.</summary>
    [SupplyParameterFromQuery]
    public string? Near { get; set; }

    /// <summary>The day at whose end the story is shown; null or unreadable for now.</summary>
    [SupplyParameterFromQuery]
    public string? AsOf { get; set; }

    /// <summary>Why the last change was not made.</summary>
    [SupplyParameterFromQuery]
    public string? Refused { get; set; }

    [Inject] private IStoryQueries Stories { get; set; } = null!;

    [Inject] private ChangeRights Rights { get; set; } = null!;

    private IReadOnlyList<StoryCard>? near;

    /// <inheritdoc/>
    protected override string Address => Day is { } day ? $"/stories/{Id}?asof={day:yyyy-MM-dd}" : $"/stories/{Id}";

    private DateOnly? Day => DateOnly.TryParseExact(AsOf, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    /// <summary>The past is looked at; what is decided is decided about all articles.</summary>
    private bool MayChange => Rights.IsGranted && View?.AsOf is null;

    private string? RefusalWords => Refused is null || !Enum.TryParse<DecisionRefusal>(Refused, ignoreCase: true, out var refusal) ? null : refusal switch
    {
        DecisionRefusal.NothingChosen => "Nothing was changed: choose the articles first, or the other story.",
        DecisionRefusal.EverythingChosen => "Nothing was changed: taking all articles out would leave nothing behind.",
        _ => "Nothing was changed: a story cannot be merged into itself.",
    };

    /// <inheritdoc/>
    protected override async Task OnParametersSetAsync()
    {
        await base.OnParametersSetAsync();
        near = Near is not null && MayChange && View is not null ? await Stories.NearAsync(Id, Near, CancellationToken.None) : null;
    }

    private int Outlets => View!.Articles.Select(article => article.Outlet).Distinct(StringComparer.OrdinalIgnoreCase).Count();

    /// <inheritdoc/>
    protected override async Task<StoryView?> LoadAsync(CancellationToken cancellationToken) =>
        Day is { } day && await Stories.AsOfAsync(Id, day, cancellationToken) is { LeftLater: > 0 } then ? then : await Stories.FindAsync(Id, cancellationToken);

    /// <summary>Not for good: a merge can be undone, and then the old address is the story's own again.</summary>
    protected override async Task<string?> ElsewhereAsync(CancellationToken cancellationToken) =>
        await Stories.MovedToAsync(Id, cancellationToken) is { } story ? ChipWatchUrls.Story(story.Id, story.Slug) : null;

    private static string Lasting(StoryCard card)
    {
        var days = Days.Of(card.LatestAt).DayNumber - Days.Of(card.FirstAt).DayNumber;
        return days == 0 ? "1 d" : $"{days + 1} d";
    }
}

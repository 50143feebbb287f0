using System.Globalization;
using ChipWatch.Store.Timelines;

namespace ChipWatch.Components;

/// <summary>Counted things in words.</summary>
public static class Counts
{
    /// <summary>"1 story", "1,204 stories".</summary>
    public static string Stories(int count) => Of(count, "story", "stories");

    /// <summary>"1 article", "5 articles".</summary>
    public static string Articles(int count) => Of(count, "article", "articles");

    /// <summary>"1 independent origin, 9 relays".</summary>
    public static string Voices(StoryCard story) =>
        $"{Of(story.Origins, "independent origin", "independent origins")}, {Of(story.Relays, "relay", "relays")}";

    /// <summary>A number with its noun.</summary>
    public static string Of(int count, string one, string many) => $"{Number(count)} {(count == 1 ? one : many)}";

    /// <summary>"1,204".</summary>
    public static string Number(int count) => count.ToString("N0", CultureInfo.InvariantCulture);
}

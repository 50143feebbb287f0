using System.Text.RegularExpressions;
using ChipWatch.Pipeline.Sources;

namespace ChipWatch.Store.Sources;

/// <summary>Everything about a source that a person may set; what an export holds of it.</summary>
/// <param name="Name">Name of the outlet.</param>
/// <param name="Kind">rss, atom, jsonfeed, rdf, html-listing, sitemap, api.</param>
/// <param name="Url">What is asked.</param>
public sealed partial record SourceSettings(string Name, string Kind, string Url)
{
    /// <summary>The kinds that can be read.</summary>
    public static IReadOnlyList<string> Kinds { get; } = ["rss", "atom", "jsonfeed", "rdf", "feed", "html-listing", "sitemap", "api"];

    /// <summary>The shortest time between two checks that a person may ask for.</summary>
    public static TimeSpan ShortestRhythm { get; } = TimeSpan.FromMinutes(1);

    /// <summary>The longest.</summary>
    public static TimeSpan LongestRhythm { get; } = TimeSpan.FromDays(7);

    private const int LongestName = 200;
    private const int LongestUrl = 2048;

    /// <summary>The outlet's site; null: the address itself.</summary>
    public string? SiteUrl { get; init; }

    /// <summary>BCP 47 language; null where unknown.</summary>
    public string? Language { get; init; }

    /// <summary>Group that a person sorts it into.</summary>
    public string? Folder { get; init; }

    /// <summary>Time between two checks; null: learned.</summary>
    public TimeSpan? CheckEvery { get; init; }

    /// <summary>How to read a source that is no feed.</summary>
    public SourceRules? Rules { get; init; }

    /// <summary>Whether it is not to be asked for now.</summary>
    public bool IsPaused { get; init; }

    /// <summary>The first fault, by field; null where the settings can be kept. Whether the address may be reached is the fetcher's to say.</summary>
    public SourceChange.Refused? Fault()
    {
        if (string.IsNullOrWhiteSpace(Name) || Name.Length > LongestName)
        {
            return new(SourceField.Name, $"Give it a name of 1 to {LongestName} characters.");
        }

        if (Url.Length > LongestUrl || !IsWeb(Url))
        {
            return new(SourceField.Address, $"This is no web address. It begins with http:// or https:// and has at most {LongestUrl} characters.");
        }

        if (!Kinds.Contains(Kind))
        {
            return new(SourceField.Kind, $"The kind is one of {string.Join(", ", Kinds)}.");
        }

        if (SiteUrl is { } site && (site.Length > LongestUrl || !IsWeb(site)))
        {
            return new(SourceField.Site, "The site is no web address.");
        }

        if (Language is { } language && !LanguageTag().IsMatch(language))
        {
            return new(SourceField.Language, "A language is a code such as en, de or zh-TW.");
        }

        if (Folder is { Length: > LongestName })
        {
            return new(SourceField.Folder, $"A folder has at most {LongestName} characters.");
        }

        if (CheckEvery is { } every && (every < ShortestRhythm || every > LongestRhythm))
        {
            return new(SourceField.CheckEvery, "Between one minute and seven days.");
        }

        return null;
    }

    private static bool IsWeb(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var url) && url.Scheme is "http" or "https" && url.UserInfo.Length == 0;

    [GeneratedRegex("^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8}){0,3}$", RegexOptions.NonBacktracking)]
    private static partial Regex LanguageTag();
}

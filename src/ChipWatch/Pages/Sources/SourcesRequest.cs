using ChipWatch.Components;
using ChipWatch.Store.Sources;
using Microsoft.AspNetCore.WebUtilities;

namespace ChipWatch.Pages.Sources;

/// <summary>Which sources the list shows; what stands in its address.</summary>
/// <param name="Health">Only those; null: all.</param>
/// <param name="Words">Part of a name, address or folder; empty: any.</param>
/// <param name="After">Id of the last source of the page before.</param>
public sealed record SourcesRequest(SourceHealth? Health, string Words, string? After)
{
    private const int PageSize = 150;
    private const int LongestWords = 200;

    /// <summary>Reads an address; what it does not know is passed over.</summary>
    public static SourcesRequest Read(string uri)
    {
        var query = QueryHelpers.ParseQuery(new Uri(uri).Query);
        var words = query.TryGetValue("q", out var q) ? q.ToString().Trim() : "";
        SourceHealth? health = query.TryGetValue("health", out var key)
            ? Enum.GetValues<SourceHealth>().Cast<SourceHealth?>().FirstOrDefault(value => SourceWords.Key(value!.Value) == key.ToString())
            : null;
        return new(health, words.Length > LongestWords ? words[..LongestWords] : words, query.TryGetValue("after", out var after) ? after.ToString() : null);
    }

    /// <summary>Its address.</summary>
    public string Address() => ChipWatchUrls.WithQuery(
        ChipWatchUrls.Sources, ("health", Health is { } health ? SourceWords.Key(health) : null), ("q", Words), ("after", After));

    /// <summary>The page of sources that it asks for, and the request for the next page; null on the last.</summary>
    /// <param name="sources">All of them, in order.</param>
    public (IReadOnlyList<SourceLine> Shown, SourcesRequest? Next) Of(IReadOnlyList<SourceLine> sources)
    {
        List<SourceLine> matching = [.. sources.Where(source => (Health is null || source.Health == Health) && HasWords(source))];
        // A source that has gone since, or changed its place, begins the list anew
        var from = After is null ? 0 : matching.FindIndex(source => source.Id == After) + 1;
        List<SourceLine> shown = [.. matching.Skip(from).Take(PageSize)];
        return (shown, from + shown.Count < matching.Count ? this with { After = shown[^1].Id } : null);
    }

    /// <summary>Whether name, address or folder hold the words.</summary>
    public bool HasWords(SourceLine source) =>
        Words.Length == 0
        || source.Name.Contains(Words, StringComparison.OrdinalIgnoreCase)
        || source.Url.Contains(Words, StringComparison.OrdinalIgnoreCase)
        || source.Folder?.Contains(Words, StringComparison.OrdinalIgnoreCase) == true;
}

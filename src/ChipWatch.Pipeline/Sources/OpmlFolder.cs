namespace ChipWatch.Pipeline.Sources;

/// <summary>The outlines around an entry as one text: names parted by `/`.</summary>
internal static class OpmlFolder
{
    // A slash within a name would part it.
    private const char SlashInName = '\u2215';

    /// <summary>The path of these names; null where there are none.</summary>
    public static string? Path(IEnumerable<string> names)
    {
        var path = string.Join('/', names.Select(name => name.Replace('/', SlashInName).Trim()).Where(name => name.Length > 0));
        return path.Length == 0 ? null : path;
    }

    /// <summary>The names of a path, no more than a file may have outlines within each other.</summary>
    public static IReadOnlyList<string> Names(string? path) =>
        [.. (path ?? "").Split('/', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Take(Opml.MaxDepth - 1)];
}

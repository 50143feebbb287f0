namespace ChipWatch.Pipeline.Sources;

/// <summary>A source as an OPML file lists it.</summary>
/// <param name="Title">What it is called.</param>
/// <param name="Url">What is polled (`xmlUrl`).</param>
/// <param name="SiteUrl">The site (`htmlUrl`).</param>
/// <param name="Kind">rss, atom, …, as a source's kind; `feed` where the file does not tell.</param>
/// <param name="Language">BCP 47 language.</param>
/// <param name="Folder">Names of the outlines around it, outermost first, parted by `/`; null at the top.</param>
public sealed record OpmlEntry(string Title, string Url, string? SiteUrl, string Kind, string? Language, string? Folder)
{
    /// <summary>How to read a source that is no feed.</summary>
    public SourceRules? Rules { get; init; }

    /// <summary>The rhythm that a person set.</summary>
    public TimeSpan? CheckEvery { get; init; }

    /// <summary>Paused by a person.</summary>
    public bool IsPaused { get; init; }
}

/// <summary>An entry that could not be used.</summary>
/// <param name="Name">What the file calls it, or its place in the file.</param>
/// <param name="Reason">One sentence.</param>
public sealed record OpmlRefusal(string Name, string Reason);

/// <summary>What came of reading an OPML file.</summary>
public abstract record OpmlOutcome
{
    private OpmlOutcome()
    {
    }

    /// <summary>A list of sources.</summary>
    /// <param name="Title">What the list is called.</param>
    /// <param name="Entries">In the order of the file; an address that the file lists twice comes once.</param>
    /// <param name="Refused">Entries that could not be used, each with its reason.</param>
    public sealed record Read(string? Title, IReadOnlyList<OpmlEntry> Entries, IReadOnlyList<OpmlRefusal> Refused) : OpmlOutcome;

    /// <summary>No OPML, with one sentence that says why.</summary>
    public sealed record Unreadable(string Reason) : OpmlOutcome;
}

namespace ChipWatch.Pipeline.Sources;

/// <summary>Lists of sources as feed readers exchange them: OPML 1.0 to 2.0, with our own settings as attributes of a namespace of ours.</summary>
public static class Opml
{
    /// <summary>Bytes of a file.</summary>
    public const int MaxBytes = 5 * 1024 * 1024;

    /// <summary>Entries taken of a file.</summary>
    public const int MaxEntries = 2_000;

    /// <summary>Outlines within each other.</summary>
    public const int MaxDepth = 32;

    /// <summary>The namespace of the settings that OPML has no attribute for: `kind`, `rules` (JSON), `checkEvery` (ISO 8601 duration), `paused`.</summary>
    public const string Namespace = "urn:chipwatch:opml";

    /// <summary>Reads a file. Content never throws; what is broken is read as generously as broken feeds are.</summary>
    public static OpmlOutcome Read(ReadOnlyMemory<byte> bytes) => OpmlReader.Read(bytes.Span);

    /// <summary>Writes a file that <see cref="Read"/> reads back as the same entries.</summary>
    /// <param name="title">What the list is called.</param>
    /// <param name="entries">The sources; those of one folder stand together, in the order in which they are given.</param>
    /// <param name="at">When it is written.</param>
    /// <returns>UTF-8 without byte order mark.</returns>
    public static byte[] Write(string title, IReadOnlyList<OpmlEntry> entries, DateTimeOffset at) => OpmlWriter.Write(title, entries, at);
}

namespace ChipWatch.Store.Sources;

/// <summary>Reads sources.</summary>
public interface ISourceQueries
{
    /// <summary>All sources, the worst first, then by name; samples last.</summary>
    Task<IReadOnlyList<SourceLine>> ListAsync(CancellationToken cancellationToken);

    /// <summary>All sources in numbers. Looks at the dates of their items, for who is silent.</summary>
    Task<SourceSummary> SummaryAsync(CancellationToken cancellationToken);

    /// <summary>The little that every page shows of the sources.</summary>
    Task<SourceGlance> GlanceAsync(CancellationToken cancellationToken);

    /// <summary>One source; null where there is none of that id.</summary>
    Task<SourceView?> FindAsync(string id, CancellationToken cancellationToken);

    /// <summary>Checks of a source, newest first.</summary>
    /// <param name="id">The source.</param>
    /// <param name="after">Cursor of the page before; null or unreadable: the newest.</param>
    /// <param name="cancellationToken">Ends the query.</param>
    Task<Page<SourceCheckLine>> ChecksAsync(string id, string? after, CancellationToken cancellationToken);

    /// <summary>Items of a source, newest first.</summary>
    /// <param name="id">The source.</param>
    /// <param name="after">Cursor of the page before; null or unreadable: the newest.</param>
    /// <param name="cancellationToken">Ends the query.</param>
    Task<Page<SourceItemLine>> ItemsAsync(string id, string? after, CancellationToken cancellationToken);

    /// <summary>The settings of every source but the samples, by folder and name: what an export holds.</summary>
    Task<IReadOnlyList<SourceSettings>> SettingsAsync(CancellationToken cancellationToken);
}

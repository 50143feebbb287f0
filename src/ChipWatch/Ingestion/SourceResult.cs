using ChipWatch.Pipeline.Fetching;

namespace ChipWatch.Ingestion;

/// <summary>What one source brought in a round.</summary>
/// <param name="Source">Its id.</param>
/// <param name="Items">Entries of the feed.</param>
/// <param name="NewItems">Entries not seen before.</param>
/// <param name="Articles">Articles stored or revised.</param>
/// <param name="Failure">The kind of failure of the check itself.</param>
/// <param name="Error">That failure, or the last of its pages, in one sentence.</param>
/// <param name="Unchanged">Whether the server said 304.</param>
public sealed record SourceResult(string Source, int Items, int NewItems, int Articles, FetchFailure? Failure, string? Error, bool Unchanged);

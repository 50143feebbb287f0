using ChipWatch.Pipeline.Catalogue;

namespace ChipWatch.Store.Catalogue;

/// <summary>An entry as one row of its list.</summary>
/// <param name="Entry">As it holds now.</param>
/// <param name="Seed">As the seeds have it; null for one that was added here.</param>
/// <param name="Changes">Changes made here that hold.</param>
/// <param name="Stories">Stories that it is a tag of; of an outlet those that it has an article in.</param>
public sealed record EntryLine(CatalogueEntry Entry, CatalogueEntry? Seed, int Changes, int Stories);

/// <summary>All of one entry.</summary>
/// <param name="Line">The entry.</param>
/// <param name="Articles">Articles that carry it as a tag; of an outlet its own.</param>
/// <param name="Changes">What was changed here, newest first.</param>
public sealed record EntryView(EntryLine Line, int Articles, IReadOnlyList<CatalogueChange> Changes);

/// <summary>Reads the catalogue as it stands, with what came from the seeds and what was changed here.</summary>
public interface ICatalogueQueries
{
    /// <summary>All entries of a list, by name.</summary>
    Task<IReadOnlyList<EntryLine>> ListAsync(EntryKind kind, CancellationToken cancellationToken);

    /// <summary>One entry, or null.</summary>
    Task<EntryView?> FindAsync(EntryKind kind, string id, CancellationToken cancellationToken);
}

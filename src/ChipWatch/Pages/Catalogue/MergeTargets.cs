using ChipWatch.Pipeline.Catalogue;
using ChipWatch.Store.Catalogue;

namespace ChipWatch.Pages.Catalogue;

/// <summary>Entries that a proposed name may be another name of.</summary>
/// <param name="Companies">Id and name.</param>
/// <param name="Chips">Id and name.</param>
public sealed record MergeTargets(IReadOnlyList<(string Id, string Name)> Companies, IReadOnlyList<(string Id, string Name)> Chips)
{
    /// <summary>Of the lists.</summary>
    public static MergeTargets Of(IReadOnlyList<EntryLine> all) => new(Named(all, EntryKind.Company), Named(all, EntryKind.Chip));

    private static IReadOnlyList<(string Id, string Name)> Named(IReadOnlyList<EntryLine> all, EntryKind kind) =>
        [.. all.Where(line => line.Entry.Kind == kind).Select(line => (line.Entry.Id, line.Entry.Name))];
}

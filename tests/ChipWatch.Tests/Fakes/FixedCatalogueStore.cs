using ChipWatch.Pipeline.Catalogue;
using ChipWatch.Store.Catalogue;

namespace ChipWatch.Tests.Fakes;

/// <summary>A catalogue with one change, and two proposals, that never change.</summary>
internal sealed class FixedCatalogueStore(LiveCatalogue live) : ICatalogueStore, IProposals, ICatalogueQueries
{
    public static CatalogueChange Change { get; } = new(
        7, new(EntryKind.Company, "amazon") { Added = [new("Amazonia Cloud")] }, DateTimeOffset.Parse("2026-06-20T09:00Z", System.Globalization.CultureInfo.InvariantCulture), null, false);

    public CatalogueStanding Standing { get; set; } = new(2, null, 0, 1, true);

    public IReadOnlyList<Proposal> Proposals { get; set; } = [];

    public Task RefreshAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task<CatalogueOutcome> SaveAsync(CatalogueEdit edit, CancellationToken cancellationToken) => Task.FromResult<CatalogueOutcome>(new CatalogueOutcome.Done(8, edit, 3));

    public Task<CatalogueOutcome> UndoAsync(long changeId, CancellationToken cancellationToken) => Task.FromResult<CatalogueOutcome>(new CatalogueOutcome.Missing());

    public Task<IReadOnlyList<CatalogueChange>> ChangesAsync(CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<CatalogueChange>>([Change]);

    public Task<CatalogueStanding> StandingAsync(CancellationToken cancellationToken) => Task.FromResult(Standing);

    public Task<IReadOnlyList<UnsettledVersion>> UnsettledAsync(CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<UnsettledVersion>>([]);

    public Task<bool> SettleAsync(long version, CancellationToken cancellationToken) => Task.FromResult(true);

    public Task<IReadOnlyList<long>> NamingAsync(IReadOnlyList<string> spellings, long below, int most, CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<long>>([]);

    public Task<ProposalList> ListAsync(int most, CancellationToken cancellationToken) => Task.FromResult(new ProposalList(Proposals, Proposals.Count, 3, []));

    public Task<int> CountAsync(CancellationToken cancellationToken) => Task.FromResult(Proposals.Count);

    public Task<Proposal?> FindAsync(long id, CancellationToken cancellationToken) => Task.FromResult(Proposals.FirstOrDefault(proposal => proposal.Id == id));

    public Task<bool> RejectAsync(long id, CancellationToken cancellationToken) => Task.FromResult(true);

    public Task<bool> AllowAsync(long id, CancellationToken cancellationToken) => Task.FromResult(true);

    public Task<IReadOnlyList<EntryLine>> ListAsync(EntryKind kind, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<EntryLine>>([.. live.Current.News.Entries(kind).Select(Line)]);

    public Task<EntryView?> FindAsync(EntryKind kind, string id, CancellationToken cancellationToken) => Task.FromResult(
        live.Current.News.Find(kind, id) is { } entry ? new EntryView(Line(entry), 5, entry.Id == "amazon" ? [Change] : []) : null);

    private EntryLine Line(CatalogueEntry entry) => new(entry, live.Seeds.Find(entry.Kind, entry.Id), entry.Id == "amazon" ? 1 : 0, 3);
}

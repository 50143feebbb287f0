using ChipWatch.Store.Rows;
using ChipWatch.Store.Sources;
using Microsoft.EntityFrameworkCore;

namespace ChipWatch.Store;

/// <summary>The model that every database shares. What differs stands in the contexts derived from it.</summary>
internal abstract class ChipWatchDb(DbContextOptions options) : DbContext(options)
{
    public DbSet<SourceRow> Sources => Set<SourceRow>();

    public DbSet<OutletRow> Outlets => Set<OutletRow>();

    public DbSet<FetchRow> Fetches => Set<FetchRow>();

    public DbSet<ItemRow> Items => Set<ItemRow>();

    public DbSet<ArticleRow> Articles => Set<ArticleRow>();

    public DbSet<RevisionRow> Revisions => Set<RevisionRow>();

    public DbSet<RevisionBodyRow> RevisionBodies => Set<RevisionBodyRow>();

    public DbSet<FormerAddressRow> FormerAddresses => Set<FormerAddressRow>();

    public DbSet<RereadingRow> Rereadings => Set<RereadingRow>();

    public DbSet<LeaseRow> Leases => Set<LeaseRow>();

    public DbSet<TagRow> Tags => Set<TagRow>();

    public DbSet<EventRow> Events => Set<EventRow>();

    public DbSet<QuantityRow> Quantities => Set<QuantityRow>();

    public DbSet<SignatureRow> Signatures => Set<SignatureRow>();

    public DbSet<StoryRow> Stories => Set<StoryRow>();

    public DbSet<StoryRungRow> StoryRungs => Set<StoryRungRow>();

    public DbSet<StoryFacetRow> StoryFacets => Set<StoryFacetRow>();

    public DbSet<StoryKeyRow> StoryKeys => Set<StoryKeyRow>();

    public DbSet<FollowUpRow> FollowUps => Set<FollowUpRow>();

    public DbSet<StoryDecisionRow> StoryDecisions => Set<StoryDecisionRow>();

    public DbSet<FacetCountRow> FacetCounts => Set<FacetCountRow>();

    public DbSet<IssueRow> Issues => Set<IssueRow>();

    public DbSet<SettingRow> Settings => Set<SettingRow>();

    public DbSet<CatalogueChangeRow> CatalogueChanges => Set<CatalogueChangeRow>();

    public DbSet<CatalogueVersionRow> CatalogueVersions => Set<CatalogueVersionRow>();

    public DbSet<ProposalRow> Proposals => Set<ProposalRow>();

    public DbSet<ProposalMentionRow> ProposalMentions => Set<ProposalMentionRow>();

    /// <summary>Articles whose current title or text holds every word; composes with further conditions.</summary>
    public abstract IQueryable<ArticleRow> ArticlesMatching(string words);

    /// <summary>Stories with an article that holds every word, of the newest such articles alone; composes with further conditions.</summary>
    /// <param name="words">What to look for.</param>
    /// <param name="below">Only articles whose ids are below this one.</param>
    /// <param name="most">How many articles are looked at.</param>
    public abstract IQueryable<StoryRow> StoriesHolding(string words, long below, int most);

    /// <summary>Ids of articles whose current title or text holds one of the spellings, or a word that begins like its last one; newest first.</summary>
    /// <param name="spellings">What to look for.</param>
    /// <param name="below">Only ids below this one.</param>
    /// <param name="most">How many at most.</param>
    public abstract IQueryable<long> IdsNaming(IReadOnlyList<string> spellings, long below, int most);

    /// <summary>Whether one of those articles was tagged by an earlier version of the catalogue than that one.</summary>
    public abstract Task<bool> HasOlderNamingAsync(IReadOnlyList<string> spellings, long version, CancellationToken cancellationToken);

    /// <summary>Puts an article's current title and text into the full-text index, in the caller's transaction.</summary>
    public abstract Task IndexAsync(long articleId, string title, string text, CancellationToken cancellationToken);

    /// <summary>Takes the samples out of the full-text index, in the caller's transaction.</summary>
    public abstract Task UnindexSamplesAsync(CancellationToken cancellationToken);

    /// <summary>Items of each source by the day (UTC) of their date, from an instant on; composes with further conditions.</summary>
    public abstract IQueryable<SourceDayCount> ItemsByDay(DateTimeOffset from);

    /// <summary>Checks of each source by day (UTC), from an instant on; composes with further conditions.</summary>
    public abstract IQueryable<SourceDayCount> ChecksByDay(DateTimeOffset from);

    /// <summary>Checks the full-text index by itself.</summary>
    public abstract Task CheckIndexAsync(CancellationToken cancellationToken);

    /// <inheritdoc/>
    protected override void OnModelCreating(ModelBuilder modelBuilder) =>
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(ChipWatchDb).Assembly);
}

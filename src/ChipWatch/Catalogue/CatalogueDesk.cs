using ChipWatch.Api;
using ChipWatch.Pipeline.Catalogue;
using ChipWatch.Sources;
using ChipWatch.Store.Catalogue;

namespace ChipWatch.Catalogue;

/// <summary>What a person does to the catalogue. Every change asks for the right to it here, whoever called: posted forms and circuits alike.</summary>
public sealed class CatalogueDesk
{
    /// <summary>So long an answer waits for the articles to follow; where they are many, they follow behind it.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private readonly ICatalogueStore store;
    private readonly LiveCatalogue live;
    private readonly CataloguePreviewer previewer;
    private readonly CatalogueWorker worker;
    private readonly IProposals proposals;
    private readonly SourceDrafts drafts;
    private readonly ChangeRights rights;
    private readonly TimeProvider clock;

    /// <summary>Made by the container, one for each request and circuit.</summary>
    internal CatalogueDesk(
        ICatalogueStore store, LiveCatalogue live, CataloguePreviewer previewer, CatalogueWorker worker, IProposals proposals, SourceDrafts drafts, ChangeRights rights, TimeProvider clock)
    {
        (this.store, this.live, this.previewer, this.worker) = (store, live, previewer, worker);
        (this.proposals, this.drafts, this.rights, this.clock) = (proposals, drafts, rights, clock);
    }

    /// <summary>Looks at what a form would do; nothing is saved.</summary>
    /// <returns>Where to go on: the form with its faults, or with the preview.</returns>
    public async Task<string> PreviewAsync(CatalogueForm form, CancellationToken cancellationToken)
    {
        rights.Demand();
        var fault = form.Read(live.Current.News, out var edit);
        var draft = fault is null ? new CatalogueDraft(form, edit, null, await previewer.LookAsync(edit!, cancellationToken)) : new CatalogueDraft(form, null, fault, null);
        return ChipWatchUrls.WithQuery(ChipWatchUrls.ChangeEntry(form.Kind, form.Id), ("draft", drafts.Keep(draft)));
    }

    /// <summary>Saves what was looked at.</summary>
    /// <returns>Where to go on: the entry, or the form where it cannot be saved any more.</returns>
    public async Task<string> SaveAsync(string? ticket, CancellationToken cancellationToken)
    {
        rights.Demand();
        if (drafts.Find<CatalogueDraft>(ticket) is not { Edit: { } edit } draft)
        {
            return ChipWatchUrls.WithQuery(ChipWatchUrls.Catalogue, ("forgotten", "1"));
        }

        switch (await store.SaveAsync(edit, cancellationToken))
        {
            case CatalogueOutcome.Done(var id, _, _):
                await FollowAsync(cancellationToken);
                return ChipWatchUrls.WithQuery(ChipWatchUrls.Entry(edit.Kind, edit.EntryId), ("saved", id.ToString(System.Globalization.CultureInfo.InvariantCulture)));
            case CatalogueOutcome.Refused(var fault):
                return ChipWatchUrls.WithQuery(
                    ChipWatchUrls.ChangeEntry(draft.Form.Kind, draft.Form.Id), ("draft", drafts.Keep(new CatalogueDraft(draft.Form, null, fault, null))));
            default:
                return ChipWatchUrls.Catalogue;
        }
    }

    /// <summary>Takes a change back.</summary>
    /// <returns>Where to go on; null where there is no such change.</returns>
    public async Task<string?> UndoAsync(long changeId, CancellationToken cancellationToken)
    {
        rights.Demand();
        if (await store.UndoAsync(changeId, cancellationToken) is not CatalogueOutcome.Done(_, var edit, _))
        {
            return null;
        }

        await FollowAsync(cancellationToken);
        return live.Current.News.Find(edit.Kind, edit.EntryId) is null ? ChipWatchUrls.Catalogue : ChipWatchUrls.Entry(edit.Kind, edit.EntryId);
    }

    /// <summary>Never proposes a name again, or lets a rejected one be proposed again.</summary>
    /// <returns>False where there is no such proposal.</returns>
    public Task<bool> DecideAsync(long proposalId, bool isRejected, CancellationToken cancellationToken)
    {
        rights.Demand();
        return isRejected ? proposals.RejectAsync(proposalId, cancellationToken) : proposals.AllowAsync(proposalId, cancellationToken);
    }

    /// <summary>Begins to add a proposed name to an entry that is there.</summary>
    /// <returns>Where to go on: the form with its preview; null where there is no such proposal or entry.</returns>
    public async Task<string?> MergeAsync(long proposalId, string entryId, CancellationToken cancellationToken)
    {
        rights.Demand();
        if (await proposals.FindAsync(proposalId, cancellationToken) is not { } proposal)
        {
            return null;
        }

        var kind = proposal.IsChip ? EntryKind.Chip : EntryKind.Company;
        return live.Current.News.Find(kind, entryId) is { } entry
            ? await PreviewAsync(CatalogueForm.Of(FormPurpose.AddNames, kind, entry, proposal.Name), cancellationToken)
            : null;
    }

    private async Task FollowAsync(CancellationToken cancellationToken)
    {
        using var waits = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        await Task.WhenAny(worker.FollowAsync(), Task.Delay(Patience, clock, waits.Token));
        await waits.CancelAsync();
    }
}

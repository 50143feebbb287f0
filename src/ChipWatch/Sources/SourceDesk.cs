using ChipWatch.Api;
using ChipWatch.Live;
using ChipWatch.Pipeline.Fetching;
using ChipWatch.Store.Sources;

namespace ChipWatch.Sources;

/// <summary>What a person does to sources. Every change asks for the right to it here, whoever called: pages, posted forms, circuits.</summary>
public sealed class SourceDesk(
    ISourceCatalogue catalogue, SourceFinder finder, SourceImport lists, SourceDrafts drafts, AddressPolicy addresses, RoundMonitor round, ChangeRights rights)
{
    /// <summary>Looks at a pasted address: requests go out, nothing is saved.</summary>
    /// <returns>Where to go on: the ticket of a <see cref="SourceLook"/>, or of an <see cref="ImportDraft"/> where the address is a list of feeds.</returns>
    public async Task<string> LookAsync(string pasted, CancellationToken cancellationToken)
    {
        rights.Demand();
        var look = await finder.LookAsync(pasted, cancellationToken);
        return look.IsList
            ? ChipWatchUrls.WithQuery(ChipWatchUrls.ImportSources, ("draft", drafts.Keep(await lists.ReadAsync(look, cancellationToken))))
            : ChipWatchUrls.WithQuery(ChipWatchUrls.AddSource, ("url", look.Pasted), ("look", drafts.Keep(look)));
    }

    /// <summary>Adds what was found, as the form has it, and has it read at once.</summary>
    /// <param name="found">What was found; null: it has been forgotten since.</param>
    /// <param name="form">The form; what it does not show is as found.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public async Task<SourceChange> AddAsync(FoundSource? found, SourceForm form, CancellationToken cancellationToken)
    {
        rights.Demand();
        if (found is null)
        {
            return new SourceChange.Refused(SourceField.Address, "What was found has been forgotten meanwhile. Look again.");
        }

        if (form.Read(out var settings) is { } fault)
        {
            return fault;
        }

        if (addresses.Refuse(settings!.Url) is { } reason)
        {
            return new SourceChange.Refused(SourceField.Address, reason);
        }

        return ReadNow((await catalogue.AddAsync([settings with { Rules = settings.Rules ?? found.Settings.Rules }], dryRun: false, cancellationToken))[0]);
    }

    /// <summary>Changes a source; one with a new address is read at once.</summary>
    public async Task<SourceChange> EditAsync(string id, SourceForm form, CancellationToken cancellationToken)
    {
        rights.Demand();
        if (form.Read(out var settings) is { } fault)
        {
            return fault;
        }

        if (addresses.Refuse(settings!.Url) is { } reason)
        {
            return new SourceChange.Refused(SourceField.Address, reason);
        }

        var came = await catalogue.EditAsync(id, settings, cancellationToken);
        round.RequestRound();
        return came;
    }

    /// <summary>Does one of the simple things to a source.</summary>
    /// <param name="id">The source.</param>
    /// <param name="act">check, pause, resume, clone or remove.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <returns>Null where there is no such act.</returns>
    public async Task<SourceChange?> ActAsync(string id, string act, CancellationToken cancellationToken)
    {
        rights.Demand();
        return act switch
        {
            "check" => ReadNow(await catalogue.RetryAsync(id, cancellationToken)),
            "pause" => await catalogue.PauseAsync(id, cancellationToken),
            "resume" => ReadNow(await catalogue.ResumeAsync(id, cancellationToken)),
            "clone" => await catalogue.CloneAsync(id, cancellationToken),
            "remove" => await catalogue.RemoveAsync(id, cancellationToken),
            _ => null,
        };
    }

    /// <summary>Reads an uploaded list of feeds; nothing is saved.</summary>
    /// <returns>Where to go on.</returns>
    public async Task<string> ReadListAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken)
    {
        rights.Demand();
        return ChipWatchUrls.WithQuery(ChipWatchUrls.ImportSources, ("draft", drafts.Keep(await lists.ReadAsync(bytes, cancellationToken))));
    }

    /// <summary>Adds what a draft of a list holds, and has it read.</summary>
    /// <returns>Where to go on.</returns>
    public async Task<string> SaveListAsync(string? ticket, CancellationToken cancellationToken)
    {
        rights.Demand();
        if (drafts.Find<ImportDraft>(ticket) is not { IsSaved: false, Fault: null } draft)
        {
            return ChipWatchUrls.ImportSources;
        }

        var saved = await lists.SaveAsync(draft, cancellationToken);
        round.RequestRound();
        return ChipWatchUrls.WithQuery(ChipWatchUrls.ImportSources, ("draft", drafts.Keep(saved)));
    }

    /// <summary>Reads exactly these sources of the starter pack from now on.</summary>
    public async Task ChooseStarterAsync(IReadOnlyCollection<string> ids, CancellationToken cancellationToken)
    {
        rights.Demand();
        await catalogue.ChooseStarterAsync(ids, cancellationToken);
        round.RequestRound();
    }

    /// <summary>Stops the running round; what is stored stays.</summary>
    public void StopRound()
    {
        rights.Demand();
        round.Cancel();
    }

    private SourceChange ReadNow(SourceChange came)
    {
        if (came is SourceChange.Done(var id))
        {
            round.RequestRound(id);
        }

        return came;
    }
}

using ChipWatch.Pipeline.Fetching;
using ChipWatch.Pipeline.Sources;
using ChipWatch.Store.Sources;

namespace ChipWatch.Sources;

/// <summary>One entry of a list of feeds, and what came of it.</summary>
/// <param name="Name">What the list calls it.</param>
/// <param name="Url">Its address; null where the list gave none that could be read.</param>
/// <param name="Change">What came of it, or would.</param>
/// <param name="Reason">Why it was refused.</param>
public sealed record ImportLine(string Name, string? Url, SourceChange? Change, string? Reason);

/// <summary>A list of feeds that was read.</summary>
/// <param name="Title">What it is called.</param>
/// <param name="Entries">What can be asked for; of these, those that are not there yet are added.</param>
/// <param name="Lines">One for each entry of the list.</param>
/// <param name="IsSaved">Whether the sources were added; else this is what would come of it.</param>
/// <param name="Fault">Why the list cannot be read at all; then nothing else is there.</param>
public sealed record ImportDraft(string Title, IReadOnlyList<SourceSettings> Entries, IReadOnlyList<ImportLine> Lines, bool IsSaved, string? Fault)
{
    /// <summary>Entries that were added, or would be.</summary>
    public int Added => Lines.Count(line => line.Change is SourceChange.Done);

    /// <summary>Entries whose address is read already.</summary>
    public int Known => Lines.Count(line => line.Change is SourceChange.AlreadyThere);

    /// <summary>Entries that cannot be added.</summary>
    public int Refused => Lines.Count - Added - Known;
}

/// <summary>Takes lists of feeds in and gives them out.</summary>
public sealed class SourceImport(ISourceCatalogue catalogue, ISourceQueries sources, AddressPolicy addresses, TimeProvider clock)
{
    /// <summary>Reads a list and says what would come of it.</summary>
    public async Task<ImportDraft> ReadAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken)
    {
        if (bytes.Length > Opml.MaxBytes)
        {
            return Unreadable($"The file is larger than {Opml.MaxBytes / 1024 / 1024} MiB.");
        }

        return Opml.Read(bytes) switch
        {
            OpmlOutcome.Unreadable(var reason) => Unreadable(reason),
            OpmlOutcome.Read(var title, var entries, var refused) => await TryAsync(
                title ?? "", [.. entries.Select(SettingsOf)], [.. refused.Select(r => new ImportLine(r.Name, null, null, r.Reason))], dryRun: true, cancellationToken),
            var other => throw new InvalidOperationException($"Unknown outcome {other}."),
        };
    }

    /// <summary>What would come of a list that was found at an address.</summary>
    public Task<ImportDraft> ReadAsync(SourceLook list, CancellationToken cancellationToken) =>
        TryAsync(list.Pasted, [.. list.Found.Select(found => found.Settings)], [], dryRun: true, cancellationToken);

    /// <summary>Adds what the draft holds.</summary>
    public Task<ImportDraft> SaveAsync(ImportDraft draft, CancellationToken cancellationToken) =>
        TryAsync(draft.Title, draft.Entries, [.. draft.Lines.Where(line => line.Url is null)], dryRun: false, cancellationToken);

    /// <summary>All sources but the samples, with all their settings.</summary>
    public async Task<byte[]> ExportAsync(CancellationToken cancellationToken) => Opml.Write(
        "ChipWatch sources",
        [.. (await sources.SettingsAsync(cancellationToken)).Select(s => new OpmlEntry(s.Name, s.Url, s.SiteUrl, s.Kind, s.Language, s.Folder)
        {
            Rules = s.Rules,
            CheckEvery = s.CheckEvery,
            IsPaused = s.IsPaused,
        })],
        clock.GetUtcNow());

    private static ImportDraft Unreadable(string reason) => new("", [], [], false, reason);

    private static SourceSettings SettingsOf(OpmlEntry entry) =>
        new(entry.Title.Trim() is { Length: > 0 and <= 200 } title ? title : Uri.TryCreate(entry.Url, UriKind.Absolute, out var url) ? url.Host : entry.Url, entry.Kind, entry.Url)
        {
            SiteUrl = entry.SiteUrl,
            Language = entry.Language,
            Folder = entry.Folder,
            CheckEvery = entry.CheckEvery,
            Rules = entry.Rules,
            IsPaused = entry.IsPaused,
        };

    private async Task<ImportDraft> TryAsync(
        string title, IReadOnlyList<SourceSettings> entries, IReadOnlyList<ImportLine> refused, bool dryRun, CancellationToken cancellationToken)
    {
        // Forbidden addresses are told before they are kept; what only a look-up can tell, the first check tells.
        var reasons = entries.Select(entry => addresses.Refuse(entry.Url)).ToList();
        var wanted = entries.Where((_, i) => reasons[i] is null).ToList();
        var changes = new Queue<SourceChange>(await catalogue.AddAsync(wanted, dryRun, cancellationToken));
        List<ImportLine> lines = [.. entries.Select((entry, i) => reasons[i] is { } reason
            ? new ImportLine(entry.Name, entry.Url, null, reason)
            : LineOf(entry, changes.Dequeue()))];
        return new(title, entries, [.. lines, .. refused], !dryRun, null);
    }

    private static ImportLine LineOf(SourceSettings entry, SourceChange change) =>
        new(entry.Name, entry.Url, change, change is SourceChange.Refused(_, var reason) ? reason : null);
}

using ChipWatch.Pipeline.Catalogue;
using ChipWatch.Store.Sources;

namespace ChipWatch.Tests.Fakes;

/// <summary>A list of sources that only remembers what was done to it.</summary>
internal sealed class FixedCatalogue : ISourceCatalogue
{
    /// <summary>"check nikkei", "add https://…", in order.</summary>
    public List<string> Done { get; } = [];

    public SourceChange? Answer { get; set; }

    public StarterPack Pack { get; set; } = new([], false);

    public Task<IReadOnlyList<SourceChange>> AddAsync(IReadOnlyList<SourceSettings> sources, bool dryRun, CancellationToken cancellationToken)
    {
        if (!dryRun)
        {
            Done.AddRange(sources.Select(source => $"add {source.Url}"));
        }

        return Task.FromResult<IReadOnlyList<SourceChange>>([.. sources.Select(source => source.Fault() ?? Answer ?? new SourceChange.Done(source.Name.ToLowerInvariant()))]);
    }

    public Task<SourceChange> EditAsync(string id, SourceSettings settings, CancellationToken cancellationToken) => NoteAsync($"edit {id}", settings.Fault() ?? Answer ?? new SourceChange.Done(id));

    public Task<SourceChange> CloneAsync(string id, CancellationToken cancellationToken) => NoteAsync($"clone {id}", new SourceChange.Done(id + "-copy"));

    public Task<SourceChange> PauseAsync(string id, CancellationToken cancellationToken) => NoteAsync($"pause {id}", new SourceChange.Done(id));

    public Task<SourceChange> ResumeAsync(string id, CancellationToken cancellationToken) => NoteAsync($"resume {id}", new SourceChange.Done(id));

    public Task<SourceChange> RetryAsync(string id, CancellationToken cancellationToken) => NoteAsync($"check {id}", new SourceChange.Done(id));

    public Task<SourceChange> RemoveAsync(string id, CancellationToken cancellationToken) => NoteAsync($"remove {id}", new SourceChange.Done(id));

    public Task<StarterPack> StarterPackAsync(CancellationToken cancellationToken) => Task.FromResult(Pack);

    public Task<(int In, int Out)> ChooseStarterAsync(IReadOnlyCollection<string> ids, CancellationToken cancellationToken)
    {
        Done.Add($"choose {string.Join(' ', ids.Order(StringComparer.Ordinal))}");
        return Task.FromResult((ids.Count, 0));
    }

    public static StarterSource Starter(string id, string language, int tier, bool isTaken, params string[] covers) =>
        new(new SeedSource(id, id, "rss", $"https://{id}.example/feed", $"https://{id}.example", language, tier, "trade-press", covers, null, null), isTaken);

    private Task<SourceChange> NoteAsync(string what, SourceChange came)
    {
        Done.Add(what);
        return Task.FromResult(came);
    }
}

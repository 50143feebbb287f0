namespace ChipWatch.Store.Sources;

/// <summary>The list of sources as people keep it: what is read, and what is not. Samples are no part of it.</summary>
public interface ISourceCatalogue
{
    /// <summary>Adds sources, each for itself: one that cannot be kept does not stop the others.</summary>
    /// <param name="sources">What to add.</param>
    /// <param name="dryRun">Only say what would come of it.</param>
    /// <param name="cancellationToken">Ends the work; then nothing is added.</param>
    /// <returns>One answer for each, in order.</returns>
    Task<IReadOnlyList<SourceChange>> AddAsync(IReadOnlyList<SourceSettings> sources, bool dryRun, CancellationToken cancellationToken);

    /// <summary>Changes the settings. A new address is unverified again and due at once; the old one is kept among the former ones.</summary>
    Task<SourceChange> EditAsync(string id, SourceSettings settings, CancellationToken cancellationToken);

    /// <summary>Makes a second source of the same settings, paused, to be changed.</summary>
    Task<SourceChange> CloneAsync(string id, CancellationToken cancellationToken);

    /// <summary>Stops asking it until <see cref="ResumeAsync"/>.</summary>
    Task<SourceChange> PauseAsync(string id, CancellationToken cancellationToken);

    /// <summary>Asks it again from now on, whoever paused it.</summary>
    Task<SourceChange> ResumeAsync(string id, CancellationToken cancellationToken);

    /// <summary>Makes it due now. A paused one stays paused.</summary>
    Task<SourceChange> RetryAsync(string id, CancellationToken cancellationToken);

    /// <summary>Removes it with its items and checks. Its articles stay. One of the starter pack does not come back by itself.</summary>
    Task<SourceChange> RemoveAsync(string id, CancellationToken cancellationToken);

    /// <summary>The starter pack, and what of it is being read.</summary>
    Task<StarterPack> StarterPackAsync(CancellationToken cancellationToken);

    /// <summary>Reads exactly these sources of the starter pack from now on; added ones are not touched.</summary>
    /// <param name="ids">The chosen ones; unknown ids are passed over.</param>
    /// <param name="cancellationToken">Ends the work; then nothing is changed.</param>
    /// <returns>How many were taken in, and how many were taken out.</returns>
    Task<(int In, int Out)> ChooseStarterAsync(IReadOnlyCollection<string> ids, CancellationToken cancellationToken);
}

using ChipWatch.Pipeline.Catalogue;

namespace ChipWatch.Store.Seeding;

/// <summary>Makes the store and fills it from the seeds.</summary>
public interface IStoreSetup
{
    /// <summary>Makes the database or brings its tables up to date, then adds sources of the seeds that it lacks. Running it again changes nothing.</summary>
    /// <remarks>A store that is up to date and locked by another program is served as it is.</remarks>
    /// <param name="catalogue">The seeds.</param>
    /// <param name="samples">Outlets of the sample corpus; null to leave them out. Ignored once samples were removed.</param>
    /// <param name="cancellationToken">Ends the work between two steps.</param>
    Task PrepareAsync(NewsCatalogue catalogue, SampleWeb? samples, CancellationToken cancellationToken);

    /// <summary>Checks the file, makes a backup of a store that has migrations before it, and brings its tables up to date.</summary>
    /// <returns>The migrations applied now, oldest first.</returns>
    /// <exception cref="Upkeep.StoreDamagedException">The file is damaged; nothing was changed.</exception>
    Task<IReadOnlyList<string>> MigrateAsync(CancellationToken cancellationToken);

    /// <summary>Adds sources of the seeds that the store lacks.</summary>
    /// <returns>How many were added.</returns>
    Task<int> SeedAsync(NewsCatalogue catalogue, SampleWeb? samples, CancellationToken cancellationToken);

    /// <summary>Removes every sample source, article and story for good. Without samples: does nothing.</summary>
    /// <returns>How many articles went.</returns>
    Task<int> RemoveSamplesAsync(CancellationToken cancellationToken);

    /// <summary>Whether the store holds sample articles.</summary>
    Task<bool> HasSamplesAsync(CancellationToken cancellationToken);
}

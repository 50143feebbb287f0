using ChipWatch.Pipeline.Catalogue;

namespace ChipWatch.Store.Sources;

/// <summary>The sources that come with the program.</summary>
/// <param name="Sources">All of them, by id.</param>
/// <param name="HasChosen">Whether a person has chosen among them; until then all are read.</param>
public sealed record StarterPack(IReadOnlyList<StarterSource> Sources, bool HasChosen);

/// <summary>A source of the starter pack.</summary>
/// <param name="Seed">What the seeds say of it.</param>
/// <param name="IsTaken">Whether it is being read.</param>
public sealed record StarterSource(SeedSource Seed, bool IsTaken);

using ChipWatch.Pipeline.Catalogue;
using ChipWatch.Pipeline.Tagging;

namespace ChipWatch.Store.Catalogue;

/// <summary>One state of the catalogue with all that is made of it. Never changes.</summary>
public sealed class CatalogueState
{
    private readonly Lazy<Tagger> tagger;
    private readonly Lazy<OutletAliases> outlets;

    /// <summary>A state.</summary>
    /// <param name="news">The seeds with all changes.</param>
    /// <param name="version">Its number in the store; 0 for one that the store does not know.</param>
    public CatalogueState(NewsCatalogue news, long version)
    {
        (News, Version) = (news, version);
        tagger = new(() => new Tagger(Vocabulary.Of(news)));
        outlets = new(() => OutletAliases.Of(news));
    }

    /// <summary>The seeds with all changes.</summary>
    public NewsCatalogue News { get; }

    /// <summary>Its number in the store.</summary>
    public long Version { get; }

    /// <summary>The tagger that knows its names; made when it is first asked for.</summary>
    public Tagger Tagger => tagger.Value;

    /// <summary>Which names stand for one outlet; made when they are first asked for.</summary>
    public OutletAliases Outlets => outlets.Value;
}

/// <summary>
/// The catalogue as it stands now: what the seeds say and what people changed. Ask it each time: a change that is saved replaces the state for all who
/// ask from then on, without a restart.
/// </summary>
/// <param name="seeds">What comes with the program.</param>
public sealed class LiveCatalogue(NewsCatalogue seeds)
{
    private volatile CatalogueState current = new(seeds, 0);

    /// <summary>What comes with the program.</summary>
    public NewsCatalogue Seeds => seeds;

    /// <summary>What holds now; use one state for one piece of work.</summary>
    public CatalogueState Current => current;

    internal void Replace(CatalogueState state) => current = state;
}

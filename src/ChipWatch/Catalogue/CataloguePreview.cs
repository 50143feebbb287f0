using ChipWatch.Pipeline.Text;

namespace ChipWatch.Catalogue;

/// <summary>What a tag is of.</summary>
public enum MoveFacet
{
    /// <summary>A company.</summary>
    Company,

    /// <summary>A chip.</summary>
    Chip,

    /// <summary>A topic.</summary>
    Topic,

    /// <summary>An outlet that an article credits.</summary>
    Credit,
}

/// <summary>One tag that comes or goes.</summary>
/// <param name="Facet">What it is of.</param>
/// <param name="Id">Slug of the catalogue; of a credit its name.</param>
/// <param name="Name">Shown name.</param>
/// <param name="IsAdded">Comes; otherwise it goes.</param>
/// <param name="Evidence">The sentence that proves it, or proved it; null where a credit has none.</param>
public sealed record TagMove(MoveFacet Facet, string Id, string Name, bool IsAdded, TextSpan? Evidence);

/// <summary>An article of which something changes.</summary>
public sealed record PreviewArticle(long Id, string Slug, string Title, string Outlet, string? Language, DateTimeOffset PublishedAt, IReadOnlyList<TagMove> Moves);

/// <summary>F1 of one facet on the labelled set.</summary>
public sealed record ScoreMove(MoveFacet Facet, double Before, double After);

/// <summary>A tag of a labelled article that comes or goes.</summary>
/// <param name="Title">The article.</param>
/// <param name="Move">The tag.</param>
/// <param name="IsRight">Whether that is as the labels have it.</param>
public sealed record LabelledMove(string Title, TagMove Move, bool IsRight);

/// <summary>A name that another entry has as well.</summary>
public sealed record NameClash(string Text, string Other);

/// <summary>What a change of the catalogue would do.</summary>
/// <param name="Added">Tags that come, in all articles that were looked at.</param>
/// <param name="Removed">Tags that go.</param>
/// <param name="Articles">Articles of which a tag comes or goes.</param>
/// <param name="Events">Articles of which the event or its status would be read otherwise.</param>
/// <param name="Looked">Articles that were looked at: the newest that hold a touched name.</param>
/// <param name="Holding">Articles that hold one, counted up to a bound.</param>
/// <param name="IsHoldingWhole">Whether the count is whole.</param>
/// <param name="Shown">The newest changed articles.</param>
/// <param name="Scores">Before and after on the labelled set.</param>
/// <param name="Labelled">What changes in the labelled set.</param>
/// <param name="LabelledCount">Articles of the labelled set.</param>
/// <param name="Clashes">Names that another entry has as well.</param>
/// <param name="Took">How long the look took.</param>
public sealed record CataloguePreview(
    int Added,
    int Removed,
    int Articles,
    int Events,
    int Looked,
    int Holding,
    bool IsHoldingWhole,
    IReadOnlyList<PreviewArticle> Shown,
    IReadOnlyList<ScoreMove> Scores,
    IReadOnlyList<LabelledMove> Labelled,
    int LabelledCount,
    IReadOnlyList<NameClash> Clashes,
    TimeSpan Took)
{
    /// <summary>Whether every article that the change can touch was looked at.</summary>
    public bool IsWhole => IsHoldingWhole && Looked >= Holding;
}

using ChipWatch.Pipeline.Extraction;

namespace ChipWatch.Pipeline.Tagging;

/// <summary>An article as the tagger reads it.</summary>
/// <param name="Id">Any id; comes back unread.</param>
/// <param name="Url">Its address, or null.</param>
/// <param name="Outlet">Name of the outlet that published it, or null.</param>
/// <param name="Language">BCP 47 language, or null.</param>
/// <param name="Published">First publication, UTC, or null.</param>
/// <param name="Title">The headline.</param>
/// <param name="Text">The body, paragraphs parted by a blank line.</param>
/// <param name="Blocks">Blocks of <paramref name="Text"/> with roles, in order.</param>
public sealed record ArticleText(
    string Id,
    string? Url,
    string? Outlet,
    string? Language,
    DateTimeOffset? Published,
    string Title,
    string Text,
    IReadOnlyList<Block> Blocks)
{
    /// <summary>Links of <see cref="Text"/> to other sites, in order; empty where they are not known.</summary>
    public IReadOnlyList<BodyLink> Links { get; init; } = [];
}

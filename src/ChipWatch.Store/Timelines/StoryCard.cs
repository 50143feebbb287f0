using ChipWatch.Pipeline.Tagging;

namespace ChipWatch.Store.Timelines;

/// <summary>A tag as pages show it.</summary>
/// <param name="Id">Slug of the catalogue.</param>
/// <param name="Name">Shown name.</param>
/// <param name="Colour">"#RRGGBB" of a company; null for chips and topics.</param>
public sealed record TagName(string Id, string Name, string? Colour = null);

/// <summary>A story as one row of a list.</summary>
/// <param name="Id">Its id, follows time.</param>
/// <param name="Slug">Readable tail of its address.</param>
/// <param name="Headline">Headline of the best article, as the outlet wrote it.</param>
/// <param name="Language">BCP 47 language of the headline.</param>
/// <param name="Claim">What the story says, one sentence; null where no sentence proves it.</param>
/// <param name="FirstAt">Publication of its first article, UTC.</param>
/// <param name="LatestAt">Publication of its latest article, UTC; midnight where only the day is known.</param>
/// <param name="EventType">What kind of event; null where unknown.</param>
/// <param name="Status">How firm; null where unknown.</param>
/// <param name="Vendors">Companies, primary ones first.</param>
/// <param name="Chips">Chips, most salient first.</param>
/// <param name="Topics">Topics, most salient first.</param>
/// <param name="Origin">Name of the outlet where the report began.</param>
/// <param name="OriginIsRead">Whether an article of that outlet is stored; false draws a ghost.</param>
/// <param name="Origins">Independent origins, at least 1.</param>
/// <param name="Relays">Articles that pass an origin's report on.</param>
/// <param name="ArticleCount">All articles.</param>
/// <param name="IsSample">Whether all articles are samples.</param>
public sealed record StoryCard(
    long Id,
    string Slug,
    string Headline,
    string? Language,
    string? Claim,
    DateTimeOffset FirstAt,
    DateTimeOffset LatestAt,
    EventType? EventType,
    EventStatus? Status,
    IReadOnlyList<TagName> Vendors,
    IReadOnlyList<TagName> Chips,
    IReadOnlyList<TagName> Topics,
    string? Origin,
    bool OriginIsRead,
    int Origins,
    int Relays,
    int ArticleCount,
    bool IsSample);

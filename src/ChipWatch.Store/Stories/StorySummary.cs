using ChipWatch.Pipeline.Catalogue;
using ChipWatch.Pipeline.Tagging;
using ChipWatch.Store.Rows;
using ChipWatch.Store.Timelines;

namespace ChipWatch.Store.Stories;

/// <summary>What a story says, summed up from its articles alone: the same articles always give the same summary.</summary>
internal sealed record StorySummary(
    StoryMember Lead,
    EventStatus? Status,
    IReadOnlyList<StoryRungRow> Rungs,
    IReadOnlyList<string> Vendors,
    IReadOnlyList<string> Chips,
    IReadOnlyList<string> Topics,
    string Origin,
    bool OriginIsRead,
    int Origins,
    int Relays,
    IReadOnlySet<FacetChoice> Facets)
{
    /// <summary>Sums up the articles of a story.</summary>
    /// <param name="storyId">The story.</param>
    /// <param name="members">Its articles, oldest first; at least one.</param>
    /// <param name="later">The articles of the stories that follow it up, oldest first: they move the ladder, and are no part of the rest.</param>
    public static StorySummary Of(long storyId, IReadOnlyList<StoryMember> members, IReadOnlyList<StoryMember> later)
    {
        var rungs = StoryLadder.Of(storyId, members, later);
        var status = rungs.Count > 0 ? rungs[^1].Status : (EventStatus?)null;
        var own = rungs.LastOrDefault(rung => rung.FromStoryId is null)?.Status;
        // The best article bears what the story's own articles came to, has a sentence for it in its text, reports rather than comments, is in the
        // language of the pages, and has it first-hand; of equals the oldest.
        var lead = members.OrderByDescending(m => m.Article.Status == own)
            .ThenByDescending(m => m.IsProvedInText).ThenBy(m => m.Article.EventType is EventType.Analysis)
            .ThenByDescending(m => m.Article.Language?.StartsWith("en", StringComparison.OrdinalIgnoreCase) ?? false)
            .ThenBy(m => m.IsRelay).ThenBy(m => m.Article.Id).First();
        var began = new StoryOrigins(members);
        var origins = members.Select(m => (Member: m, Origin: began.Of(m))).GroupBy(m => OutletAliases.KeyOf(m.Origin)).OrderByDescending(g => g.Count()).ThenBy(g => g.First().Member.Article.Id).ToList();
        var origin = origins[0];
        return new(
            lead,
            status,
            rungs,
            Ranked(members, TagFacet.Company),
            Ranked(members, TagFacet.Chip),
            Ranked(members, TagFacet.Topic),
            origin.First().Origin,
            members.Any(m => OutletAliases.KeyOf(m.Teller) == origin.Key),
            origins.Count,
            members.Count(m => m.IsRelay),
            FacetsOf(members, lead, status));
    }

    private static List<string> Ranked(IReadOnlyList<StoryMember> members, TagFacet facet) =>
        [.. members.SelectMany(m => m.Tags).Where(t => t.Facet == facet).GroupBy(t => t.TagId)
            .OrderByDescending(g => g.Count(t => t.Salience == Salience.Primary)).ThenByDescending(g => g.Sum(t => t.Score))
            .ThenBy(g => g.Key, StringComparer.Ordinal).Select(g => g.Key)];

    private static HashSet<FacetChoice> FacetsOf(IReadOnlyList<StoryMember> members, StoryMember lead, EventStatus? status)
    {
        var facets = new HashSet<FacetChoice>();
        foreach (var member in members)
        {
            facets.UnionWith(member.Tags.Select(t => new FacetChoice(FacetOf(t.Facet), t.TagId)));
            facets.Add(new(Facet.Outlet, member.Article.OutletId));
            if (member.Article.Language is { Length: >= 2 } language)
            {
                facets.Add(new(Facet.Language, language[..2].ToLowerInvariant()));
            }
        }

        if (lead.Article.EventType is { } type)
        {
            facets.Add(new(Facet.Event, type.ToString().ToLowerInvariant()));
        }

        if (status is { } firm)
        {
            facets.Add(new(Facet.Status, firm.ToString().ToLowerInvariant()));
        }

        return facets;
    }

    private static Facet FacetOf(TagFacet facet) => facet switch
    {
        TagFacet.Company => Facet.Vendor,
        TagFacet.Chip => Facet.Chip,
        _ => Facet.Topic,
    };
}

using ChipWatch.Pipeline.Tagging;
using ChipWatch.Store.Rows;
using ChipWatch.Store.Timelines;

namespace ChipWatch.Store.Stories;

/// <summary>A company or chip with the number of a story's articles that name it.</summary>
public sealed record SharedName(TagName Name, Facet Facet, int Articles);

/// <summary>What the articles of a story have in common: what holds whichever of them one reads.</summary>
/// <param name="Articles">How many there are.</param>
/// <param name="Status">The status that most of them support; null where none supports one.</param>
/// <param name="Supporting">How many support it.</param>
/// <param name="Names">Companies and chips that more than half of them name, the most named first.</param>
public sealed record StoryGround(int Articles, EventStatus? Status, int Supporting, IReadOnlyList<SharedName> Names)
{
    /// <summary>Fewer have no ground that is worth a list.</summary>
    public const int Fewest = 3;

    private const int MostNames = 6;

    internal static StoryGround? Of(IReadOnlyList<StoryMember> members, TagNames names)
    {
        if (members.Count < Fewest)
        {
            return null;
        }

        var statuses = members.Where(m => m.Article.Status is not null).CountBy(m => m.Article.Status!.Value).OrderByDescending(count => count.Value).ThenByDescending(count => count.Key).ToList();
        var shared = members.SelectMany(m => m.Tags.Where(tag => tag.Facet is TagFacet.Company or TagFacet.Chip).Select(tag => (tag.Facet, tag.TagId)).Distinct())
            .CountBy(tag => tag).Where(count => count.Value * 2 > members.Count)
            .OrderByDescending(count => count.Value).ThenBy(count => count.Key.Facet).ThenBy(count => count.Key.TagId, StringComparer.Ordinal).Take(MostNames);
        return new(
            members.Count,
            statuses is [var most, ..] ? most.Key : null,
            statuses is [var first, ..] ? first.Value : 0,
            [.. shared.Select(count => count.Key.Facet is TagFacet.Company
                ? new SharedName(names.Company(count.Key.TagId), Facet.Vendor, count.Value)
                : new SharedName(names.Chip(count.Key.TagId), Facet.Chip, count.Value))]);
    }
}

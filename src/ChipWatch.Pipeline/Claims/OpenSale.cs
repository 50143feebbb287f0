using ChipWatch.Pipeline.Clustering;
using ChipWatch.Pipeline.Tagging;

namespace ChipWatch.Pipeline.Claims;

/// <summary>
/// The answer to the question whether a maker will sell a chip that it built for itself: talks with a first customer are one story, the day on which the
/// maker begins to sell is another, with no customer, other words and often a newer generation of the chip. Its own generations come and go without being
/// such an answer, and whose business it is to sell chips was never asked.
/// </summary>
internal static class OpenSale
{
    private const string Sale = "sale";
    private const string OwnSilicon = "custom-silicon";

    /// <summary>Whether an article tells that a sale has begun that was talked about in a story of before.</summary>
    public static bool IsAnsweredBy(StorySignature article, OpenStory story) =>
        article.Type is EventType.Launch or EventType.Deal && article.Status is EventStatus.Confirmed or EventStatus.Announced
        && article.Primary is [var maker] && article.Topics.Contains(OwnSilicon) && article.Front.Chips.Count > 0 && article.Concepts.Any(concept => concept.Id == Sale)
        && story.Members.Any(member => IsOpen(member, maker) && StoryKeys.FamiliesOf(article.Keys).Intersect(StoryKeys.FamiliesOf(member.Keys), StringComparer.Ordinal).Any());

    private static bool IsOpen(StorySignature member, string maker) =>
        member.Type is EventType.Talks or EventType.Deal or EventType.Partnership && member.Status is EventStatus.Rumor or EventStatus.Talks
        && member.Topics.Contains(OwnSilicon) && member.Primary.Count > 1 && member.Primary.Contains(maker);
}

using System.Text.RegularExpressions;
using ChipWatch.Pipeline.Catalogue;
using ChipWatch.Pipeline.Extraction;
using ChipWatch.Pipeline.Tagging;
using ChipWatch.Pipeline.Text;
using ChipWatch.Store.Follows;
using ChipWatch.Store.Rows;
using ChipWatch.Store.Stories;
using ChipWatch.Store.Timelines;
using Microsoft.EntityFrameworkCore;

namespace ChipWatch.Store.Digests;

/// <summary>A story as it stood when a week ended: nothing that was published later enters.</summary>
internal sealed record WeekStory(
    StoryCard Card,
    IReadOnlyList<StoryMember> Members,
    StorySummary Summary,
    IReadOnlyList<ScorePart> Score,
    bool IsNew,
    IReadOnlyList<StoryRungRow> Moves,
    LeadText Lead)
{
    /// <summary>Whether the week's own articles tell it; else only a follow-up moved it, and is told itself.</summary>
    public required bool IsTold { get; init; }

    /// <summary>The articles of the stories that follow it up, as far as they were there.</summary>
    public required IReadOnlyList<StoryMember> Later { get; init; }

    /// <summary>Slots that a reader would ask for and no article fills.</summary>
    public required IReadOnlyList<string> NotKnown { get; init; }

    /// <summary>The companies that it is about.</summary>
    public IEnumerable<TagName> Vendors => Central(TagFacet.Company, Card.Vendors);

    /// <summary>The chips that it is about.</summary>
    public IEnumerable<TagName> Chips => Central(TagFacet.Chip, Card.Chips);

    /// <summary>The topics that it is about.</summary>
    public IEnumerable<TagName> Topics => Central(TagFacet.Topic, Card.Topics);

    /// <summary>Each independent origin with the outlets that have the story from there, the most carried first.</summary>
    public IReadOnlyList<DigestChain> Chains()
    {
        var told = new HashSet<string>(StringComparer.Ordinal);
        var chains = new List<DigestChain>();
        var origins = new StoryOrigins(Members);
        foreach (var reports in Members.GroupBy(m => OutletAliases.KeyOf(origins.Of(m))).OrderByDescending(g => g.Count()).ThenBy(g => g.First().Article.Id))
        {
            told.Add(reports.Key);
            chains.Add(new(origins.Of(reports.First()), [.. reports.SelectMany(m => m.ReportedBy.TakeWhile(credited => OutletAliases.KeyOf(credited) != reports.Key).Reverse().Append(m.Teller)).Where(outlet => told.Add(OutletAliases.KeyOf(outlet)))]));
        }

        return chains;
    }

    /// <summary>Reads a story as it stood at the end of a week.</summary>
    /// <returns>Null where the week brought neither a new fact nor a status move, but relays alone.</returns>
    public static async Task<WeekStory?> LoadAsync(
        ChipWatchDb db, OutletAliases outlets, StoryCards cards, StoryQuestions questions, FollowList followed, long id, DateTimeOffset start, DateTimeOffset end, CancellationToken cancellationToken)
    {
        var members = (await StoryMember.LoadAsync(db, outlets, id, cancellationToken)).Where(m => m.Article.PublishedAt < end).ToList();
        if (members.Count == 0)
        {
            return null;
        }

        var later = (await StoryMember.LoadLaterAsync(db, outlets, id, cancellationToken)).Where(m => m.Article.PublishedAt < end).ToList();
        var summary = StorySummary.Of(id, members, later);
        var isNew = members[0].Article.PublishedAt >= start;
        var moves = summary.Rungs.Where(r => r.Ordinal > 0 && r.At >= start && r.Status != summary.Rungs[r.Ordinal - 1].Status).ToList();
        if (!isNew && moves.Count == 0 && members.All(m => m.IsRelay || m.Article.PublishedAt < start))
        {
            return null;
        }

        var body = await db.RevisionBodies.AsNoTracking().SingleAsync(b => b.RevisionId == summary.Lead.Article.RevisionId, cancellationToken);
        var card = cards.Of(StoryRefresh.RowOf(id, summary, members));
        var asked = await questions.OfAsync(db, card.EventType, members, cancellationToken);
        return new(card, members, summary, StoryRanking.PartsOf(card, moves.Count > 0, isNew, followed), isNew, moves, LeadText.Of(body))
        {
            IsTold = members.Exists(m => m.Article.PublishedAt >= start),
            Later = later,
            NotKnown = [.. asked.Where(question => question.IsOpen).Select(question => question.Slot.ToString().ToLowerInvariant())],
        };
    }

    /// <summary>What one relay among many dwells on is not what the story is about. A name must be primary; a topic is never named in passing.</summary>
    private IEnumerable<TagName> Central(TagFacet facet, IReadOnlyList<TagName> named) =>
        named.Where(tag => 2 * Members.Count(m => m.Tags.Any(t => t.Facet == facet && t.TagId == tag.Id && (facet == TagFacet.Topic || t.Salience == Salience.Primary))) >= Members.Count);
}

/// <summary>What of a story's best article may be quoted.</summary>
/// <param name="Sentences">Its proving sentences in order.</param>
/// <param name="WhyItMatters">The first sentence below a heading that asks why it matters.</param>
internal sealed partial record LeadText(IReadOnlyList<TextSpan> Sentences, TextSpan? WhyItMatters)
{
    /// <summary>Reads a stored body.</summary>
    public static LeadText Of(RevisionBodyRow body)
    {
        var blocks = StoredJson.ReadList<Block>(body.Blocks);
        var sentences = ProvingSentences.Of(body.Text, blocks);
        TextSpan? why = null;
        for (var i = 0; i + 1 < blocks.Count && why is null; i++)
        {
            if (blocks[i].Role == BlockRole.Heading && WhyHeading().IsMatch(body.Text.AsSpan(blocks[i].Start, blocks[i].Length)))
            {
                why = sentences.FirstOrDefault(s => s.Start >= blocks[i + 1].Start && s.Start < blocks[i + 1].End);
            }
        }

        return new(sentences, why);
    }

    [GeneratedRegex(@"why .{0,20}matters?|what it means|warum .{0,30}(wichtig|zählt|bedeut)|was .{0,20}bedeutet|pourquoi .{0,20}import|por qué .{0,20}importa", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex WhyHeading();
}

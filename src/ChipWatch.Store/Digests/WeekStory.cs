using System.Text.RegularExpressions;
using ChipWatch.Pipeline.Extraction;
using ChipWatch.Pipeline.Tagging;
using ChipWatch.Pipeline.Text;
using ChipWatch.Store.Rows;
using ChipWatch.Store.Stories;
using ChipWatch.Store.Timelines;
using Microsoft.EntityFrameworkCore;

namespace ChipWatch.Store.Digests;

/// <summary>A story as it stood when a week ended: nothing that was published later enters.</summary>
internal sealed partial record WeekStory(
    StoryCard Card,
    IReadOnlyList<StoryMember> Members,
    StorySummary Summary,
    IReadOnlyList<ScorePart> Score,
    bool IsNew,
    IReadOnlyList<StoryRungRow> Moves,
    LeadText Lead,
    IReadOnlyList<QuantityRow> Quantities)
{
    private static readonly string[] Money = ["USD", "EUR", "KRW", "CNY", "HKD", "JPY", "TWD", "GBP"];

    /// <summary>Slots that a reader would ask for and no article fills.</summary>
    public IReadOnlyList<string> NotKnown()
    {
        if (Card.EventType is not (EventType.Talks or EventType.Deal or EventType.Launch or EventType.Capacity or EventType.Partnership))
        {
            return [];
        }

        var open = new List<string>();
        if (Card.EventType is EventType.Talks or EventType.Deal && Members.SelectMany(m => m.Tags)
            .Where(t => t.Facet == TagFacet.Company && t.Salience == Salience.Primary).Select(t => t.TagId).Distinct().Count() < 2)
        {
            open.Add("customer");
        }

        if (!Quantities.Any(q => Money.Contains(q.Unit)))
        {
            open.Add("price");
        }

        if (!Lead.Sentences.Any(sentence => DateWords().IsMatch(sentence.Quote)))
        {
            open.Add("date");
        }

        if (!Quantities.Any(q => q.Unit != "%" && !Money.Contains(q.Unit)))
        {
            open.Add("volume");
        }

        return open;
    }

    /// <summary>Outlets from the origin to the last relay, each once.</summary>
    public IReadOnlyList<string> Chain() =>
        [.. new[] { Summary.Origin }
            .Concat(Members.Where(m => Slug.Of(m.Origin) == Slug.Of(Summary.Origin)).SelectMany(m => m.ReportedBy.Reverse().Append(m.Outlet)))
            .Concat(Members.Select(m => m.Outlet))
            .DistinctBy(outlet => Slug.Of(outlet))];

    /// <summary>Reads a story as it stood at the end of a week.</summary>
    /// <returns>Null where the week brought neither a new fact nor a status move, but relays alone.</returns>
    public static async Task<WeekStory?> LoadAsync(
        ChipWatchDb db, StoryCards cards, long id, DateTimeOffset start, DateTimeOffset end, CancellationToken cancellationToken)
    {
        var members = (await StoryMember.LoadAsync(db, id, cancellationToken)).Where(m => m.Article.PublishedAt < end).ToList();
        var summary = StorySummary.Of(id, members);
        var isNew = members[0].Article.PublishedAt >= start;
        var moves = summary.Rungs.Where(r => r.Ordinal > 0 && r.At >= start).ToList();
        if (!isNew && moves.Count == 0 && members.All(m => m.IsRelay || m.Article.PublishedAt < start))
        {
            return null;
        }

        var ids = members.Select(m => m.Article.Id).ToList();
        var quantities = await db.Quantities.AsNoTracking().Where(q => ids.Contains(q.ArticleId) && !q.Hypothetical).ToListAsync(cancellationToken);
        var body = await db.RevisionBodies.AsNoTracking().SingleAsync(b => b.RevisionId == summary.Lead.Article.RevisionId, cancellationToken);
        var card = cards.Of(StoryRefresh.RowOf(id, summary, members));
        return new(card, members, summary, StoryRanking.PartsOf(card, moves.Count > 0, isNew), isNew, moves, LeadText.Of(body), quantities);
    }

    [GeneratedRegex(@"\b(20[2-4]\d|Q[1-4]|[Ss]pring|[Ss]ummer|[Aa]utumn|[Ww]inter|(next|this) (month|quarter|year)|(first|second|third|fourth) quarter|nächste[sn]? (Monat|Quartal|Jahr))\b", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex DateWords();
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

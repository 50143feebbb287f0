using System.Security.Cryptography;
using System.Text;
using ChipWatch.Store.Follows;
using ChipWatch.Store.Rows;
using ChipWatch.Store.Stories;
using ChipWatch.Store.Timelines;
using ChipWatch.Store.Today;

namespace ChipWatch.Store.Digests;

/// <summary>Puts a week's stories into an issue. Pure: the same stories give the same issue to the letter.</summary>
internal sealed class IssueWriter
{
    private const int MostTop = 12;
    private const int MostTopOfOneVendor = 2;
    private const int MostDeck = 5;
    private const int MostSections = 12;
    private const int MostHappened = 3;

    /// <summary>What one issue lists at most, however much moved.</summary>
    private const int MostMoves = 1000;

    private readonly FootnoteList footnotes = new();

    /// <summary>Writes the issue.</summary>
    /// <param name="week">The week.</param>
    /// <param name="stories">Its stories as they stood when it ended, in any order.</param>
    /// <param name="contentHashes">Hash of title and text of each article that stands behind them, by id.</param>
    /// <param name="followed">What the reader follows: it ranks, so it is one of the things that the issue is made of.</param>
    public static DigestIssue Write(IsoWeek week, IReadOnlyList<WeekStory> stories, IReadOnlyDictionary<long, byte[]> contentHashes, FollowList followed) =>
        new IssueWriter().WriteIssue(week, stories, contentHashes, followed);

    private DigestIssue WriteIssue(IsoWeek week, IReadOnlyList<WeekStory> stories, IReadOnlyDictionary<long, byte[]> contentHashes, FollowList followed)
    {
        var start = StoryFiltering.StartOf(week.Monday);
        var ranked = stories.Where(s => s.IsTold).OrderByDescending(s => StoryRanking.Sum(s.Score)).ThenByDescending(s => s.Card.LatestAt).ThenByDescending(s => s.Card.Id).ToList();
        var top = Top(ranked);
        var inWeek = stories.SelectMany(s => s.Members).Where(m => m.Article.PublishedAt >= start).ToList();
        // Footnotes are numbered as they are read: deck, moves, top, sections.
        var deck = top.Take(MostDeck).Select(Line).ToList();
        var moves = stories.SelectMany(s => s.Moves.Select(rung => (Story: s, Rung: rung)))
            .OrderBy(m => m.Rung.At).ThenBy(m => m.Story.Card.Id).ThenBy(m => m.Rung.Ordinal).Take(MostMoves).Select(m => Move(m.Story, m.Rung)).ToList();
        return new(
            week.ToString(),
            week.Monday,
            week.Sunday,
            ranked.Count,
            inWeek.Count,
            inWeek.Select(m => m.Article.OutletId).Distinct().Count(),
            deck,
            moves,
            [.. top.Select(InFull)],
            Sections(ranked, story => story.Vendors),
            Sections(ranked, story => story.Topics),
            footnotes.Notes,
            Manifest(week, stories, contentHashes, followed),
            inWeek.Exists(m => m.Article.IsSample));
    }

    private static List<WeekStory> Top(IReadOnlyList<WeekStory> ranked)
    {
        var top = new List<WeekStory>();
        var byVendor = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var story in ranked)
        {
            var vendor = story.Vendors.FirstOrDefault()?.Id ?? "";
            if (top.Count < MostTop && (vendor.Length == 0 || byVendor.GetValueOrDefault(vendor) < MostTopOfOneVendor))
            {
                byVendor[vendor] = byVendor.GetValueOrDefault(vendor) + 1;
                top.Add(story);
            }
        }

        return top;
    }

    private DigestLine Line(WeekStory story) => new(story.Card, footnotes.NumberOf(story.Summary.Lead, story.Summary.Lead.Quote));

    private DigestMove Move(WeekStory story, StoryRungRow rung)
    {
        var mover = story.Members.Concat(story.Later).Single(m => m.Article.Id == rung.ArticleId);
        var before = story.Summary.Rungs[rung.Ordinal - 1].Status;
        return new(
            new StatusMove(story.Card, before, rung.Status, rung.At, mover.Outlet, mover.Article.Id, mover.Article.Slug, rung.Quote),
            footnotes.NumberOf(mover, rung.Quote));
    }

    private DigestStory InFull(WeekStory story)
    {
        var lead = story.Summary.Lead;
        var sentences = story.Lead.Sentences;
        var proof = sentences.FirstOrDefault(s => lead.Quote is not null && s.Quote.Contains(lead.Quote, StringComparison.Ordinal));
        var happened = sentences.Where(s => s != proof).Take(MostHappened - (proof is null ? 0 : 1)).Concat(proof is null ? [] : [proof])
            .OrderBy(s => s.Start).Select(s => new DigestSentence(s.Quote, footnotes.NumberOf(lead, s.Quote))).ToList();
        if (happened.Count == 0)
        {
            happened.Add(new(lead.Article.Title, footnotes.NumberOf(lead, null)));
        }

        var why = story.Lead.WhyItMatters is { } matters && happened.TrueForAll(s => s.Text != matters.Quote)
            ? new DigestSentence(matters.Quote, footnotes.NumberOf(lead, matters.Quote))
            : null;
        return new(story.Card, story.Score, happened, why, story.NotKnown, story.Chains(), [.. story.Vendors, .. story.Chips, .. story.Topics]);
    }

    private List<DigestSection> Sections(IReadOnlyList<WeekStory> ranked, Func<WeekStory, IEnumerable<TagName>> tags) =>
        [.. ranked.SelectMany(story => tags(story).Select(tag => (Tag: tag, Story: story))).GroupBy(pair => pair.Tag.Id)
            .OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal).Take(MostSections)
            .Select(g => new DigestSection(g.First().Tag, [.. g.Select(pair => Line(pair.Story))]))];

    /// <summary>Stands for everything that the issue was made of; equal manifests mean equal issues.</summary>
    private static string Manifest(IsoWeek week, IReadOnlyList<WeekStory> stories, IReadOnlyDictionary<long, byte[]> contentHashes, FollowList followed)
    {
        var lines = new StringBuilder().Append(week).Append('\n');
        foreach (var (story, member) in stories.SelectMany(s => s.Members.Concat(s.Later).Select(m => (s.Card.Id, m))).OrderBy(pair => pair.Id).ThenBy(pair => pair.m.Article.Id))
        {
            lines.Append(story).Append(' ').Append(member.Article.Id).Append(' ').Append(Convert.ToHexString(contentHashes[member.Article.Id])).Append('\n');
        }

        foreach (var id in followed.Vendors.Concat(followed.Topics))
        {
            lines.Append("follows ").Append(id).Append('\n');
        }

        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(lines.ToString())));
    }
}

using ChipWatch.Pipeline.Tagging;
using ChipWatch.Store.Timelines;
using ChipWatch.Store.Today;

namespace ChipWatch.Store.Digests;

/// <summary>A footnote: the span on which a digest's sentence rests.</summary>
/// <param name="Number">From 1, in the order of the issue.</param>
/// <param name="ArticleId">The article.</param>
/// <param name="ArticleSlug">Readable tail of its address.</param>
/// <param name="Title">Its headline.</param>
/// <param name="Outlet">Who published it.</param>
/// <param name="Url">The original.</param>
/// <param name="PublishedAt">UTC.</param>
/// <param name="Quote">The very text.</param>
public sealed record DigestFootnote(int Number, long ArticleId, string ArticleSlug, string Title, string Outlet, string Url, DateTimeOffset PublishedAt, string Quote);

/// <summary>A sentence with the number of the footnote that proves it.</summary>
public sealed record DigestSentence(string Text, int Footnote);

/// <summary>A report and who carries it on.</summary>
/// <param name="Origin">The outlet where it began, whether we read it or not.</param>
/// <param name="Relays">The outlets that have it from there, each once; empty where nobody carries it on.</param>
public sealed record DigestChain(string Origin, IReadOnlyList<string> Relays);

/// <summary>A story told in full.</summary>
/// <param name="Story">The story.</param>
/// <param name="Score">Why it stands where it stands.</param>
/// <param name="WhatHappened">One to three sentences of the articles.</param>
/// <param name="WhyItMatters">At most one sentence of the articles.</param>
/// <param name="NotKnown">Unfilled slots: "customer", "price", "date", "volume".</param>
/// <param name="Chains">A chain for each independent origin, the most carried first.</param>
/// <param name="Tags">What it is about: companies and chips that are primary in half of its articles or more, topics of half of them.</param>
public sealed record DigestStory(
    StoryCard Story,
    IReadOnlyList<ScorePart> Score,
    IReadOnlyList<DigestSentence> WhatHappened,
    DigestSentence? WhyItMatters,
    IReadOnlyList<string> NotKnown,
    IReadOnlyList<DigestChain> Chains,
    IReadOnlyList<TagName> Tags);

/// <summary>A status move with the footnote that proves it.</summary>
public sealed record DigestMove(StatusMove Move, int Footnote);

/// <summary>A story in one line.</summary>
public sealed record DigestLine(StoryCard Story, int Footnote);

/// <summary>The stories of one vendor or topic.</summary>
public sealed record DigestSection(TagName Tag, IReadOnlyList<DigestLine> Lines);

/// <summary>One weekly digest as a model; all formats are written from it.</summary>
/// <param name="Week">ISO week, "2026-W25".</param>
/// <param name="From">Its Monday.</param>
/// <param name="To">Its Sunday.</param>
/// <param name="Stories">Stories with an article in the week.</param>
/// <param name="Articles">Articles of the week.</param>
/// <param name="Outlets">Outlets of those articles.</param>
/// <param name="Deck">Up to five headlines.</param>
/// <param name="Moves">Status moves of the week, by date.</param>
/// <param name="Top">At most 12 stories in full, at most two a vendor, best first.</param>
/// <param name="ByVendor">Stories by vendor.</param>
/// <param name="ByTopic">Stories by topic.</param>
/// <param name="Footnotes">All proofs.</param>
/// <param name="Manifest">SHA-256 in hexadecimal over the ids and revisions that the issue was made of.</param>
/// <param name="HasSamples">Whether sample articles are among them.</param>
public sealed record DigestIssue(
    string Week,
    DateOnly From,
    DateOnly To,
    int Stories,
    int Articles,
    int Outlets,
    IReadOnlyList<DigestLine> Deck,
    IReadOnlyList<DigestMove> Moves,
    IReadOnlyList<DigestStory> Top,
    IReadOnlyList<DigestSection> ByVendor,
    IReadOnlyList<DigestSection> ByTopic,
    IReadOnlyList<DigestFootnote> Footnotes,
    string Manifest,
    bool HasSamples);

/// <summary>One week that has stories.</summary>
public sealed record DigestWeek(string Week, DateOnly From, DateOnly To, int Stories, int Articles);

/// <summary>Reads weeks into issues.</summary>
public interface IDigestQueries
{
    /// <summary>The issue of a week; without stories, an issue that says so.</summary>
    /// <param name="week">ISO week, "2026-W25".</param>
    /// <param name="cancellationToken">Ends the query.</param>
    /// <exception cref="FormatException"><paramref name="week"/> names no ISO week.</exception>
    Task<DigestIssue> IssueAsync(string week, CancellationToken cancellationToken);

    /// <summary>All weeks with stories, newest first.</summary>
    Task<IReadOnlyList<DigestWeek>> WeeksAsync(CancellationToken cancellationToken);
}

using System.Globalization;
using System.Text;
using ChipWatch.Pipeline.Tagging;
using ChipWatch.Store.Digests;
using ChipWatch.Store.Timelines;

namespace ChipWatch.Digests;

/// <summary>Writes an issue as Markdown. Pure: same issue, same bytes. Line ends are LF, instants UTC.</summary>
internal static class DigestMarkdown
{
    private const int WordsAMinute = 200;

    /// <summary>The whole issue, ending in one line break.</summary>
    public static string Write(DigestIssue issue)
    {
        var text = new StringBuilder();
        Header(text, issue);
        if (issue.Stories == 0)
        {
            return text.Append("Nothing new was reported this week.\n").ToString();
        }

        Deck(text, issue);
        Moves(text, issue);
        Top(text, issue);
        Sections(text, issue, "By vendor", issue.ByVendor);
        Sections(text, issue, "By topic", issue.ByTopic);
        Footnotes(text, issue);
        text.Append("---\n\nManifest ").Append(issue.Manifest).Append('\n');
        return text.ToString();
    }

    /// <summary>Minutes that reading the issue takes, at least 1; footnotes are not counted.</summary>
    public static int ReadingMinutes(DigestIssue issue)
    {
        var words = issue.Top.SelectMany(story => story.WhatHappened.Select(s => s.Text).Append(story.WhyItMatters?.Text ?? "").Append(story.Story.Headline))
            .Concat(issue.Deck.Select(line => line.Story.Headline))
            .Concat(issue.ByVendor.Concat(issue.ByTopic).SelectMany(section => section.Lines).Select(line => line.Story.Headline))
            .Sum(sentence => sentence.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length);
        return Math.Max(1, (int)Math.Round(words / (double)WordsAMinute));
    }

    private static void Header(StringBuilder text, DigestIssue issue)
    {
        text.Append("# ChipWatch digest ").Append(issue.Week).Append("\n\n")
            .Append(Day(issue.From)).Append(" to ").Append(Day(issue.To)).Append(" · ")
            .Append(Count(issue.Stories, "story", "stories")).Append(", ").Append(Count(issue.Articles, "article", "articles")).Append(", ")
            .Append(Count(issue.Outlets, "outlet", "outlets")).Append(" · ").Append(Count(ReadingMinutes(issue), "minute", "minutes")).Append("\n\n");
        if (issue.HasSamples)
        {
            text.Append("*Made from the sample corpus.*\n\n");
        }
    }

    private static void Deck(StringBuilder text, DigestIssue issue)
    {
        foreach (var line in issue.Deck)
        {
            text.Append("- ");
            Line(text, issue, line);
        }

        text.Append('\n');
    }

    private static void Moves(StringBuilder text, DigestIssue issue)
    {
        text.Append("## Status moves\n\n");
        if (issue.Moves.Count == 0)
        {
            text.Append("No story changed its status this week.\n\n");
            return;
        }

        foreach (var (move, footnote) in issue.Moves)
        {
            text.Append("- **").Append(Word(move.From)).Append(" → ").Append(Word(move.To)).Append("** ").Append(MarkdownText.Escape(move.Story.Headline))
                .Append(", ").Append(Day(DateOnly.FromDateTime(move.At.UtcDateTime))).Append(", ").Append(MarkdownText.Escape(move.Outlet)).Append(Note(footnote)).Append('\n');
        }

        text.Append('\n');
    }

    private static void Top(StringBuilder text, DigestIssue issue)
    {
        text.Append("## Top stories\n\n");
        foreach (var story in issue.Top)
        {
            text.Append("### ").Append(MarkdownText.Escape(story.Story.Headline)).Append("\n\n");
            text.Append("**").Append(Word(story.Story.Status)).Append("** · ").Append(Origins(story.Story)).Append(" · rank ")
                .Append(string.Join(" + ", story.Score.Select(part => $"{MarkdownText.Escape(part.What)} {Number(part.Points)}"))).Append("\n\n");
            text.Append("*What happened.* ").Append(Sentences(story.WhatHappened)).Append("\n\n");
            if (story.WhyItMatters is { } why)
            {
                text.Append("*Why it matters.* ").Append(Sentences([why])).Append("\n\n");
            }

            if (story.NotKnown.Count > 0)
            {
                text.Append("*Not known:* ").Append(string.Join(", ", story.NotKnown)).Append(".\n\n");
            }

            Named(text, "Chain", "; ", story.Chains.Select(Chain));
            Named(text, "Tags", ", ", story.Tags.Select(tag => MarkdownText.Escape(tag.Name)));
            text.Append('\n');
        }
    }

    private static void Sections(StringBuilder text, DigestIssue issue, string title, IReadOnlyList<DigestSection> sections)
    {
        if (sections.Count == 0)
        {
            return;
        }

        text.Append("## ").Append(title).Append("\n\n");
        foreach (var section in sections)
        {
            text.Append("### ").Append(MarkdownText.Escape(section.Tag.Name)).Append("\n\n");
            foreach (var line in section.Lines)
            {
                text.Append("- ").Append(Word(line.Story.Status)).Append(": ");
                Line(text, issue, line);
            }

            text.Append('\n');
        }
    }

    private static void Footnotes(StringBuilder text, DigestIssue issue)
    {
        text.Append("## Evidence\n\n");
        foreach (var note in issue.Footnotes)
        {
            text.Append("[^").Append(note.Number).Append("]: ").Append(MarkdownText.Link(note.Outlet, note.Url)).Append(", ")
                .Append(Day(DateOnly.FromDateTime(note.PublishedAt.UtcDateTime))).Append(": “").Append(MarkdownText.Escape(note.Quote)).Append("”\n");
        }

        text.Append('\n');
    }

    private static void Line(StringBuilder text, DigestIssue issue, DigestLine line)
    {
        var note = issue.Footnotes[line.Footnote - 1];
        text.Append(MarkdownText.Link(line.Story.Headline, note.Url)).Append(Note(line.Footnote)).Append('\n');
    }

    private static string Sentences(IReadOnlyList<DigestSentence> sentences) =>
        string.Join(' ', sentences.Select(sentence => MarkdownText.Escape(sentence.Text) + Note(sentence.Footnote)));

    private static void Named(StringBuilder text, string name, string between, IEnumerable<string> what)
    {
        if (string.Join(between, what) is { Length: > 0 } all)
        {
            text.Append('*').Append(name).Append(":* ").Append(all).Append(".\n");
        }
    }

    private static string Chain(DigestChain chain) =>
        MarkdownText.Escape(chain.Origin) + (chain.Relays.Count == 0 ? "" : " → " + string.Join(", ", chain.Relays.Select(MarkdownText.Escape)));

    private static string Origins(StoryCard story) =>
        $"{Count(story.Origins, "independent origin", "independent origins")}, {Count(story.Relays, "relay", "relays")}";

    private static string Note(int footnote) => string.Create(CultureInfo.InvariantCulture, $"[^{footnote}]");

    private static string Word(EventStatus? status) => status?.ToString() ?? "Unknown";

    private static string Count(int count, string one, string many) => string.Create(CultureInfo.InvariantCulture, $"{count} {(count == 1 ? one : many)}");

    private static string Number(double points) => points.ToString("0.#", CultureInfo.InvariantCulture);

    private static string Day(DateOnly day) => day.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);
}

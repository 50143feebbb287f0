using ChipWatch.Pipeline.Revisions;
using ChipWatch.Store;
using ChipWatch.Store.Articles;
using ChipWatch.Store.Digests;
using ChipWatch.Store.Sources;
using ChipWatch.Store.Stories;
using ChipWatch.Store.Timelines;
using ChipWatch.Store.Today;
using ChipWatch.Store.Vendors;

namespace ChipWatch.Tests.Fakes;

/// <summary>Articles given in memory.</summary>
internal sealed class FixedArticles(params IReadOnlyList<ArticleView> articles) : IArticleQueries
{
    public int Asked { get; private set; }

    public Task<ArticleView?> FindAsync(long id, int? revision, CancellationToken cancellationToken)
    {
        Asked++;
        var article = articles.FirstOrDefault(article => article.Id == id);
        return Task.FromResult(article is null || revision > article.Revisions.Count ? null : article with { Revision = revision ?? article.Revision });
    }

    public Task<RevisionComparison?> CompareAsync(long id, int? revision, CancellationToken cancellationToken)
    {
        var article = articles.FirstOrDefault(article => article.Id == id);
        var at = (revision ?? article?.Revisions.Count ?? 0) - 1;
        return Task.FromResult(article is null || at < 1 || at >= article.Revisions.Count ? null : new RevisionComparison(
            article.Revisions[at - 1], article.Revisions[at], WordDiff.Between(article.Revisions[at - 1].Title, article.Revisions[at].Title),
            TextComparison.Between(article.Text.Replace("largely sold out", "sold out", StringComparison.Ordinal) + "\n\nA last word.", article.Text)));
    }
}

/// <summary>Sources given in memory; each with one item and one check of each kind.</summary>
internal sealed class FixedSources(SourceSummary summary, params IReadOnlyList<SourceLine> sources) : ISourceQueries
{
    public SourceSummary Summary { get; set; } = summary;

    public IReadOnlyList<SourceItemLine> Items { get; set; } = [];

    public IReadOnlyList<SourceCheckLine> Checks { get; set; } = [];

    public Task<IReadOnlyList<SourceLine>> ListAsync(CancellationToken cancellationToken) => Task.FromResult(sources);

    public Task<SourceSummary> SummaryAsync(CancellationToken cancellationToken) => Task.FromResult(Summary);

    public Task<SourceGlance> GlanceAsync(CancellationToken cancellationToken) => Task.FromResult(new SourceGlance(Summary.Samples, Summary.LastCheckAt) { Line = Summary.Line });

    public Task<SourceView?> FindAsync(string id, CancellationToken cancellationToken) => Task.FromResult(
        sources.FirstOrDefault(source => source.Id == id) is { } line
            ? new SourceView(line, new(line.Name, line.Kind, line.Url) { SiteUrl = line.SiteUrl, Language = line.Language }, ["https://former.example/feed"], null, Items.Count, 1)
            : null);

    public Task<Page<SourceCheckLine>> ChecksAsync(string id, string? after, CancellationToken cancellationToken) => Task.FromResult(new Page<SourceCheckLine>(Checks, null));

    public Task<Page<SourceItemLine>> ItemsAsync(string id, string? after, CancellationToken cancellationToken) => Task.FromResult(new Page<SourceItemLine>(Items, after is null ? "older" : null));

    public Task<IReadOnlyList<SourceSettings>> SettingsAsync(CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<SourceSettings>>([.. sources.Select(source => new SourceSettings(source.Name, source.Kind, source.Url))]);
}

/// <summary>Stories given in memory.</summary>
internal sealed class FixedStories(params IReadOnlyList<StoryView> stories) : IStoryQueries
{
    public Task<StoryView?> FindAsync(long id, CancellationToken cancellationToken) =>
        Task.FromResult(stories.FirstOrDefault(story => story.Card.Id == id));

    public Task<StoryView?> AsOfAsync(long id, DateOnly day, CancellationToken cancellationToken)
    {
        var story = stories.FirstOrDefault(story => story.Card.Id == id);
        var then = story?.Articles.Where(article => DateOnly.FromDateTime(article.PublishedAt.UtcDateTime) <= day).ToList() ?? [];
        return Task.FromResult(story is null || then.Count == 0 ? null : story with { Articles = then, AsOf = day, LeftLater = story.Articles.Count - then.Count });
    }

    public Task<IReadOnlyList<StoryCard>> NearAsync(long id, string? words, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<StoryCard>>([.. SampleStories.All.Where(story => story.Id != id && (string.IsNullOrWhiteSpace(words) || story.Headline.Contains(words, StringComparison.OrdinalIgnoreCase))).Take(3)]);

    public Task<StoryAddress?> MovedToAsync(long id, CancellationToken cancellationToken) =>
        Task.FromResult(stories.FirstOrDefault(story => story.Card.Id != id && story.Articles.Any(article => article.Id == id)) is { } story ? new StoryAddress(story.Card.Id, story.Card.Slug) : null);
}

/// <summary>A first page given in memory.</summary>
internal sealed class FixedToday(TodayView view) : ITodayQueries
{
    public TodayView View { get; set; } = view;

    public Task<TodayView> ReadAsync(DateTimeOffset now, CancellationToken cancellationToken) => Task.FromResult(View);
}

/// <summary>Vendors given in memory.</summary>
internal sealed class FixedVendors(params IReadOnlyList<VendorView> vendors) : IVendorQueries
{
    public Task<IReadOnlyList<VendorLine>> ListAsync(CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<VendorLine>>(
        [.. vendors.Select(vendor => new VendorLine(vendor.Name, vendor.Company.Country, vendor.Company.Roles, vendor.Stories, vendor.Stories > 0 ? DateTimeOffset.Parse("2026-06-18T00:00Z") : null))]);

    public Task<VendorView?> FindAsync(string id, CancellationToken cancellationToken) =>
        Task.FromResult(vendors.FirstOrDefault(vendor => vendor.Name.Id == id));
}

/// <summary>One issue given in memory; other weeks are empty.</summary>
internal sealed class FixedDigests(DigestIssue issue) : IDigestQueries
{
    public Task<DigestIssue> IssueAsync(string week, CancellationToken cancellationToken)
    {
        if (week.Length != 8 || week[4] != '-' || week[5] != 'W')
        {
            throw new FormatException(week);
        }

        return Task.FromResult(week == issue.Week ? issue : issue with
        {
            Week = week, From = issue.From.AddDays(7), To = issue.To.AddDays(7), Stories = 0, Articles = 0, Outlets = 0, Deck = [], Moves = [], Top = [], ByVendor = [], ByTopic = [], Footnotes = [], HasSamples = false,
        });
    }

    public Task<IReadOnlyList<DigestWeek>> WeeksAsync(CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<DigestWeek>>([new(issue.Week, issue.From, issue.To, issue.Stories, issue.Articles), new("2026-W20", issue.From.AddDays(-35), issue.To.AddDays(-35), 4, 9)]);
}

using ChipWatch.Store.Articles;
using ChipWatch.Store.Sources;

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
}

/// <summary>Sources given in memory.</summary>
internal sealed class FixedSources(SourceSummary summary, params IReadOnlyList<SourceLine> sources) : ISourceQueries
{
    public Task<IReadOnlyList<SourceLine>> ListAsync(CancellationToken cancellationToken) => Task.FromResult(sources);

    public Task<SourceSummary> SummaryAsync(CancellationToken cancellationToken) => Task.FromResult(summary);
}

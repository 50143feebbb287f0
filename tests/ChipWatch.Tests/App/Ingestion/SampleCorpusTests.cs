using ChipWatch.Digests;
using ChipWatch.Pipeline.Catalogue;
using ChipWatch.Pipeline.Tagging;
using ChipWatch.Pipeline.Text;
using ChipWatch.Store.Articles;
using ChipWatch.Store.Digests;
using ChipWatch.Store.Sources;
using ChipWatch.Store.Stories;
using ChipWatch.Store.Timelines;
using ChipWatch.Tests.Fakes;

namespace ChipWatch.Tests.App.Ingestion;

/// <summary>The sample corpus through all the steps, as a new user's program takes it in.</summary>
public sealed class SampleCorpusTests(SampleStore samples)
{
    private const string Trainium = "\"AWS fold\"";

    [Fact]
    public async Task Round_EverySample_IsStoredAndGrouped()
    {
        Assert.All(samples.Results, result => Assert.Null(result.Error));
        Assert.Equal(SampleWeb.Load(SampleWeb.Folder).Files.Count(file => file.ContentType.StartsWith("text/html", StringComparison.Ordinal)), samples.Results.Sum(r => r.Articles));
        Assert.Equal(0, (await samples.Get<ISourceQueries>().ListAsync(CancellationToken.None)).Sum(source => source.Pending));
    }

    [Fact]
    public async Task TrainiumArticle_IsReadAsAnAnalystWould()
    {
        var article = await TrainiumAsync();

        Assert.Contains("amazon", article.Companies.Select(c => c.Name.Id));
        Assert.Contains("nvidia", article.Companies.Select(c => c.Name.Id));
        Assert.DoesNotContain("tsmc", article.Companies.Select(c => c.Name.Id));
        Assert.Equal(["amazon-trainium", "amazon-trainium3"], article.Chips.Select(c => c.Name.Id).Order());
        Assert.Equal(EventStatus.Talks, article.Event!.Status);
        Assert.Equal(["Taipei Times", "Bloomberg"], article.Event.ReportedBy);
        Assert.Contains("sovereign-ai", article.Topics.Select(t => t.Name.Id));
        Assert.Equal([20, 1000, 5000], article.Quantities.Where(q => q.Hypothetical).Select(q => q.Value).Order());
        Assert.Equal(new DateTimeOffset(2026, 6, 20, 0, 0, 0, TimeSpan.Zero), article.PublishedAt);
        Assert.True(article.IsSample);
    }

    [Fact]
    public async Task TrainiumArticle_EverySpan_IsTheVeryText()
    {
        var article = await TrainiumAsync();
        var spans = article.Companies.Concat(article.Chips).Concat(article.Topics).SelectMany(tag => tag.Evidence)
            .Concat(article.Event!.Evidence).Concat(article.Event.CreditEvidence).Concat(article.Quantities.SelectMany(q => q.Evidence)).ToList();

        Assert.NotEmpty(spans);
        Assert.All(spans, span => Assert.Equal((span.Field == TextField.Title ? article.Title : article.Text).Substring(span.Start, span.Length), span.Quote));
    }

    [Fact]
    public async Task TrainiumArticle_GermanCaption_KnowsItsLanguage()
    {
        var article = await TrainiumAsync();

        Assert.Contains(article.Blocks, block => block.Language == "de" && article.Text.Substring(block.Start, block.Length).Contains("Gestelle", StringComparison.Ordinal));
    }

    [Fact]
    public async Task TrainiumStory_HoldsSeveralOutletsAndStaysTalks()
    {
        var article = await TrainiumAsync();
        var story = await samples.Get<IStoryQueries>().FindAsync(article.Story!.Id, CancellationToken.None);

        Assert.True(story!.Articles.Count >= 6, $"Only {story.Articles.Count} articles are in the story.");
        Assert.Equal(EventStatus.Talks, story.Card.Status);
        Assert.Equal("Bloomberg", story.Card.Origin);
    }

    [Fact]
    public async Task Digest_OfTheTrainiumWeek_IsTheSameEachTime()
    {
        var digests = samples.Get<IDigestQueries>();

        var first = DigestMarkdown.Write(await digests.IssueAsync("2026-W25", CancellationToken.None));

        Assert.Equal(first, DigestMarkdown.Write(await digests.IssueAsync("2026-W25", CancellationToken.None)));
        Assert.Contains("Trainium", first, StringComparison.Ordinal);
    }

    private async Task<ArticleView> TrainiumAsync()
    {
        var page = await samples.Get<ITimelineQueries>().PageAsync(TimelineFilter.All with { Query = Trainium }, null, 10, CancellationToken.None);
        foreach (var card in page.Items)
        {
            var story = await samples.Get<IStoryQueries>().FindAsync(card.Id, CancellationToken.None);
            if (story!.Articles.FirstOrDefault(a => a.Outlet == "cyberivy") is { } line)
            {
                return (await samples.Get<IArticleQueries>().FindAsync(line.Id, null, CancellationToken.None))!;
            }
        }

        throw new InvalidOperationException("The Trainium article is not on the timeline.");
    }
}

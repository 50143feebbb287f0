using ChipWatch.Pipeline.Accuracy;
using ChipWatch.Pipeline.Catalogue;
using ChipWatch.Pipeline.Claims;
using ChipWatch.Pipeline.Tagging;
using ChipWatch.Tests.Pipeline.Clustering;
using ChipWatch.Tests.Pipeline.Tagging.Labelled;

namespace ChipWatch.Tests.Pipeline.Claims;

/// <summary>
/// Links between steps of an affair on the labelled sets. With the events as they are read, and as they are labelled, so that what is lost by reading can be
/// told from what is lost by linking. What carries over to stories unseen is told by the training (<c>Train_Steps</c>).
/// </summary>
public sealed class AffairLinksTests(ITestOutputHelper output)
{
    private static readonly Tagger Tagger = new(Vocabulary.Of(NewsCatalogue.LoadSeeds()));

    [Fact]
    public void Of_Briefs_FindsMostStepsAndNoWrongOne() => AssertAtLeast(LabelledSets.Briefs(), fewestRight: 5, mostWrong: 0);

    [Fact]
    public void Of_HeldOutArticles_LinksNoStoriesThatHaveNothingToDoWithEachOther() => AssertAtLeast(LabelledSets.HeldOut(), fewestRight: 2, mostWrong: 1);

    [Fact]
    public void Of_InventedArticles_LinksFewStoriesThatHaveNothingToDoWithEachOther() => AssertAtLeast(LabelledSets.Invented(), fewestRight: 13, mostWrong: 7);

    [Fact(Explicit = true)]
    public void Of_LabelledSets_PrintsEveryLink()
    {
        foreach (var (name, articles) in new[] { ("briefs", LabelledSets.Briefs()), ("invented", LabelledSets.Invented()), ("held out", LabelledSets.HeldOut()) })
        {
            foreach (var isLabelled in new[] { false, true })
            {
                // Nobody writes a rule by the held-out articles: of them the figures alone are shown.
                var links = Link(articles, isLabelled, name == "held out" ? _ => { } : output.WriteLine);
                output.WriteLine($"=== {name}, events {(isLabelled ? "as labelled" : "as read")}: {links}");
            }
        }
    }

    private void AssertAtLeast(List<LabelledArticle> articles, int fewestRight, int mostWrong)
    {
        var links = Link(articles, isLabelled: false, _ => { });
        output.WriteLine(links.ToString());
        Assert.True(links.Right >= fewestRight && links.Wrong <= mostWrong, links.ToString());
    }

    private static StepLinks Link(List<LabelledArticle> articles, bool isLabelled, Action<string> tell) =>
        StepLinks.Of(StoryTraining.Read(articles, Tagger, 1, isLabelled ? AsLabelled : null), _ => StepModel.Shipped, tell);

    private static ArticleEvent? AsLabelled(LabelledArticle article, ArticleEvent? read) => article.Labels.Event is { Type: { } type, Status: { } status }
        ? new(Enum.Parse<EventType>(type, ignoreCase: true), Enum.Parse<EventStatus>(status, ignoreCase: true), read?.ReportedBy ?? [], read?.Evidence ?? [])
        : read;
}

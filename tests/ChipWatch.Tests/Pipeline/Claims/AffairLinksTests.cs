using ChipWatch.Pipeline.Accuracy;
using ChipWatch.Pipeline.Catalogue;
using ChipWatch.Pipeline.Claims;
using ChipWatch.Pipeline.Clustering;
using ChipWatch.Pipeline.Tagging;
using ChipWatch.Pipeline.Text;
using ChipWatch.Tests.Pipeline.Clustering;
using ChipWatch.Tests.Pipeline.Tagging.Labelled;

namespace ChipWatch.Tests.Pipeline.Claims;

/// <summary>
/// Links between steps of an affair on the labelled sets, grouped as a store does: how many lead to a story of the same affair, and how many of the
/// articles that begin a story though their affair has one find it. With the events as they are read, and as they are labelled, so that what is lost by
/// reading can be told from what is lost by linking.
/// </summary>
public sealed class AffairLinksTests(ITestOutputHelper output)
{
    private static readonly Tagger Tagger = new(Vocabulary.Of(NewsCatalogue.LoadSeeds()));

    private sealed record Links(int Right, int Wrong, int Missed);

    [Fact]
    public void Of_Briefs_FindsMostStepsAndNoWrongOne() => AssertAtLeast(LabelledSets.Briefs(), fewestRight: 5, mostWrong: 0);

    [Fact]
    public void Of_HeldOutArticles_LinksNoStoriesThatHaveNothingToDoWithEachOther() => AssertAtLeast(LabelledSets.HeldOut(), fewestRight: 0, mostWrong: 1);

    [Fact]
    public void Of_InventedArticles_LinksFewStoriesThatHaveNothingToDoWithEachOther() => AssertAtLeast(LabelledSets.Invented(), fewestRight: 2, mostWrong: 6);

    [Fact(Explicit = true)]
    public void Of_LabelledSets_PrintsEveryLink()
    {
        foreach (var (name, articles) in new[] { ("briefs", LabelledSets.Briefs()), ("invented", LabelledSets.Invented()), ("held out", LabelledSets.HeldOut()) })
        {
            foreach (var isLabelled in new[] { false, true })
            {
                var links = Link(articles, isLabelled, output.WriteLine);
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

    private static Links Link(List<LabelledArticle> articles, bool isLabelled, Action<string> tell)
    {
        var byId = articles.ToDictionary(article => article.Id);
        var index = new OpenStoryIndex();
        var (affairs, titles) = (new Dictionary<string, HashSet<string>>(StringComparer.Ordinal), new Dictionary<string, string>(StringComparer.Ordinal));
        var (right, wrong, missed) = (0, 0, 0);
        foreach (var article in StoryTraining.Read(articles, Tagger, 1, isLabelled ? (labelled, read) => AsLabelled(labelled, read) : null))
        {
            var step = AffairSteps.Of(article.Signature, index.Candidates(article.Signature));
            var isKnown = affairs.Values.Any(story => story.Contains(article.Affair));
            var story = index.Add(article.Id, article.Signature);
            var title = byId[article.Id].Title;
            if (story == article.Id)
            {
                var isRight = step is not null && affairs[step.Story].Contains(article.Affair);
                (right, wrong, missed) = (right + (isRight ? 1 : 0), wrong + (step is null || isRight ? 0 : 1), missed + (isKnown && !isRight ? 1 : 0));
                if (step is not null && !isRight)
                {
                    tell($"  wrong: {article.Signature.Published:yyyy-MM-dd} {article.Story} «{title}» ← {step.Story} «{titles[step.Story]}»: {step.Reason}");
                }

                if (isKnown && !isRight)
                {
                    tell($"  missed: {article.Signature.Published:yyyy-MM-dd} {article.Id} {article.Affair} «{title}» {article.Signature.Type}/{article.Signature.Status} [{string.Join(' ', article.Signature.Primary)}] [{string.Join(' ', article.Signature.Front.Chips)}] ({string.Join(' ', article.Signature.Concepts.Select(concept => (concept.InTitle ? "^" : "") + concept.Id))})"
                        + $" after {string.Join("; ", affairs.Where(other => other.Value.Contains(article.Affair)).Select(other => $"{other.Key} «{titles[other.Key]}»"))}");
                }

                titles[story] = title;
            }

            if (!affairs.TryGetValue(story, out var told))
            {
                affairs[story] = told = new(StringComparer.Ordinal);
            }

            told.Add(article.Affair);
        }

        return new(right, wrong, missed);
    }

    private static ArticleEvent? AsLabelled(LabelledArticle article, ArticleEvent? read) => article.Labels.Event is { Type: { } type, Status: { } status }
        ? new(Enum.Parse<EventType>(type, ignoreCase: true), Enum.Parse<EventStatus>(status, ignoreCase: true), read?.ReportedBy ?? [], read?.Evidence ?? [])
        : read;
}

using ChipWatch.Pipeline.Clustering;
using ChipWatch.Pipeline.Tagging;

namespace ChipWatch.Tests.Pipeline.Clustering;

public sealed class StoryLikenessTests
{
    private static readonly DateTimeOffset Day = new(2026, 3, 2, 8, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Of_AnyArticle_HasOneFigureForEachName()
    {
        var likeness = Of(Article(["nvidia"], 0), Article(["nvidia"], 1));

        Assert.Equal(StoryLikeness.Names.Length, likeness.Figures.Length);
        Assert.Equal(StoryLikeness.Names.Length, StoryLikeness.Names.Distinct().Count());
        Assert.All(likeness.Figures, figure => Assert.True(double.IsFinite(figure)));
    }

    [Fact]
    public void Of_NoKeyInCommon_IsNone() => Assert.Null(StoryLikeness.Of(Article(["nvidia"], 0), new OpenStory("1", [Article(["amd"], 1)])));

    [Fact]
    public void Of_TwoMainCompaniesInCommon_AreTogether()
    {
        Assert.Equal(1, Figure("together", Of(Article(["broadcom", "openai"], 0), Article(["broadcom", "openai"], 200))));
        Assert.Equal(1, Figure("together late", Of(Article(["broadcom", "openai"], 0), Article(["broadcom", "openai"], 200))));
        Assert.Equal(0, Figure("together", Of(Article(["broadcom", "openai"], 0), Article(["marvell", "openai"], 200))));
    }

    [Fact]
    public void Of_AChipInBothHeadlines_IsTheHeadlineChip()
    {
        var (headline, passing) = (Article(["nvidia"], 0, new StoryMention("nvidia-h200", 2, true)), Article(["nvidia"], 1, new StoryMention("nvidia-h200", 1, false), new StoryMention("nvidia-vera-rubin", 3, true)));

        Assert.Equal(1, Figure("headline chip", Of(headline, headline with { Published = Day.AddDays(1) })));
        Assert.Equal(0, Figure("headline chip", Of(headline, passing)));
        Assert.Equal(1, Figure("other headline chip", Of(headline, passing)));
    }

    [Fact]
    public void Of_ALawByName_CountsByItsPlace()
    {
        var headline = Article(["nvidia"], 0) with { Concepts = [new("chips-act", 1, true)] };
        var text = Article(["nvidia"], 60) with { Concepts = [new("chips-act", 1, false), new("tariff", 1, true)] };

        Assert.Equal(1, Figure("law", Of(headline, text)));
        Assert.Equal(0.5, Figure("law", Of(text, text with { Published = Day })));
        Assert.Equal(0, Figure("law", Of(text, Article(["nvidia"], 1) with { Concepts = [new("tariff", 1, true)] })));
    }

    [Fact]
    public void Of_SignaturesOfBefore_AreComparedByWhatTheyHave()
    {
        var before = Article(["nvidia"], 0) with { Mentions = [], Concepts = [] };

        Assert.Equal(0.5, Figure("headline told", Of(before, before with { Published = Day.AddDays(1) })));
        Assert.Equal(0, Figure("story concepts", Of(before, before with { Published = Day.AddDays(1) })));
    }

    private static StoryLikeness Of(StorySignature article, StorySignature member) => Assert.IsType<StoryLikeness>(StoryLikeness.Of(article, new OpenStory("1", [member])));

    private static double Figure(string name, StoryLikeness likeness) => likeness.Figures[StoryLikeness.Names.IndexOf(name)];

    private static StorySignature Article(string[] companies, int day, params StoryMention[] chips) => new(Day.AddDays(day), [.. companies.Select(id => "company:" + id)])
    {
        Language = "en",
        Primary = companies,
        Companies = companies,
        Chips = [.. chips.Select(chip => chip.Id)],
        Mentions = [.. companies.Select(id => new StoryMention(id, 1, true)), .. chips],
        Type = EventType.Deal,
        Status = EventStatus.Rumor,
    };
}

using ChipWatch.Pipeline.Catalogue;
using ChipWatch.Pipeline.Claims;
using ChipWatch.Pipeline.Clustering;
using ChipWatch.Pipeline.Extraction;
using ChipWatch.Pipeline.Tagging;

namespace ChipWatch.Tests.Pipeline.Claims;

public sealed class AffairStepsTests
{
    private static readonly Tagger Tagger = new(Vocabulary.Of(NewsCatalogue.LoadSeeds()));

    private static readonly StorySignature Talks = Read(
        1, "Naver is in talks with Rebellions about inference chips", "Naver is negotiating with Rebellions about the Rebel-Quad for its data centre in Sejong, its chief executive confirmed. Nothing is signed yet.");

    private static readonly StorySignature Order = Read(
        40, "Naver signs with Rebellions for its Sejong data centre", "Naver has signed a contract with Rebellions over 8,000 Rebel-Quad chips for its data centre in Sejong, both companies said on Tuesday.");

    private static readonly StorySignature Other = Read(
        20, "Oracle rents out more GPUs in Oslo", "Oracle opens a cloud region in Oslo with Nvidia GPUs. Naver and Rebellions had no part in it.");

    [Fact]
    public void Of_TalksThatBecameAContract_AreTheEarlierStep()
    {
        var step = AffairSteps.Of(Order, [Story("1", Talks), Story("2", Other)]);

        Assert.Equal("1", step?.Story);
        Assert.StartsWith("A later step: ", step!.Reason, StringComparison.Ordinal);
        Assert.Contains("what was open is answered", step.Reason, StringComparison.Ordinal);
        Assert.EndsWith("39 days later.", step.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_OtherNewsOfTheField_IsNoStep() => Assert.Null(AffairSteps.Of(Other, [Story("1", Talks)]));

    [Fact]
    public void Of_WhatCameLaterOrAtOnce_IsNoEarlierStep()
    {
        Assert.Null(AffairSteps.Of(Talks, [Story("1", Order)]));
        Assert.Null(AffairSteps.Of(Order with { Published = Talks.Published }, [Story("1", Talks)]));
    }

    [Fact]
    public void Of_StoryThatGrewAfterTheArticle_IsJudgedByWhatCameBefore() =>
        Assert.Equal(AffairSteps.Of(Order, [Story("1", Talks)]), AffairSteps.Of(Order, [Story("1", Talks, Order with { Published = Order.Published.AddDays(3) })]));

    [Fact]
    public void Of_Results_ComeRoundAgainWithoutBeingAStep()
    {
        Assert.Null(AffairSteps.Of(Order with { Type = EventType.Earnings }, [Story("1", Talks)]));
        Assert.Null(AffairSteps.Of(Order, [Story("1", Talks with { Type = EventType.Earnings })]));
        Assert.Null(AffairSteps.Of(Order with { Type = EventType.Benchmark }, [Story("1", Talks with { Type = EventType.Benchmark })]));
    }

    [Fact]
    public void Of_CommentOrUnknownEvent_IsNothingToGoOnWith()
    {
        Assert.Null(AffairSteps.Of(Order, [Story("1", Talks with { Type = EventType.Analysis })]));
        Assert.Null(AffairSteps.Of(Order with { Type = null }, [Story("1", Talks)]));
    }

    [Fact]
    public void Of_AStoryThatIsToldInPassing_IsNotGoneOnWith()
    {
        var launch = Talks with { Published = Talks.Published.AddDays(2), Type = EventType.Launch, Primary = ["rebellions"] };

        Assert.Null(AffairSteps.Of(launch, [Story("1", Talks)], Everything));
        Assert.NotNull(AffairSteps.Of(launch with { Published = Talks.Published.AddDays(8) }, [Story("1", Talks)], Everything));
    }

    [Fact]
    public void Of_SeveralSteps_FollowsTheNearestInWhateverOrderTheyAreOffered()
    {
        OpenStory[] steps = [Story("1", Talks), Story("2", Talks with { Published = Talks.Published.AddDays(20) }), Story("3", Talks with { Published = Order.Published.AddDays(5) })];

        Assert.Equal("2", AffairSteps.Of(Order, steps)?.Story);
        Assert.Equal(AffairSteps.Of(Order, steps), AffairSteps.Of(Order, [.. steps.Reverse()]));
    }

    [Fact]
    public void Of_Comment_IsLinkedAsComment()
    {
        var comment = AffairSteps.Of(Order with { Type = EventType.Analysis, Status = EventStatus.Hypothetical, Published = Talks.Published.AddDays(2) }, [Story("1", Talks)]);

        Assert.StartsWith("A comment on the same affair: ", comment?.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void OfLaw_MemberThatNamesTheLaw_ShowsThatItsStoryIsAStep()
    {
        var draft = Story("1", Signature(1, EventType.Regulation) with { Concepts = [new("chips-act", 2, true)] });
        var eve = Story("2", Signature(240, EventType.Regulation) with { Concepts = [new("eu", 2, true)] });
        var plan = Signature(241, EventType.Regulation) with { Concepts = [new("chips-act", 1, false)] };

        Assert.Equal("1", AffairSteps.OfLaw(plan, eve, [draft, eve])?.Story);
        Assert.Null(AffairSteps.OfLaw(plan, Story("2", [.. eve.Members, plan]), [draft, eve]));
        Assert.Null(AffairSteps.OfLaw(plan, draft, [draft, eve]));
        Assert.Null(AffairSteps.OfLaw(plan with { Type = EventType.Capacity }, eve, [draft, eve]));
        Assert.Null(AffairSteps.OfLaw(plan, eve, [Story("1", draft.Members[0] with { Type = EventType.Launch }), eve]));
    }

    /// <summary>A model that links whatever it may.</summary>
    private static StepModel Everything => new(-1, new Dictionary<string, double>());

    private static OpenStory Story(string id, params StorySignature[] members) => new(id, members);

    private static StorySignature Signature(int day, EventType type) => new(DateTimeOffset.UnixEpoch.AddDays(day), []) { Type = type };

    private static StorySignature Read(int day, string title, string text)
    {
        var article = new ArticleText("1", null, "The Paper", "en", DateTimeOffset.UnixEpoch.AddDays(day), title, text, [new(BlockRole.Fact, BlockKind.Paragraph, 0, text.Length)]);
        return StorySignature.Of(article, Tagger.Tag(article));
    }
}

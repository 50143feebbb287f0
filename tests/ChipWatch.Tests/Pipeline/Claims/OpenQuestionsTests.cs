using ChipWatch.Pipeline.Claims;
using ChipWatch.Pipeline.Tagging;
using ChipWatch.Pipeline.Text;

namespace ChipWatch.Tests.Pipeline.Claims;

public sealed class OpenQuestionsTests
{
    private static readonly HashSet<string> Foundries = ["tsmc"];

    [Fact]
    public void Of_TalksThatNameNobody_LeavesAllOpen()
    {
        var questions = Of(EventType.Talks, Article(1, "Amazon is negotiating the sale of Trainium, its rival to NVIDIA.", "Its own business with it runs at 50 billion USD a year."));

        Assert.Equal([OpenSlot.Customer, OpenSlot.Price, OpenSlot.Date, OpenSlot.Volume], questions.Where(q => q.IsOpen).Select(q => q.Slot));
    }

    [Theory]
    [InlineData(EventType.Talks, OpenSlot.Customer, "Meta would rent chips that Amazon designs.")]
    [InlineData(EventType.Deal, OpenSlot.Customer, "The chips are to be sold by Amazon, and supplied to Meta.")]
    [InlineData(EventType.Deal, OpenSlot.Price, "They cost 20 USD apiece.")]
    [InlineData(EventType.Deal, OpenSlot.Volume, "The order is for 7000 accelerators.")]
    [InlineData(EventType.Launch, OpenSlot.Date, "It will be available in the third quarter.")]
    [InlineData(EventType.Launch, OpenSlot.Date, "It ships in 2027.")]
    [InlineData(EventType.Roadmap, OpenSlot.Foundry, "The chip is made by TSMC.")]
    [InlineData(EventType.Funding, OpenSlot.Investor, "Meta invests in Amazon.")]
    public void Of_ArticleThatAnswers_ClosesTheQuestionWithItsSentence(EventType type, OpenSlot slot, string sentence)
    {
        var question = Of(type, Article(1, "Something is planned."), Article(2, "Something is planned.", sentence)).Single(q => q.Slot == slot);

        Assert.Equal(2, question.ArticleId);
        Assert.Equal(sentence, question.Quote);
    }

    [Theory]
    [InlineData(EventType.Launch, OpenSlot.Date, "It was expected in 2024.")]
    [InlineData(EventType.Launch, OpenSlot.Date, "It begins, as was reported on 18 June.")]
    [InlineData(EventType.Talks, OpenSlot.Customer, "Leaving CUDA of NVIDIA for what Amazon has means more than placing another order.")]
    [InlineData(EventType.Talks, OpenSlot.Volume, "There are 2 pressures on buyers who order.")]
    [InlineData(EventType.Deal, OpenSlot.Price, "Its revenue was 20 USD.")]
    [InlineData(EventType.Deal, OpenSlot.Volume, "The order grew by 12 %.")]
    [InlineData(EventType.Roadmap, OpenSlot.Foundry, "TSMC sees demand.")]
    public void Of_NumberOrNameBeside_AnswersNothing(EventType type, OpenSlot slot, string sentence) =>
        Assert.True(Of(type, Article(1, "Something is planned.", sentence)).Single(q => q.Slot == slot).IsOpen);

    [Theory]
    [InlineData(EventType.Analysis)]
    [InlineData(null)]
    public void Of_KindWithoutSlots_AsksNothing(EventType? type) => Assert.Empty(Of(type, Article(1, "Something is planned.")));

    private static IReadOnlyList<OpenQuestion> Of(EventType? type, params ClaimArticle[] articles) => OpenQuestions.Of(type, articles, ClaimSubject.Any, Foundries);

    /// <summary>The first sentence is the one that shows the event.</summary>
    private static ClaimArticle Article(long id, params string[] sentences)
    {
        var text = string.Join(' ', sentences);
        var spans = sentences.Select(sentence => TextSpan.Of(TextField.Text, text, text.IndexOf(sentence, StringComparison.Ordinal), sentence.Length)).ToList();
        return new(
            id, new DateTimeOffset(2026, 6, 18, 0, 0, 0, TimeSpan.Zero), [spans[0]], spans,
            [.. Found("Amazon", "NVIDIA", "Meta", "TSMC").Select(span => (span.Quote.ToLowerInvariant(), span))],
            [
                .. Found("50 billion USD").Select(span => new Quantity(50e9, "USD", "", null, false, [span])),
                .. Found("20 USD").Select(span => new Quantity(20, "USD", "", null, false, [span])),
                .. Found("7000 accelerators").Select(span => new Quantity(7000, "accelerators", "", null, false, [span])),
                .. Found("2 pressures").Select(span => new Quantity(2, "pressures", "", null, false, [span])),
                .. Found("12 %").Select(span => new Quantity(12, "%", "", null, false, [span])),
            ]);

        IEnumerable<TextSpan> Found(params string[] names) => names.Where(name => text.Contains(name, StringComparison.Ordinal))
            .Select(name => TextSpan.Of(TextField.Text, text, text.IndexOf(name, StringComparison.Ordinal), name.Length));
    }
}

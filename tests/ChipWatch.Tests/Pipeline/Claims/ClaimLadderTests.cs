using System.Globalization;
using ChipWatch.Pipeline.Claims;
using ChipWatch.Pipeline.Tagging;

namespace ChipWatch.Tests.Pipeline.Claims;

public sealed class ClaimLadderTests
{
    [Theory]
    [InlineData("1 talks, 2 announced relay, 3 talks relay", "1 talks")]
    [InlineData("1 rumor, 2 announced relay, 3 announced relay", "1 rumor, 3 announced")]
    [InlineData("1 talks, 2 announced", "1 talks, 2 announced")]
    public void Climb_WithinAWave_NeedsMoreThanOneRelaysWords(string said, string rungs) => Assert.Equal(rungs, Climb(said));

    [Theory]
    [InlineData("1 talks, 1 talks, 2 talks, 2 confirmed", "1 talks")]
    [InlineData("1 talks, 1 talks, 2 talks, 6 announced", "1 talks, 6 announced")]
    public void Climb_OneAmongMany_LiftsOnlyWhenTheWaveIsOver(string said, string rungs) => Assert.Equal(rungs, Climb(said));

    [Theory]
    [InlineData("1 announced, 2 confirmed", "1 announced")]
    [InlineData("1 announced, 2 confirmed, 3 confirmed relay", "1 announced, 3 confirmed")]
    [InlineData("1 announced, 1 announced, 2 confirmed, 2 announced, 3 announced, 3 announced, 3 confirmed", "1 announced")]
    [InlineData("1 announced, 6 confirmed", "1 announced, 6 confirmed")]
    [InlineData("1 announced, 9 confirmed relay", "1 announced, 9 confirmed")]
    [InlineData("1 rumor, 2 confirmed", "1 rumor, 2 confirmed")]
    [InlineData("1 talks, 2 confirmed", "1 talks, 2 confirmed")]
    public void Climb_FromAnnouncedToConfirmed_NeedsMoreThanFirmerWordsForTheSame(string said, string rungs) => Assert.Equal(rungs, Climb(said));

    [Theory]
    [InlineData("1 confirmed, 2 rumor, 3 talks", "1 confirmed")]
    [InlineData("1 confirmed, 9 rumor relay", "1 confirmed, 9 rumor")]
    [InlineData("1 confirmed, 9 announced", "1 confirmed")]
    [InlineData("1 cancelled, 30 talks", "1 cancelled, 30 talks")]
    public void Climb_AfterAWeekOfSilence_TakesAReportAtItsOwnFirmness(string said, string rungs) => Assert.Equal(rungs, Climb(said));

    [Theory]
    [InlineData("1 talks, 9 confirmed comment", "1 talks")]
    [InlineData("1 talks, 9 hypothetical", "1 talks")]
    [InlineData("1 hypothetical, 2 rumor relay", "1 hypothetical, 2 rumor")]
    [InlineData("", "")]
    public void Climb_CommentAndScenario_MoveNothing(string said, string rungs) => Assert.Equal(rungs, Climb(said));

    [Theory]
    [InlineData("1 rumor, 3 announced passing, 4 announced", "1 rumor, 4 announced")]
    [InlineData("1 rumor, 2 confirmed passing, 3 confirmed relay", "1 rumor")]
    [InlineData("1 rumor, 2 announced passing, 2 announced passing, 2 announced passing, 3 announced", "1 rumor, 3 announced")]
    [InlineData("1 talks, 6 announced passing, 9 rumor", "1 talks, 9 rumor")]
    public void Climb_ReportThatTellsTheClaimInPassing_SaysNothing(string said, string rungs) => Assert.Equal(rungs, Climb(said));

    [Theory]
    [InlineData("1 talks, 2 denied", "1 talks, 2 denied")]
    [InlineData("1 talks, 1 talks, 2 talks, 2 denied relay", "1 talks")]
    [InlineData("1 talks, 2 denied, 3 talks relay, 6 confirmed", "1 talks, 2 denied, 6 confirmed")]
    public void Climb_Denial_MovesAtOnceUnlessOneRelayAloneSaysSo(string said, string rungs) => Assert.Equal(rungs, Climb(said));

    [Fact]
    public void Steps_ReportAfterSilenceThatLeavesTheClaim_IsAStep()
    {
        var at = DateTimeOffset.UnixEpoch;
        ClaimStatement[] said = [new(1, at, EventStatus.Announced, EventType.Deal, false), new(2, at.AddDays(1), EventStatus.Announced, EventType.Deal, false), new(3, at.AddDays(40), EventStatus.Announced, EventType.Deal, false)];

        Assert.Equal([1, 3], ClaimLadder.Steps(said).Select(step => step.ArticleId));
        Assert.Equal([1], ClaimLadder.Climb(said).Select(step => step.ArticleId));
    }

    [Theory]
    [InlineData("1 talks, 2 announced relay, 3 announced comment", "2 Announced RelayAlone +1")]
    [InlineData("1 talks, 1 talks, 2 talks, 2 confirmed", "2 Confirmed Few +0")]
    [InlineData("1 talks, 9 confirmed comment", "9 Confirmed Comment +0")]
    [InlineData("1 announced, 2 confirmed", "2 Confirmed Few +0")]
    [InlineData("1 talks, 1 talks, 2 talks, 2 denied relay", "2 Denied RelayAlone +0")]
    [InlineData("1 rumor, 2 announced relay, 3 announced relay", "")]
    [InlineData("1 talks, 2 announced relay, 9 confirmed", "")]
    [InlineData("1 talks, 2 rumor, 3 hypothetical", "")]
    [InlineData("1 confirmed, 9 announced", "")]
    [InlineData("1 rumor, 2 announced passing", "2 Announced InPassing +0")]
    public void Unlifted_WordingThatMovesNothing_IsToldOnceWithItsReason(string said, string unlifted) => Assert.Equal(unlifted, string.Join(", ", ClaimLadder
        .Unlifted(Read(said)).Select(one => $"{(one.Statement.At - DateTimeOffset.UnixEpoch).Days} {one.Statement.Status} {one.Reason} +{one.Others}")));

    /// <summary>"3 denied relay": on the third day a relay says "denied".</summary>
    private static List<ClaimStatement> Read(string said) => [.. said.Split(", ", StringSplitOptions.RemoveEmptyEntries).Select((one, index) => (Words: one.Split(' '), Id: index + 1)).Select(one => new ClaimStatement(
            one.Id,
            DateTimeOffset.UnixEpoch.AddDays(int.Parse(one.Words[0], CultureInfo.InvariantCulture)),
            Enum.Parse<EventStatus>(one.Words[1], ignoreCase: true),
            one.Words.Contains("comment") ? EventType.Analysis : EventType.Deal,
            one.Words.Contains("relay")) { IsInPassing = one.Words.Contains("passing") })];

    private static string Climb(string said) => string.Join(", ", ClaimLadder.Climb(Read(said)).Select(rung => $"{(rung.At - DateTimeOffset.UnixEpoch).Days} {rung.Status.ToString().ToLowerInvariant()}"));
}

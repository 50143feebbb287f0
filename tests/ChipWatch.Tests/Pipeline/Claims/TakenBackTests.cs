using ChipWatch.Pipeline.Claims;
using ChipWatch.Pipeline.Tagging;

namespace ChipWatch.Tests.Pipeline.Claims;

public sealed class TakenBackTests
{
    [Theory]
    [InlineData("rumor talks", "- -")]
    [InlineData("rumor denied", "1 -")]
    [InlineData("rumor talks denied", "2 2 -")]
    [InlineData("announced confirmed cancelled", "2 2 -")]
    [InlineData("rumor confirmed denied", "- - -")]
    [InlineData("rumor confirmed talks denied", "- - 3 -")]
    [InlineData("talks cancelled announced", "- 2 -")]
    [InlineData("rumor denied rumor", "1 - -")]
    [InlineData("rumor denied cancelled", "1 - -")]
    [InlineData("rumor cancelled confirmed*", "1 - -")]
    [InlineData("rumor denied*", "1 -")]
    [InlineData("", "")]
    public void Of_Ladder_StrikesWhatALaterRungUndid(string rungs, string by) => Assert.Equal(by, string.Join(' ', TakenBack
        .Of([.. rungs.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(status => new LadderRung(Enum.Parse<EventStatus>(status.TrimEnd('*'), ignoreCase: true), status.EndsWith('*') ? 9 : null))])
        .Select(rung => rung?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "-")));
}

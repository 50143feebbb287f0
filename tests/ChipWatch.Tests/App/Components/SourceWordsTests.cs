using ChipWatch.Components;
using ChipWatch.Pipeline.Fetching;

namespace ChipWatch.Tests.App.Components;

public sealed class SourceWordsTests
{
    [Fact]
    public void Summary_Sources_AreCountedByState() => Assert.Equal(
        "3 well, 2 silent, 1 failing. 4 sample sources beside them.", SourceWords.Summary(new(3, 1, 0, 4, null) { Silent = 2 }));

    [Fact]
    public void CauseAndRemedy_OfEveryKindOfFailure_AreSentencesOfTheirOwn()
    {
        var kinds = Enum.GetValues<FetchFailure>();

        Assert.Equal(kinds.Length, kinds.Select(SourceWords.Cause).Distinct().Count());
        Assert.All(kinds, kind => Assert.EndsWith(".", SourceWords.Cause(kind), StringComparison.Ordinal));
        Assert.DoesNotContain("Check the address.", kinds.Select(SourceWords.Remedy));
    }
}

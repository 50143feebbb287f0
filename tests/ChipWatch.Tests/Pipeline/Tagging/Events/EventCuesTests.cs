using ChipWatch.Pipeline.Tagging.Events;

namespace ChipWatch.Tests.Pipeline.Tagging.Events;

public sealed class EventCuesTests
{
    [Fact]
    public void Read_EveryLanguage_HasPhrasesForEveryCue()
    {
        foreach (var language in EventCues.Languages)
        {
            var cues = EventCues.Read(language).Select(phrase => phrase.Cue).ToHashSet();

            Assert.Empty(Enum.GetValues<Cue>().Except(cues));
        }
    }

    [Fact]
    public void Read_English_TellsStrongPhrasesFromWeakOnes()
    {
        var weights = EventCues.Read("en").Where(phrase => phrase.Cue == Cue.Deny).ToLookup(phrase => phrase.Phrase, phrase => phrase.Weight);

        Assert.Equal([1.0], weights["denies"]);
        Assert.True(weights["wrong"].Single() < 1);
    }
}

using ChipWatch.Pipeline.Clustering;

namespace ChipWatch.Tests.Pipeline.Clustering;

public sealed class StoryCandidatesTests
{
    [Fact]
    public void Choose_RareKeyAmongCommonOnes_ComesFirst()
    {
        var candidates = new StoryCandidates<long>();
        candidates.Add("company:a", [.. Enumerable.Range(1, 30).Select(story => ((long)story, 0L))]);
        candidates.Add("company:a", [.. Enumerable.Range(1, 30).Select(story => ((long)story, 0L))]);
        candidates.Add("chip:a", [(99, 0L)]);

        Assert.Equal(99, candidates.Choose()[0]);
    }

    [Fact]
    public void Choose_ManyCommonKeysInCommon_IsChosenBesideRareOnes()
    {
        var candidates = new StoryCandidates<long>();
        for (var story = 100; story < 140; story++)
        {
            candidates.Add("company:a", [(story, 1L)]);
        }

        for (var key = 0; key < 4; key++)
        {
            candidates.Add("term:a", [(7, 0L), .. Enumerable.Range(0, 40).Select(other => (1_000L + (key * 40) + other, 0L))]);
        }

        var chosen = candidates.Choose();

        Assert.Equal(StoryCandidates<long>.Most, chosen.Count);
        Assert.Contains(7, chosen);
    }

    [Fact]
    public void Choose_Equals_AreTakenByTimeThenIdWhateverTheOrder()
    {
        List<(long Story, long LatestAt)> stories = [.. Enumerable.Range(1, 60).Select(story => ((long)story, story / 2L))];
        var (forth, back) = (new StoryCandidates<long>(), new StoryCandidates<long>());
        forth.Add("company:a", stories);
        stories.Reverse();
        back.Add("company:a", stories);

        Assert.Equal(forth.Choose(), back.Choose());
        Assert.Equal([60, 58, 59], forth.Choose().Take(3));
    }

    [Fact]
    public void Choose_FewStories_AreAllChosenTheLikeliestFirst()
    {
        var candidates = new StoryCandidates<string>();
        candidates.Add("company:a", [("a", 1), ("b", 2)]);
        candidates.Add("company:a", [("a", 1)]);

        Assert.Equal(["a", "b"], candidates.Choose());
        Assert.Empty(new StoryCandidates<string>().Choose());
    }

    [Fact]
    public void Choose_OneWordOrNumberInCommon_IsNoReasonToOpenAStory()
    {
        var candidates = new StoryCandidates<string>();
        candidates.Add("term:hbm4", [("word", 3), ("both", 3)]);
        candidates.Add("number:4E+09", [("number", 2), ("both", 3)]);
        candidates.Add("company:nvidia", [("company", 1)]);

        Assert.Equal(["company", "both"], candidates.Choose().Order().Reverse());
    }
}

using ChipWatch.Pipeline.Extraction;

namespace ChipWatch.Pipeline.Tagging;

/// <summary>How much an article is about each company that it names.</summary>
internal static class CompanySalience
{
    private const double PrimaryFrom = 4.5;
    private const int MostPrimary = 3;

    /// <summary>For each company: whether it is primary, a score from 0 to 1, and how it came about.</summary>
    public static Dictionary<int, (bool Primary, double Score, IReadOnlyList<ScorePart> Parts)> Of(
        SortedDictionary<int, List<Mention>> named, ArticleReading reading)
    {
        var scored = new List<(int Company, double Points, List<ScorePart> Parts)>();
        foreach (var (company, mentions) in named)
        {
            var parts = Parts(mentions, reading);
            scored.Add((company, parts.Sum(part => part.Points), parts));
        }

        var best = scored.OrderByDescending(entry => entry.Points).ThenBy(entry => entry.Company)
            .Where(entry => entry.Points >= PrimaryFrom).Take(MostPrimary).Select(entry => entry.Company).ToHashSet();
        return scored.ToDictionary(
            entry => entry.Company,
            entry => (best.Contains(entry.Company), Math.Round(Math.Clamp(entry.Points / 10, 0.05, 1), 3), (IReadOnlyList<ScorePart>)entry.Parts));
    }

    private static List<ScorePart> Parts(List<Mention> mentions, ArticleReading reading)
    {
        var parts = new List<ScorePart>();
        if (mentions.Exists(mention => mention.Sentence.IsTitle))
        {
            parts.Add(new("in the headline", 4));
        }

        var first = reading.Sentences.Find(sentence => !sentence.IsTitle && sentence.Role == BlockRole.Fact)?.Index ?? -1;
        if (mentions.Exists(mention => mention.Sentence.Index == first))
        {
            parts.Add(new("in the first sentence", 2));
        }

        parts.Add(new("times named", Math.Min(2.5, 0.5 * mentions.Count)));
        return parts;
    }
}

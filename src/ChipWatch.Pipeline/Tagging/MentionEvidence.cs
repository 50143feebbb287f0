using ChipWatch.Pipeline.Text;

namespace ChipWatch.Pipeline.Tagging;

/// <summary>The spans that show where a company or chip is named.</summary>
internal static class MentionEvidence
{
    /// <summary>The sentence of the first mention in the body (of the headline, if there is none), then the other mentions themselves.</summary>
    public static IReadOnlyList<TextSpan> Of(IReadOnlyList<Mention> mentions, int most)
    {
        var best = mentions.FirstOrDefault(mention => !mention.Sentence.IsTitle && mention.Sentence.Role == Extraction.BlockRole.Fact)
            ?? mentions.FirstOrDefault(mention => !mention.Sentence.IsTitle)
            ?? mentions[0];
        var spans = new List<TextSpan> { best.Sentence.Span };
        foreach (var mention in mentions.Where(mention => mention.Sentence != best.Sentence).Take(most - 1))
        {
            spans.Add(TextSpan.Of(mention.Sentence.Field, mention.Sentence.Source, mention.Start, mention.Length));
        }

        return spans;
    }
}

using ChipWatch.Pipeline.Extraction;
using ChipWatch.Pipeline.Text;

namespace ChipWatch.Pipeline.Tagging;

/// <summary>The sentences of an article that may be quoted as what it reports: those of fact, takeaway and quotation blocks.</summary>
public static class ProvingSentences
{
    /// <summary>Sentences of a text in order; none from headings, questions, captions, examples, analogies or keyword lists.</summary>
    /// <param name="text">The body.</param>
    /// <param name="blocks">Its blocks.</param>
    public static IReadOnlyList<TextSpan> Of(string text, IReadOnlyList<Block> blocks)
    {
        var places = new List<(int Start, int Length)>();
        foreach (var block in blocks.Where(block => block.Role is BlockRole.Fact or BlockRole.Takeaway or BlockRole.Quote && block.End <= text.Length))
        {
            SentenceReader.Split(text, block.Start, block.Length, places);
        }

        return [.. places.Select(place => TextSpan.Of(TextField.Text, text, place.Start, place.Length))];
    }
}

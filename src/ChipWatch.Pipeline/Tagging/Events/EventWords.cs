using ChipWatch.Pipeline.Clustering;
using ChipWatch.Pipeline.Extraction;

namespace ChipWatch.Pipeline.Tagging.Events;

/// <summary>
/// The plain words of headline and beginning, as far as no name is among them: what cues do not name, a model of labelled articles may
/// still have learnt. A word is its language and its first letters ("de:vertag"), in Chinese and Japanese a pair of characters.
/// </summary>
internal static class EventWords
{
    private const int Letters = 6;
    private const int MostInBody = 80;
    private const double InBody = 0.5;

    /// <summary>Each word once, 1 in the headline, less in the body.</summary>
    /// <param name="reading">The article after the one pass.</param>
    /// <param name="vocabulary">Whose names do not count: a company is no hint at an event.</param>
    public static Dictionary<string, double> Of(ArticleReading reading, Vocabulary vocabulary)
    {
        var words = new Dictionary<string, double>(StringComparer.Ordinal);
        var body = 0;
        foreach (var sentence in reading.Proving)
        {
            if (sentence.Role is BlockRole.Faq or BlockRole.Caption)
            {
                continue;
            }

            var names = sentence.Hits.Where(hit => vocabulary.MeaningsOf(hit.Phrase).Any(meaning => meaning is NameMeaning)).ToList();
            foreach (var word in StoryWords.Of(sentence.Text.ToString(), reading.Language))
            {
                var end = sentence.Start + word.End;
                if (word.Kind is StoryWordKind.Name or StoryWordKind.Number || names.Exists(name => name.Start < end && end <= name.End))
                {
                    continue;
                }

                if (!sentence.IsTitle && ++body > MostInBody)
                {
                    return words;
                }

                words.TryAdd($"{reading.Language}:{(word.Text.Length > Letters ? word.Text[..Letters] : word.Text)}", sentence.IsTitle ? 1 : InBody);
            }
        }

        return words;
    }
}

using ChipWatch.Pipeline.Text;

namespace ChipWatch.Pipeline.Tagging;

/// <summary>One outlet that a text credits.</summary>
internal sealed record Credit(string Name, TextSpan Span);

/// <summary>Finds the outlets and agencies that a text credits for its news, outermost first.</summary>
internal static class AttributionReader
{
    public static List<Credit> Read(ArticleReading reading, Vocabulary vocabulary)
    {
        var credits = new List<Credit>();
        foreach (var sentence in reading.Proving)
        {
            foreach (var hit in sentence.Hits)
            {
                foreach (var meaning in vocabulary.MeaningsOf(hit.Phrase))
                {
                    if (meaning is OutletMeaning { Always: true } outlet
                        && Folding.SameCase(sentence.Source.AsSpan(hit.Start, hit.Length), outlet.Spelling)
                        && outlet.Name != reading.Article.Outlet
                        && !credits.Exists(credit => credit.Name == outlet.Name))
                    {
                        credits.Add(new(outlet.Name, TextSpan.Of(sentence.Field, sentence.Source, hit.Start, hit.Length)));
                    }
                }
            }
        }

        return credits;
    }
}

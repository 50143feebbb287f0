using System.Text.RegularExpressions;
using ChipWatch.Pipeline.Text;

namespace ChipWatch.Pipeline.Tagging.Attribution;

/// <summary>One outlet that a text credits.</summary>
internal sealed record Credit(string Name, TextSpan Span);

/// <summary>Finds the outlets and agencies that a text credits for its news, outermost first.</summary>
internal static partial class AttributionReader
{
    /// <summary>News is credited where it is told first; an outlet named further down is the source of a side fact.</summary>
    private const int SentencesOfOneCredit = 2;

    public static List<Credit> Read(ArticleReading reading, Vocabulary vocabulary)
    {
        var credits = new List<Credit>();
        var firstIndex = int.MaxValue;
        foreach (var sentence in reading.Proving)
        {
            if (!sentence.IsTitle && firstIndex < int.MaxValue && sentence.Index >= firstIndex + SentencesOfOneCredit)
            {
                break;
            }

            foreach (var hit in sentence.Hits)
            {
                foreach (var meaning in vocabulary.MeaningsOf(hit.Phrase))
                {
                    if (meaning is OutletMeaning { Always: true } outlet
                        && Folding.SameCase(sentence.Source.AsSpan(hit.Start, hit.Length), outlet.Spelling)
                        && outlet.Name != reading.Article.Outlet
                        && !credits.Exists(credit => credit.Name == outlet.Name))
                    {
                        var credit = new Credit(outlet.Name, TextSpan.Of(sentence.Field, sentence.Source, hit.Start, hit.Length));
                        credits.Insert(PlaceOf(credit, credits, sentence), credit);
                        firstIndex = sentence.IsTitle ? firstIndex : Math.Min(firstIndex, sentence.Index);
                    }
                }
            }
        }

        return credits;
    }

    /// <summary>Behind the ones named before; before the last where this one only carried that one's report ("a report of A that B carried").</summary>
    private static int PlaceOf(Credit credit, List<Credit> credits, Sentence sentence)
    {
        if (credits.Count == 0 || credits[^1].Span.Field != credit.Span.Field || credits[^1].Span.Start < sentence.Start || credits[^1].Span.Start > credit.Span.Start)
        {
            return credits.Count;
        }

        var from = credits[^1].Span.Start + credits[^1].Span.Length;
        if (from > credit.Span.Start)
        {
            return credits.Count;
        }

        var between = sentence.Source[from..credit.Span.Start];
        var behind = sentence.Source[(credit.Span.Start + credit.Span.Length)..sentence.End];
        return PassedOnBy().IsMatch(between) || (Relative().IsMatch(between) && PassesOn().IsMatch(behind)) ? credits.Count - 1 : credits.Count;
    }

    [GeneratedRegex(@"\b(carried|relayed|republished|reprinted|picked up|passed on|quoted|cited|übernommen|weitergegeben|relayée?|repris|recogid[ao]|overgenomen)\s+(by|von|par|por|door)\s+(the\s+|der\s+|la\s+|le\s+|el\s+|de\s+)?$", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex PassedOnBy();

    [GeneratedRegex(@"\b(that|which|den|die|das|que|qui|dat|die)\s+(the\s+|der\s+|la\s+|le\s+|el\s+|de\s+)?$", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Relative();

    [GeneratedRegex(@"^\s+(has\s+|had\s+|hat\s+|a\s+|heeft\s+)?(carried|relayed|republished|reprinted|picked up|passed on|carries|relays|aufgriff|weitergab|übernahm|übernommen|relayé|repris|reprend|recogió|recoge|overnam)\b", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex PassesOn();
}

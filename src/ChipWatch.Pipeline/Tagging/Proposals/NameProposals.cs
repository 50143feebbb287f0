using System.Text.RegularExpressions;

namespace ChipWatch.Pipeline.Tagging.Proposals;

/// <summary>
/// Finds names that behave like companies ("the start-up Fenwick", "Fenwick, a maker of AI chips") or chips ("the FW200 accelerator") and
/// stand in no list. Rather too few than too many: a person looks at each.
/// </summary>
internal static partial class NameProposals
{
    private const int Most = 20;

    /// <summary>Proposals in the order of the text, each name once; empty where nothing behaves so.</summary>
    public static IReadOnlyList<NameProposal> Find(ArticleReading reading, Vocabulary vocabulary)
    {
        var proposals = new List<NameProposal>();
        foreach (var sentence in reading.Proving)
        {
            if (sentence.IsTitle)
            {
                // Headlines capitalise what they like.
                continue;
            }

            var text = sentence.Source.Substring(sentence.Start, sentence.Length);
            Add(CompanyBehind().Matches(text), isChip: false, sentence, vocabulary, proposals);
            Add(CompanyBefore().Matches(text), isChip: false, sentence, vocabulary, proposals);
            Add(ChipBefore().Matches(text), isChip: true, sentence, vocabulary, proposals);
            Add(ChipBehind().Matches(text), isChip: true, sentence, vocabulary, proposals);
        }

        return proposals;
    }

    private static void Add(MatchCollection matches, bool isChip, Sentence sentence, Vocabulary vocabulary, List<NameProposal> proposals)
    {
        foreach (Match match in matches)
        {
            var name = match.Groups["name"];
            if (proposals.Count < Most && !IsKnown(sentence, sentence.Start + name.Index, name.Length, vocabulary)
                && !proposals.Exists(known => string.Equals(known.Name, name.Value, StringComparison.OrdinalIgnoreCase)))
            {
                proposals.Add(new(name.Value, isChip, sentence.Span));
            }
        }
    }

    /// <summary>Any phrase of a list that touches the name makes it known, or at least no news.</summary>
    private static bool IsKnown(Sentence sentence, int start, int length, Vocabulary vocabulary)
    {
        foreach (var hit in sentence.Hits)
        {
            if (hit.Start < start + length && hit.End > start
                && vocabulary.MeaningsOf(hit.Phrase).Any(meaning => meaning is NameMeaning or OutletMeaning or TermMeaning or TradeMeaning))
            {
                return true;
            }
        }

        return false;
    }

    [GeneratedRegex(@"\b(?:start-up|startup|chipmaker|chip firm|chip designer|neocloud|cloud provider|Start-up|Chipentwickler|Chiphersteller|jeune pousse|fabricant de puces|fabricante de chips|chipontwerper|chipmaker)\s+(?<name>\p{Lu}[\p{L}\d]{2,20}(?:\s\p{Lu}[\p{L}\d]{2,20})?)", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex CompanyBehind();

    [GeneratedRegex(@"(?:^|[\s(“""«])(?<name>\p{Lu}[\p{L}\d]{2,20}(?:\s\p{Lu}[\p{L}\d]{2,20})?),\s(?:an?|the|ein|eine|une?|una?|een)\s(?:\p{L}+[\s-]){0,3}(?:start-up|startup|chipmaker|maker of|designer of|developer of|Start-up|Hersteller|Anbieter|fabricant|fabricante|maker van)", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex CompanyBefore();

    [GeneratedRegex(@"\b(?<name>\p{Lu}[\p{L}]{0,9}-?\d{2,4}[A-Za-z]{0,2})[\s-](?:chip|accelerator|processor|GPU|NPU|Chip|Beschleuniger|Prozessor)", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex ChipBefore();

    [GeneratedRegex(@"\b(?:chip|accelerator|processor|Chip|Beschleuniger|Prozessor|puce|processeur|accélérateur|procesador|acelerador)\s(?<name>\p{Lu}[\p{L}]{0,9}-?\d{2,4}[A-Za-z]{0,2})\b", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex ChipBehind();
}

using ChipWatch.Pipeline.Extraction;
using ChipWatch.Pipeline.Text;

namespace ChipWatch.Pipeline.Tagging;

/// <summary>Reads numbers with what they count. Dates, years, parts of names and bare small numbers are none.</summary>
internal sealed class QuantityReader(Vocabulary vocabulary)
{
    private const int MostQuantities = 60;

    public List<Quantity> Read(ArticleReading reading)
    {
        var quantities = new List<Quantity>();
        var supposed = -1;
        foreach (var sentence in reading.Sentences)
        {
            if (sentence.Role is BlockRole.Keywords or BlockRole.Boilerplate || !HasNumber(sentence.Text))
            {
                continue;
            }

            if (supposed != sentence.Section && !sentence.IsTitle && Suppositions.Open(sentence))
            {
                supposed = sentence.Section;
            }

            var found = InSentence(sentence, reading.Language);
            QuantityUnits.Share(found, sentence, quantities.FindLast(known => UnitTable.IsMoney(known.Unit))?.Unit);
            foreach (var one in found)
            {
                if (one.Unit is null || quantities.Count >= MostQuantities)
                {
                    continue;
                }

                // The headline's number comes again in the text; it is said once.
                var span = TextSpan.Of(sentence.Field, sentence.Source, one.Start, one.End - one.Start);
                var hypothetical = sentence.Role is BlockRole.Example or BlockRole.Analogy || supposed == sentence.Section;
                if (quantities.FindIndex(known => known.Value == one.Value && known.Unit == one.Unit && known.Hypothetical == hypothetical) is var again and >= 0)
                {
                    if (quantities[again].Evidence[0].Field == TextField.Title)
                    {
                        quantities[again] = quantities[again] with { Clause = Clause(sentence, one.Start, one.End), Hedge = one.Hedge ?? quantities[again].Hedge, Evidence = [span] };
                    }

                    continue;
                }

                quantities.Add(new(one.Value, one.Unit, Clause(sentence, one.Start, one.End), one.Hedge, hypothetical, [span]));
            }
        }

        return quantities;
    }

    private static bool HasNumber(ReadOnlySpan<char> text) => text.Length > 3;

    private List<QuantityFound> InSentence(Sentence sentence, string language)
    {
        var found = new List<QuantityFound>();
        var text = sentence.Source;
        var end = sentence.End;
        for (var i = sentence.Start; i < end; i++)
        {
            if (!MayBegin(text, i, sentence.Start) || NumberReader.At(text, i, end, language) is not { } number)
            {
                continue;
            }

            if (!InName(sentence, number) && !IsOrdinalOrVersion(text, number, end))
            {
                var one = QuantityUnits.Measure(sentence, number);
                if (!QuantityUnits.IsDate(sentence, number, one.Unit))
                {
                    found.Add(one with { Hedge = Hedge(sentence, one.Start) });
                }

                i = Math.Max(i, one.End - 1);
                continue;
            }

            i = number.End - 1;
        }

        return found;
    }

    private static bool MayBegin(string text, int at, int start)
    {
        var c = text[at];
        if (char.IsDigit(c))
        {
            if (at == start || char.IsWhiteSpace(text[at - 1]))
            {
                return true;
            }

            var before = text[at - 1];
            // "H200", "v6.0", "GB-200" are names; "10–20" and "$5" are numbers.
            return !Folding.IsWord(before) && before is not ('.' or ',' or '_' or '/')
                && !(before is '-' && at - 2 >= start && char.IsLetter(text[at - 2]) && !Folding.IsCjk(text[at - 2]));
        }

        // "d'un tiers"
        if (at - 2 >= start && text[at - 1] is '\'' or '’' && text[at - 2] == 'd' && (at - 2 == start || text[at - 3] == ' '))
        {
            return char.IsLetter(c);
        }

        return char.IsLetter(c) && (at == start || Folding.IsCjk(c) || (!Folding.IsWord(text[at - 1]) && text[at - 1] is not ('-' or '\'' or '’')));
    }

    /// <summary>Inside the name of a company, chip or outlet ("Trainium 3", "Ascend 910B", "El Capitan 2").</summary>
    private bool InName(Sentence sentence, NumberFound number)
    {
        foreach (var hit in sentence.Hits)
        {
            if (hit.Start < number.Start && hit.End >= number.Start + 1 && hit.End > number.Start
                && vocabulary.MeaningsOf(hit.Phrase).Any(meaning => meaning is NameMeaning or OutletMeaning))
            {
                return true;
            }

            if (hit.Start == number.Start && hit.End >= number.End && number.Kind == NumberKind.Digits && vocabulary.MeaningsOf(hit.Phrase).Any(meaning => meaning is NameMeaning))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>"18A", "3rd", "2.0", "5G", "8t".</summary>
    private static bool IsOrdinalOrVersion(string text, NumberFound number, int end)
    {
        if (number.Kind != NumberKind.Digits || number.End >= end || !Folding.IsWord(text[number.End]) || !char.IsLetter(text[number.End]))
        {
            return false;
        }

        return UnitTable.At(text, number.End, end) is null && !(text[number.End] is 'x' or 'X' or '×' && (number.End + 1 == end || !Folding.IsWord(text[number.End + 1])));
    }

    private static string? Hedge(Sentence sentence, int start)
    {
        var before = sentence.Source.AsSpan(sentence.Start, start - sentence.Start).TrimEnd();
        string? best = null;
        foreach (var hedge in NumberWords.Hedges)
        {
            if (hedge.Length > (best?.Length ?? 0) && before.EndsWith(hedge, StringComparison.OrdinalIgnoreCase)
                && (before.Length == hedge.Length || !Folding.IsWord(before[before.Length - hedge.Length - 1]) || Folding.IsCjk(hedge[0])))
            {
                best = hedge;
            }
        }

        return best;
    }

    /// <summary>The words of the article around the number, from comma to comma.</summary>
    private static string Clause(Sentence sentence, int start, int end)
    {
        var text = sentence.Source;
        var from = start;
        while (from > sentence.Start && !(text[from - 1] is ';' or '，' or '；' or '、' or ':' or '(' || (text[from - 1] == ' ' && from >= 2 && text[from - 2] is ',' or ';' or ':')))
        {
            from--;
        }

        var to = end;
        while (to < sentence.End && !(text[to] is ';' or '，' or '；' or '。' or ')' || (text[to] is ',' && to + 1 < sentence.End && text[to + 1] == ' ')))
        {
            to++;
        }

        return text[from..to].Trim().TrimEnd('.');
    }
}

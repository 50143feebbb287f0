using System.Globalization;
using ChipWatch.Pipeline.Tagging;
using ChipWatch.Pipeline.Text;

namespace ChipWatch.Pipeline.Claims;

/// <summary>
/// The questions that a kind of event raises, and which article answers each. A slot is filled by a sentence that speaks of the event itself, or that has
/// a word of the slot beside the answer, and only by a number or date that is said of the claim's own company or chip and is of the kind asked for: one that
/// merely stands somewhere in the article answers nothing.
/// </summary>
public static class OpenQuestions
{
    /// <summary>As far as a buyer may stand from the word of buying.</summary>
    private const int NearBy = 40;

    private static readonly string[] Months =
    [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December",
        "Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August", "September", "Oktober", "November", "Dezember",
    ];

    /// <summary>The questions about a story.</summary>
    /// <param name="type">Kind of event; null or one without slots gives none.</param>
    /// <param name="articles">Its articles, oldest first.</param>
    /// <param name="subject">Whom and what its claim is about.</param>
    /// <param name="foundries">Ids of companies that make chips for others.</param>
    public static IReadOnlyList<OpenQuestion> Of(EventType? type, IReadOnlyList<ClaimArticle> articles, ClaimSubject subject, IReadOnlySet<string> foundries) =>
        [.. Slots(type).Select(slot => Ask(slot.Slot, slot.Question, articles, new(type!.Value, subject, foundries)))];

    private static IReadOnlyList<(OpenSlot Slot, string Question)> Slots(EventType? type) => type switch
    {
        EventType.Talks => [(OpenSlot.Customer, "Who would buy?"), (OpenSlot.Price, "At what price?"), (OpenSlot.Date, "From when?"), (OpenSlot.Volume, "How much of it?")],
        EventType.Deal => [(OpenSlot.Customer, "Who buys?"), (OpenSlot.Price, "At what price?"), (OpenSlot.Date, "By when?"), (OpenSlot.Volume, "How much of it?")],
        EventType.Acquisition => [(OpenSlot.Price, "At what price?"), (OpenSlot.Date, "When does it close?")],
        EventType.Funding => [(OpenSlot.Price, "How much money?"), (OpenSlot.Investor, "From whom?")],
        EventType.Partnership => [(OpenSlot.Price, "What is it worth?"), (OpenSlot.Date, "From when?"), (OpenSlot.Volume, "How much of it?")],
        EventType.Launch => [(OpenSlot.Date, "From when?"), (OpenSlot.Price, "At what price?"), (OpenSlot.Foundry, "Who makes it?")],
        EventType.Roadmap => [(OpenSlot.Date, "From when?"), (OpenSlot.Foundry, "Who makes it?")],
        EventType.Capacity => [(OpenSlot.Volume, "How large?"), (OpenSlot.Date, "By when?"), (OpenSlot.Price, "At what cost?")],
        EventType.Delay => [(OpenSlot.Date, "Until when?")],
        EventType.Regulation => [(OpenSlot.Date, "From when?")],
        _ => [],
    };

    private static OpenQuestion Ask(OpenSlot slot, string question, IReadOnlyList<ClaimArticle> articles, Asked asked)
    {
        foreach (var article in articles)
        {
            foreach (var (sentence, isProof) in article.Proof.OrderBy(span => span.Field == TextField.Title).Select(span => (span, true)).Concat(article.Sentences.Select(span => (span, false))))
            {
                if (Answers(slot, sentence, isProof, article, asked))
                {
                    return new(slot, question, article.Id, sentence.Quote);
                }
            }
        }

        return new(slot, question, null, null);
    }

    private static bool Answers(OpenSlot slot, TextSpan sentence, bool isProof, ClaimArticle article, Asked asked) => slot switch
    {
        OpenSlot.Customer => !AnswerWords.Rival().IsMatch(sentence.Quote) && CompaniesIn(sentence, article).Count() > 1 && (isProof || NamesBuyer(sentence, article)),
        OpenSlot.Investor => (isProof || AnswerWords.Investor().IsMatch(sentence.Quote)) && !AnswerWords.Rival().IsMatch(sentence.Quote) && CompaniesIn(sentence, article).Count() > 1,
        OpenSlot.Price => (isProof || AnswerWords.Price().IsMatch(sentence.Quote)) && NumbersIn(sentence, article, asked).Any(number => UnitTable.IsMoney(number.Unit) && IsPrice(sentence, number, asked)),
        OpenSlot.Volume => (isProof || AnswerWords.Volume().IsMatch(sentence.Quote)) && NumbersIn(sentence, article, asked).Any(number => AnswerWords.VolumeUnit().IsMatch(number.Unit) && IsVolume(sentence, number, asked)),
        OpenSlot.Date => AnswerWords.Coming().IsMatch(sentence.Quote) && NamesComingDate(sentence, article, asked),
        _ => AnswerWords.Make().IsMatch(sentence.Quote) && FoundriesIn(sentence, article, asked).Any(),
    };

    /// <summary>Not what was taken in, what a company is worth, or what was paid for something else before.</summary>
    private static bool IsPrice(TextSpan sentence, Quantity number, Asked asked)
    {
        var clause = ClauseOf(sentence, number);
        return !AnswerWords.OtherMoney().IsMatch(clause)
            && !(asked.Type is EventType.Acquisition ? AnswerWords.EarlierWorth() : AnswerWords.Worth()).IsMatch(clause);
    }

    /// <summary>Not how many make up one machine, and, where something is only to come, not how many there are already.</summary>
    private static bool IsVolume(TextSpan sentence, Quantity number, Asked asked)
    {
        var clause = ClauseOf(sentence, number);
        return !AnswerWords.OfOneMachine().IsMatch(clause) && !AnswerWords.SoFar().IsMatch(clause) && !(asked.Type is EventType.Talks && AnswerWords.Done().IsMatch(clause));
    }

    /// <summary>The part of a sentence in which a number stands, from comma to comma; a comma within a number parts nothing.</summary>
    private static string ClauseOf(TextSpan sentence, Quantity number)
    {
        var (text, span) = (sentence.Quote, number.Evidence.First(span => Holds(sentence, span)));
        var (from, to) = (span.Start - sentence.Start, span.Start - sentence.Start + span.Length);
        while (from > 0 && !Parts(text, from - 1))
        {
            from--;
        }

        while (to < text.Length && !Parts(text, to))
        {
            to++;
        }

        return text[from..to];
    }

    private static bool Parts(string text, int at) =>
        text[at] is '，' or '、' or '；' or ';' or '。' or '(' or ')' or '（' or '）' || (text[at] is ',' or ':' && at + 1 < text.Length && text[at + 1] == ' ');

    private static IEnumerable<string> FoundriesIn(TextSpan sentence, ClaimArticle article, Asked asked) => article.Companies
        .Where(company => asked.Foundries.Contains(company.Id) && Holds(sentence, company.Span) && asked.Subject.IsMeantAt(article, sentence, company.Span.Start, company.Span.Length, company.Id))
        .Select(company => company.Id);

    private static IEnumerable<string> CompaniesIn(TextSpan sentence, ClaimArticle article) =>
        article.Companies.Where(company => Holds(sentence, company.Span)).Select(company => company.Id).Distinct(StringComparer.Ordinal);

    private static IEnumerable<Quantity> NumbersIn(TextSpan sentence, ClaimArticle article, Asked asked) => article.Quantities.Where(number => !number.Hypothetical
        && number.Evidence.Any(span => Holds(sentence, span) && asked.Subject.IsMeantAt(article, sentence, span.Start, span.Length)));

    private static bool Holds(TextSpan sentence, TextSpan inner) =>
        inner.Field == sentence.Field && inner.Start >= sentence.Start && inner.Start + inner.Length <= sentence.Start + sentence.Length;

    /// <summary>Whether a company stands right before a word of buying, or right behind one of selling.</summary>
    private static bool NamesBuyer(TextSpan sentence, ClaimArticle article)
    {
        foreach (var (_, span) in article.Companies.Where(company => Holds(sentence, company.Span)))
        {
            var (start, end) = (span.Start - sentence.Start, span.Start - sentence.Start + span.Length);
            if (AnswerWords.BuysNext().IsMatch(sentence.Quote.AsSpan(end, Math.Min(NearBy, sentence.Quote.Length - end)))
                || AnswerWords.SoldBefore().IsMatch(sentence.Quote.AsSpan(Math.Max(0, start - NearBy), Math.Min(start, NearBy))))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>A year to come or under way, a month of this year that is still to come, or a time named from the article's own day; said of the subject.</summary>
    private static bool NamesComingDate(TextSpan sentence, ClaimArticle article, Asked asked)
    {
        for (var match = AnswerWords.Date().Match(sentence.Quote); match.Success; match = match.NextMatch())
        {
            var month = Array.FindIndex(Months, name => name.Equals(match.Value, StringComparison.OrdinalIgnoreCase));
            var isComing = char.IsAsciiDigit(match.Value[0]) ? int.Parse(match.ValueSpan[..4], NumberStyles.None, CultureInfo.InvariantCulture) >= article.PublishedAt.Year
                : month < 0 || (month % 12) + 1 > article.PublishedAt.Month;
            if (isComing && asked.Subject.IsMeantAt(article, sentence, sentence.Start + match.Index, match.Length))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>What is asked for, beside the slot.</summary>
    private sealed record Asked(EventType Type, ClaimSubject Subject, IReadOnlySet<string> Foundries);
}

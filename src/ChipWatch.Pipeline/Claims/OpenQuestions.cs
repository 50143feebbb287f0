using System.Collections.Frozen;
using System.Globalization;
using System.Text.RegularExpressions;
using ChipWatch.Pipeline.Tagging;
using ChipWatch.Pipeline.Text;

namespace ChipWatch.Pipeline.Claims;

/// <summary>
/// The questions that a kind of event raises, and which article answers each. A slot is filled by a sentence that speaks of the event itself, or that has
/// a word of the slot beside the answer: a number or name that merely stands somewhere in the article answers nothing.
/// </summary>
public static partial class OpenQuestions
{
    private static readonly FrozenSet<string> Money = new[] { "USD", "EUR", "KRW", "CNY", "HKD", "JPY", "TWD", "GBP", "INR", "CAD", "CHF" }.ToFrozenSet(StringComparer.Ordinal);

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
    /// <param name="foundries">Ids of companies that make chips for others.</param>
    public static IReadOnlyList<OpenQuestion> Of(EventType? type, IReadOnlyList<ClaimArticle> articles, IReadOnlySet<string> foundries) =>
        [.. Slots(type).Select(slot => Ask(slot.Slot, slot.Question, articles, foundries))];

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

    private static OpenQuestion Ask(OpenSlot slot, string question, IReadOnlyList<ClaimArticle> articles, IReadOnlySet<string> foundries)
    {
        foreach (var article in articles)
        {
            foreach (var (sentence, isProof) in article.Proof.OrderBy(span => span.Field == TextField.Title).Select(span => (span, true)).Concat(article.Sentences.Select(span => (span, false))))
            {
                if (Answers(slot, sentence, isProof, article, foundries))
                {
                    return new(slot, question, article.Id, sentence.Quote);
                }
            }
        }

        return new(slot, question, null, null);
    }

    private static bool Answers(OpenSlot slot, TextSpan sentence, bool isProof, ClaimArticle article, IReadOnlySet<string> foundries) => slot switch
    {
        OpenSlot.Customer => !RivalWords().IsMatch(sentence.Quote) && CompaniesIn(sentence, article).Count() > 1 && (isProof || NamesBuyer(sentence, article)),
        OpenSlot.Investor => (isProof || InvestorWords().IsMatch(sentence.Quote)) && !RivalWords().IsMatch(sentence.Quote) && CompaniesIn(sentence, article).Count() > 1,
        OpenSlot.Price => (isProof || PriceWords().IsMatch(sentence.Quote)) && NumbersIn(sentence, article).Any(number => Money.Contains(number.Unit)),
        OpenSlot.Volume => (isProof || VolumeWords().IsMatch(sentence.Quote)) && NumbersIn(sentence, article).Any(number => VolumeUnits().IsMatch(number.Unit)),
        OpenSlot.Date => DateCues().IsMatch(sentence.Quote) && NamesComingDate(sentence.Quote, article.PublishedAt),
        _ => MakeWords().IsMatch(sentence.Quote) && CompaniesIn(sentence, article).Any(foundries.Contains),
    };

    private static IEnumerable<string> CompaniesIn(TextSpan sentence, ClaimArticle article) =>
        article.Companies.Where(company => Holds(sentence, company.Span)).Select(company => company.Id).Distinct(StringComparer.Ordinal);

    private static IEnumerable<Quantity> NumbersIn(TextSpan sentence, ClaimArticle article) =>
        article.Quantities.Where(number => !number.Hypothetical && number.Evidence.Any(span => Holds(sentence, span)));

    private static bool Holds(TextSpan sentence, TextSpan inner) =>
        inner.Field == sentence.Field && inner.Start >= sentence.Start && inner.Start + inner.Length <= sentence.Start + sentence.Length;

    /// <summary>Whether a company stands right before a word of buying, or right behind one of selling.</summary>
    private static bool NamesBuyer(TextSpan sentence, ClaimArticle article)
    {
        foreach (var (_, span) in article.Companies.Where(company => Holds(sentence, company.Span)))
        {
            var (start, end) = (span.Start - sentence.Start, span.Start - sentence.Start + span.Length);
            if (BuysNext().IsMatch(sentence.Quote.AsSpan(end, Math.Min(NearBy, sentence.Quote.Length - end)))
                || SoldBefore().IsMatch(sentence.Quote.AsSpan(Math.Max(0, start - NearBy), Math.Min(start, NearBy))))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>A year to come or under way, a month of this year that is still to come, or a time named from the article's own day.</summary>
    private static bool NamesComingDate(string sentence, DateTimeOffset published)
    {
        for (var match = DateWords().Match(sentence); match.Success; match = match.NextMatch())
        {
            var month = Array.FindIndex(Months, name => name.Equals(match.Value, StringComparison.OrdinalIgnoreCase));
            var isComing = int.TryParse(match.ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var year) ? year >= published.Year
                : month < 0 || (month % 12) + 1 > published.Month;
            if (isComing)
            {
                return true;
            }
        }

        return false;
    }

    [GeneratedRegex(@"^[^,.;]{0,24}\b(buys?|buying|bought|rents?|renting|leas(es?|ing)|orders?|ordered|purchases?|signs? (up )?for|kauft?|mietet|bestellt\w*|achète\w*|achet\w+|compra\w*|alquila\w*|koopt|huurt)\b", Options)]
    private static partial Regex BuysNext();

    [GeneratedRegex(@"\b(sells?|sold|supply|supplies|supplied|deliver\w*|rents?|rented|leased?|liefert|verkauft|beliefert|livr\w+|vend\w*)\b[^,.;]{0,20}\b(to|an|à|a|aan)( the)? $", Options)]
    private static partial Regex SoldBefore();

    [GeneratedRegex(@"^(GW|MW|kW|[TGM]Wh|.*(chips?|[A-Z]PUs?|accelerators?|processors?|units?|wafers?|racks?|servers?|systems?|modules?|clusters?|Beschleuniger|Prozessoren|Server|개|枚|台|颗))$", Options)]
    private static partial Regex VolumeUnits();

    [GeneratedRegex(@"\b(invest\w*|led by|backed|backers?|rounds?|stakes?|raises?|raised|fund\w*|beteilig\w*|Geldgeber\w*|levée|inversor\w*)\b", Options)]
    private static partial Regex InvestorWords();

    [GeneratedRegex(@"\b(rivals?|compet\w*|against|versus|alternatives?|unlike|compared|Konkurr\w*|Rival\w*|concurrent\w*|competidor\w*)\b", Options)]
    private static partial Regex RivalWords();

    [GeneratedRegex(@"\b(price[ds]?|pricing|costs?|costing|pays?|paid|paying|worth|valued?|valuation|deal|Preis\w*|kostet|kosten|zahlt|wert|prix|coûte\w*|precio|cuesta)\b", Options)]
    private static partial Regex PriceWords();

    [GeneratedRegex(@"\b(orders?|ordered|buys?|bought|deliver\w*|ships?|shipp\w*|suppl\w+|capacity|sells?|sold|install\w*|deploy\w*|bestell\w*|liefer\w*|Kapazität|capacité|capacidad)\b", Options)]
    private static partial Regex VolumeWords();

    [GeneratedRegex(@"\b(available|availability|ships?|shipping|starts?|starting|begins?|beginning|opens?|complet\w*|closes?|closing|deliver\w*|launch\w*|expected|due|until|by (the )?(end|start|middle|early|mid|late|next|spring|summer|autumn|fall|winter|q[1-4]|20[0-9]{2}|january|february|march|april|may|june|july|august|september|october|november|december)|takes? effect|in force|planned|scheduled|ab|bis|soll|geplant|voraussichtlich|à partir|prévu\w*|previst\w*)\b", Options)]
    private static partial Regex DateCues();

    [GeneratedRegex(@"\b(made|makes|manufactur\w*|produc\w*|fabricat\w*|fabs?|foundry|foundries|process|node|gefertigt|fertigt|Fertigung|fabriqu\w*|fabrica\w*)\b|(制造|代工|製造|생산)", Options)]
    private static partial Regex MakeWords();

    [GeneratedRegex(@"\b(20[2-4][0-9]|Q[1-4]|(next|coming|later this) (week|month|quarter|year|spring|summer|autumn|fall|winter)|(this) (spring|summer|autumn|fall|winter)|(second|third|fourth) quarter|(nächste[rsn]?|kommende[rsn]?) (Woche|Monat|Quartal|Jahr)|January|February|March|April|June|July|August|September|October|November|December|Januar|Februar|März|Mai|Juni|Juli|Oktober|Dezember)\b", Options)]
    private static partial Regex DateWords();

    private const RegexOptions Options = RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;
}

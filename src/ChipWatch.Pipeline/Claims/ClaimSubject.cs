using System.Buffers;
using ChipWatch.Pipeline.Text;

namespace ChipWatch.Pipeline.Claims;

/// <summary>Whom and what a claim is about. Says whether a place in an article speaks of that, or of another company's chips and numbers.</summary>
/// <param name="Companies">Ids of the companies that it is about; none: any place speaks of it.</param>
/// <param name="Chips">Ids of its chips.</param>
public sealed record ClaimSubject(IReadOnlySet<string> Companies, IReadOnlySet<string> Chips)
{
    /// <summary>So far back is a name looked for where the sentence itself has none: "it" and "the company" go on with it.</summary>
    private const int ReachBack = 300;

    /// <summary>So near behind a number stands what it counts: "400,000 of the Trainium chips".</summary>
    private const int ReachForward = 16;

    private static readonly SearchValues<char> Marks = SearchValues.Create(",;:.，、；。（(");

    /// <summary>Nothing known: every place may answer.</summary>
    public static ClaimSubject Any { get; } = new(new HashSet<string>(), new HashSet<string>());

    /// <summary>Whether a place of a sentence speaks of the subject: the name that stands nearest before it, or what it counts, belongs to it.</summary>
    /// <param name="article">The article.</param>
    /// <param name="sentence">The sentence.</param>
    /// <param name="start">Where the number or date begins, in the sentence's field.</param>
    /// <param name="length">Its length.</param>
    /// <param name="but">A company that is asked for and so belongs to the answer; null for none.</param>
    public bool IsMeantAt(ClaimArticle article, TextSpan sentence, int start, int length, string? but = null)
    {
        if (Companies.Count == 0)
        {
            return true;
        }

        (int At, bool IsOurs)? before = null;
        foreach (var (id, span, isOurs) in Named(article))
        {
            if (span.Field != sentence.Field || id == but)
            {
                continue;
            }

            if (isOurs && span.Start >= start + length && span.Start - start - length <= ReachForward && Joins(sentence, start + length, span.Start))
            {
                return true;
            }

            if (span.Start < start && start - span.Start <= ReachBack && (before is null || span.Start > before.Value.At || (span.Start == before.Value.At && isOurs)))
            {
                before = (span.Start, isOurs);
            }
        }

        return before?.IsOurs ?? true;
    }

    private IEnumerable<(string Id, TextSpan Span, bool IsOurs)> Named(ClaimArticle article) =>
        article.Companies.Select(company => (company.Id, company.Span, Companies.Contains(company.Id)))
            .Concat(article.Chips.Select(chip => (chip.Id, chip.Span, Chips.Any(own => own == chip.Id || chip.Id.StartsWith(own, StringComparison.Ordinal) || own.StartsWith(chip.Id, StringComparison.Ordinal)))));

    /// <summary>Whether nothing parts a number from the name behind it.</summary>
    private static bool Joins(TextSpan sentence, int from, int to) =>
        from >= sentence.Start && to <= sentence.Start + sentence.Length
        && sentence.Quote.AsSpan(from - sentence.Start, to - from).IndexOfAny(Marks) < 0;
}

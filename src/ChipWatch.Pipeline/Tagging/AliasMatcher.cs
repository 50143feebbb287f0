using System.Globalization;

namespace ChipWatch.Pipeline.Tagging;

/// <summary>
/// Decides which names of companies and chips the sentences really hold. First the sure ones; then, by what the sure ones say about the
/// article, the ambiguous ones whose own context words are missing.
/// </summary>
internal sealed class AliasMatcher(Vocabulary vocabulary)
{
    /// <summary>From so many other companies on, an article is surely about this trade, and "Arm" is the company.</summary>
    private const int CompaniesThatMakeSure = 2;

    private const int LongestLink = 40;

    /// <summary>Mentions in sentences that may prove something, in order, and whether names were met that mean something else. The longest name wins over one inside it.</summary>
    public NamesFound Find(ArticleReading reading)
    {
        var month = reading.Article.Published?.ToString("yyyy-MM", CultureInfo.InvariantCulture);
        var candidates = Candidates(reading, month, out var lookAlikes);
        var sure = candidates.Where(candidate => candidate.Sure).Select(candidate => Company(candidate.Name)).ToHashSet();
        var held = candidates.FindAll(candidate => candidate.Sure || BecomesSure(candidate, sure));
        var others = Others(candidates, held, lookAlikes);
        var mentions = new List<Mention>(held.Count);
        foreach (var one in held)
        {
            var (hit, name) = (one.Hit, one.Name);
            if (held.Exists(other => other.Sentence == one.Sentence && Swallows(other, one))
                || mentions.Exists(mention => mention.Sentence == one.Sentence && mention.Start == hit.Start && mention.Owner == name.Owner && mention.IsChip == name.IsChip))
            {
                continue;
            }

            mentions.Add(new(name.IsChip, name.Owner, one.Sentence, hit.Start, hit.Length) { Ambiguous = name.MayBeAnother && IsAmbiguous(one, others) });
        }

        return new(mentions, lookAlikes.Count > 0 || held.Count < candidates.Count);
    }

    /// <summary>
    /// A name that other things bear too. One that needs no context is the company where a word of firms or of the trade stands in its
    /// sentence, unless the article holds the other thing as well.
    /// </summary>
    private bool IsAmbiguous(Candidate one, HashSet<int> others) =>
        one.Name.IsChip || one.Name.Alias.NeedsContext || others.Contains(one.Name.Owner)
        || !one.Sentence.Hits.Any(hit => vocabulary.IsOfFirms(hit.Phrase) || vocabulary.TradeWeightOf(hit.Phrase) > 1);

    /// <summary>Companies whose name stands for something else in this article.</summary>
    private HashSet<int> Others(List<Candidate> candidates, List<Candidate> held, HashSet<int> lookAlikes) =>
        [.. lookAlikes, .. candidates.Count == held.Count ? [] : candidates.Except(held).Select(candidate => Company(candidate.Name))];

    /// <param name="reading">The article after the one pass.</param>
    /// <param name="month">Month of the article; null where unknown.</param>
    /// <param name="lookAlikes">Companies of names that are blocked somewhere.</param>
    private List<Candidate> Candidates(ArticleReading reading, string? month, out HashSet<int> lookAlikes)
    {
        lookAlikes = [];
        var candidates = new List<Candidate>();
        foreach (var sentence in reading.Proving)
        {
            foreach (var hit in sentence.Hits)
            {
                foreach (var meaning in vocabulary.MeaningsOf(hit.Phrase))
                {
                    if (meaning is not NameMeaning name)
                    {
                        continue;
                    }

                    if (!CouldBe(name, hit, sentence, month))
                    {
                        if (name.MayBeAnother)
                        {
                            lookAlikes.Add(Company(name));
                        }
                    }
                    else
                    {
                        var inContext = !name.Alias.NeedsContext
                            || (reading.Has(sentence.Section, name.Context) && !FollowsGivenName(hit, sentence, reading.Language));
                        candidates.Add(new(sentence, hit, name, inContext, reading.Language));
                    }
                }
            }
        }

        return candidates;
    }

    private bool CouldBe(NameMeaning name, PhraseHit hit, Sentence sentence, string? month)
    {
        var alias = name.Alias;
        return SpelledRight(name, sentence.Source.AsSpan(hit.Start, hit.Length))
            && (month is null || ((alias.From is null || string.CompareOrdinal(month, alias.From) >= 0)
                && (alias.Until is null || string.CompareOrdinal(month, alias.Until) <= 0)))
            && !Blocked(name, hit, sentence);
    }

    /// <summary>A chip beside its maker; a company that is named in full elsewhere, or stands among others of its trade.</summary>
    private bool BecomesSure(Candidate candidate, HashSet<int> sure)
    {
        var company = Company(candidate.Name);
        if (FollowsGivenName(candidate.Hit, candidate.Sentence, candidate.Language))
        {
            return false;
        }

        return sure.Contains(company)
            || (!candidate.Name.IsChip && (candidate.Name.Alias.CaseSensitive || Folding.IsCjk(candidate.Name.Spelling[0])) && sure.Count >= CompaniesThatMakeSure);
    }

    /// <summary>A longer name around it; or a part of the same maker right behind a family's name ("Instinct MI350P").</summary>
    private bool Swallows(Candidate other, Candidate one)
    {
        if (other.Hit.Length > one.Hit.Length && other.Hit.Start <= one.Hit.Start && other.Hit.End >= one.Hit.End)
        {
            return true;
        }

        return one.Name.IsChip && other.Name.IsChip && other.Hit.Start > one.Hit.End && vocabulary.Families.IsFamily(one.Name.Owner)
            && Company(one.Name) == Company(other.Name) && SaysWhichPart(one.Sentence.Source.AsSpan(one.Hit.End, other.Hit.Start - one.Hit.End));
    }

    /// <summary>A space, or "processors of the generation": the name behind tells which part of the family is meant.</summary>
    private static bool SaysWhichPart(ReadOnlySpan<char> between)
    {
        if (between.Length == 1)
        {
            return between[0] is ' ' or '-' or '\u00A0';
        }

        return between.Length <= LongestLink && between.IndexOfAny(',', '.', ';') < 0
            && (between.Contains("enerat", StringComparison.Ordinal) || between.Contains("énérat", StringComparison.Ordinal) || between.Contains("eneraci", StringComparison.Ordinal));
    }

    private int Company(NameMeaning name) =>
        !name.IsChip ? name.Owner : vocabulary.CompanyIndex.GetValueOrDefault(vocabulary.Catalogue.Chips[name.Owner].Company, -1);

    private static bool SpelledRight(NameMeaning name, ReadOnlySpan<char> written)
    {
        if (name.ExactHyphens && !written.ContainsAny('-', '\u2010', '\u2011'))
        {
            return false;
        }

        return !name.Alias.CaseSensitive || Folding.SameCase(written, name.Spelling) || IsShouted(written);
    }

    /// <summary>A headline all in capitals; one short word of capitals may be another name.</summary>
    private static bool IsShouted(ReadOnlySpan<char> written) =>
        written.Length >= 5 && written.IndexOfAnyInRange('a', 'z') < 0 && written.IndexOfAnyInRange('0', '9') < 0;

    /// <summary>
    /// A blocking phrase that holds the name must be written as the rule writes it ("Intel report" is not "intel report"), but for a
    /// capital at the beginning of a sentence.
    /// </summary>
    private bool Blocked(NameMeaning name, PhraseHit hit, Sentence sentence)
    {
        if (name.Around.Count == 0 && name.Beside.Count == 0)
        {
            return false;
        }

        foreach (var other in sentence.Hits)
        {
            if (name.Beside.Contains(other.Phrase))
            {
                return true;
            }

            if (other.Length > hit.Length && other.Start < hit.End && other.End > hit.Start && name.Around.Contains(other.Phrase)
                && (other.End == sentence.End || !Folding.IsWord(sentence.Source[other.End]) || Folding.IsCjk(sentence.Source[other.End - 1]))
                && (!name.Alias.CaseSensitive || WrittenAsBlocked(other, sentence)))
            {
                return true;
            }
        }

        return false;
    }

    private bool WrittenAsBlocked(PhraseHit phrase, Sentence sentence)
    {
        var rule = vocabulary.SpellingOf(phrase.Phrase);
        var written = sentence.Source.AsSpan(phrase.Start, phrase.Length);
        return Folding.SameCase(written, rule)
            || (phrase.Start == sentence.Start && Folding.SameCase(written[1..], rule.AsSpan(1)));
    }

    /// <summary>"Romy Schneider": a capitalised word that is no name we know stands right before it, and not as the first of its sentence.</summary>
    private static bool FollowsGivenName(PhraseHit hit, Sentence sentence, string language)
    {
        // German writes every noun with a capital ("Konzern Meta"), headlines often do.
        if (language == "de" || sentence.IsTitle || hit.Start < sentence.Start + 3 || sentence.Source[hit.Start - 1] != ' ')
        {
            return false;
        }

        var from = hit.Start - 1;
        while (from > sentence.Start && char.IsLetter(sentence.Source[from - 1]))
        {
            from--;
        }

        var length = hit.Start - 1 - from;
        return length >= 3 && from > sentence.Start && char.IsUpper(sentence.Source[from]) && char.IsLower(sentence.Source[from + 1])
            && !sentence.Hits.Any(other => other.Start <= from && other.End >= hit.Start - 1);
    }

    private sealed record Candidate(Sentence Sentence, PhraseHit Hit, NameMeaning Name, bool Sure, string Language);
}

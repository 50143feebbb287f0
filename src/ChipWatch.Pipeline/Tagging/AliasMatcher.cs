using System.Globalization;

namespace ChipWatch.Pipeline.Tagging;

/// <summary>Decides which names of companies and chips the sentences really hold.</summary>
internal sealed class AliasMatcher(Vocabulary vocabulary)
{
    /// <summary>Mentions in sentences that may prove something, in order. The longest name wins over one inside it.</summary>
    public List<Mention> Find(ArticleReading reading)
    {
        var month = reading.Article.Published?.ToString("yyyy-MM", CultureInfo.InvariantCulture);
        var mentions = new List<Mention>();
        var candidates = new List<(PhraseHit Hit, NameMeaning Name)>();
        foreach (var sentence in reading.Proving)
        {
            candidates.Clear();
            foreach (var hit in sentence.Hits)
            {
                foreach (var meaning in vocabulary.MeaningsOf(hit.Phrase))
                {
                    if (meaning is NameMeaning name && Holds(name, hit, sentence, reading, month))
                    {
                        candidates.Add((hit, name));
                    }
                }
            }

            foreach (var (hit, name) in candidates)
            {
                var again = mentions.Exists(mention => mention.Sentence == sentence && mention.Start == hit.Start && mention.Owner == name.Owner && mention.IsChip == name.IsChip);
                if (!again && !candidates.Exists(other => other.Hit.Length > hit.Length && other.Hit.Start <= hit.Start && other.Hit.End >= hit.End))
                {
                    mentions.Add(new(name.IsChip, name.Owner, sentence, hit.Start, hit.Length));
                }
            }
        }

        return mentions;
    }

    private static bool Holds(NameMeaning name, PhraseHit hit, Sentence sentence, ArticleReading reading, string? month)
    {
        var alias = name.Alias;
        var written = sentence.Source.AsSpan(hit.Start, hit.Length);
        return SpelledRight(name, written)
            && (month is null || ((alias.From is null || string.CompareOrdinal(month, alias.From) >= 0)
                && (alias.Until is null || string.CompareOrdinal(month, alias.Until) <= 0)))
            && (!alias.NeedsContext || reading.Has(sentence.Section, name.Context))
            && !Blocked(name, hit, sentence);
    }

    private static bool SpelledRight(NameMeaning name, ReadOnlySpan<char> written)
    {
        if (name.ExactHyphens && !written.ContainsAny('-', '\u2010', '\u2011'))
        {
            return false;
        }

        if (name.Alias.CaseSensitive)
        {
            return Folding.SameCase(written, name.Spelling) || IsShouted(written);
        }

        // A name written wholly in small letters is an ordinary word ("meta", "intel"), unless it is spelled so or has digits.
        return true;
    }

    /// <summary>A headline all in capitals; one word of capitals may be another name ("ARM", "META").</summary>
    private static bool IsShouted(ReadOnlySpan<char> written) =>
        written.Length >= 4 && written.IndexOfAnyInRange('a', 'z') < 0 && written.IndexOfAnyInRange('0', '9') < 0;

    private static bool Blocked(NameMeaning name, PhraseHit hit, Sentence sentence)
    {
        if (name.Around.Count == 0 && name.Beside.Count == 0)
        {
            return false;
        }

        foreach (var other in sentence.Hits)
        {
            if (name.Beside.Contains(other.Phrase) || (name.Around.Contains(other.Phrase) && other.Start < hit.End && other.End > hit.Start))
            {
                return true;
            }
        }

        return false;
    }
}

using ChipWatch.Pipeline.Catalogue;

namespace ChipWatch.Pipeline.Tagging;

/// <summary>Collects the phrases of every list into one trie.</summary>
internal sealed class VocabularyBuilder
{
    private static readonly IReadOnlySet<int> None = new HashSet<int>();

    private readonly PhraseTrie.Builder trie = new();
    private readonly List<List<Meaning>> meanings = [];
    private readonly List<string> spellings = [];

    /// <summary>Adds the names of one company or chip.</summary>
    public void AddNames(bool isChip, int owner, IReadOnlyList<Alias> aliases)
    {
        foreach (var alias in aliases)
        {
            var context = Numbers(alias.Context);
            // "-micron" says that a letter case decides, which the alias does by itself.
            var blocking = alias.NotWhen.Where(phrase => char.IsLetterOrDigit(phrase[0])).ToList();
            var around = Numbers(blocking.Where(phrase => Contains(phrase, alias.Text)));
            var beside = Numbers(blocking.Where(phrase => !Contains(phrase, alias.Text)));
            foreach (var spelling in Spellings(alias.Text))
            {
                Add(spelling, new NameMeaning(isChip, owner, spelling, alias, context, around, beside));
            }
        }
    }

    /// <summary>Adds the terms of one topic.</summary>
    public void AddTerms(int topic, IReadOnlyList<TopicTerm> terms)
    {
        foreach (var term in terms)
        {
            // Languages that share Latin letters share words ("location", "car"); a script of East Asia is its own proof.
            var language = Folding.IsCjk(term.Text[0]) ? null : term.Language;
            Add(term.Text, new TermMeaning(topic, term.Text.TrimEnd('*'), term.Weight, term.NeedsContext ? Numbers(term.Context) : None, language));
        }
    }

    /// <summary>Adds one phrase with its meaning.</summary>
    public void Add(string phrase, Meaning meaning) => meanings[Number(phrase)].Add(meaning);

    /// <summary>The first spelling of each phrase, by its number.</summary>
    public IReadOnlyList<string> SpellingsByNumber() => [.. spellings];

    public PhraseTrie Phrases() => trie.Build();

    public IReadOnlyList<Meaning>[] Meanings() => [.. meanings.Select(list => list.ToArray())];

    private int Number(string phrase)
    {
        var number = trie.Add(phrase);
        while (meanings.Count <= number)
        {
            meanings.Add([]);
            spellings.Add(phrase.TrimEnd('*'));
        }

        return number;
    }

    private HashSet<int> Numbers(IEnumerable<string> phrases) => [.. phrases.Select(Number)];

    private static bool Contains(string phrase, string alias) =>
        Folding.Fold(phrase).Contains(Folding.Fold(alias), StringComparison.Ordinal);

    /// <summary>"Trainium3" is also written "Trainium 3" and "Trainium-3" (space and hyphen are one to the trie), and the other way round.</summary>
    public static IEnumerable<string> Spellings(string text)
    {
        yield return text;
        for (var i = 1; i < text.Length; i++)
        {
            var (left, right) = (text[i - 1], text[i]);
            if (char.IsAsciiLetter(left) && char.IsAsciiDigit(right))
            {
                // After one letter only a hyphen will do: "H-20" is a part, "H 20" a row in a hall.
                yield return text.Insert(i, LettersBefore(text, i) == 1 ? "-" : " ");
            }
            else if (right is ' ' or '-' && i + 1 < text.Length && char.IsAsciiLetter(left) && char.IsAsciiDigit(text[i + 1]))
            {
                yield return text.Remove(i, 1);
            }
        }
    }

    private static int LettersBefore(string text, int at)
    {
        var from = at;
        while (from > 0 && char.IsAsciiLetter(text[from - 1]))
        {
            from--;
        }

        return at - from;
    }
}

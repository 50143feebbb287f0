namespace ChipWatch.Pipeline.Tagging.Proposals;

/// <summary>A word of a sentence, without the blanks and signs around it.</summary>
/// <param name="Start">First code unit in the source.</param>
/// <param name="End">Behind its last.</param>
/// <param name="Listed">What a list says that it is.</param>
internal readonly record struct Word(int Start, int End, Listed Listed);

/// <summary>What a list says of a word.</summary>
internal enum Listed
{
    /// <summary>Nothing.</summary>
    No,

    /// <summary>Part of a company's name.</summary>
    Company,

    /// <summary>Part of a chip's name.</summary>
    Chip,

    /// <summary>Part of another phrase.</summary>
    Other,
}

/// <summary>Words with capitals beside each other that no list holds.</summary>
/// <param name="First">Place of its first word in the sentence.</param>
/// <param name="Last">Place of its last word.</param>
internal readonly record struct NameRun(int First, int Last);

/// <summary>A sentence cut into words, with the runs of words that could be names.</summary>
internal sealed class NameWords
{
    private const int LongestRun = 3;
    private readonly Sentence sentence;

    private NameWords(Sentence sentence) => this.sentence = sentence;

    public List<Word> Words { get; } = [];

    public List<NameRun> Runs { get; } = [];

    /// <summary>Cuts a sentence.</summary>
    public static NameWords Of(Sentence sentence, Vocabulary vocabulary)
    {
        var cut = new NameWords(sentence);
        cut.Cut(vocabulary);
        for (var i = 0; i < cut.Words.Count; i++)
        {
            var last = i;
            while (last < cut.Words.Count && cut.CouldBelong(last) && (last == i || cut.IsNextTo(last)))
            {
                last++;
            }

            if (last > i && last - i <= LongestRun && !cut.IsPartOfMore(i, last))
            {
                cut.Runs.Add(new(i, last - 1));
            }

            i = Math.Max(i, last - 1);
        }

        return cut;
    }

    /// <summary>A word; empty outside the sentence.</summary>
    public ReadOnlySpan<char> At(int word) => word < 0 || word >= Words.Count ? [] : sentence.Source.AsSpan(Words[word].Start, Words[word].End - Words[word].Start);

    /// <summary>What a list says of a word.</summary>
    public Listed ListedAt(int word) => word < 0 || word >= Words.Count ? Listed.No : Words[word].Listed;

    /// <summary>The characters between a word and the one before it; the end of the sentence counts as a full stop.</summary>
    public ReadOnlySpan<char> Before(int word) => word <= 0 || word >= Words.Count ? "." : sentence.Source.AsSpan(Words[word - 1].End, Words[word].Start - Words[word - 1].End);

    /// <summary>The name of a run.</summary>
    public string Name(NameRun run) => sentence.Source[Words[run.First].Start..Words[run.Last].End];

    /// <summary>Whether the word before is cut off by a genitive or a sign.</summary>
    public bool IsGenitiveOrFar(int word) => word <= 0 || IsGenitive(word - 1) || Before(word).IndexOfAny('.', ';') >= 0;

    /// <summary>Whether a genitive stands behind a word.</summary>
    public bool IsGenitive(int word)
    {
        var end = Words[word].End;
        return word >= 0 && end + 1 < sentence.End && sentence.Source[end] is '\'' or '’' && sentence.Source[end + 1] == 's';
    }

    private void Cut(Vocabulary vocabulary)
    {
        var at = sentence.Start;
        while (at < sentence.End)
        {
            if (!IsInside(sentence.Source[at]))
            {
                at++;
                continue;
            }

            var from = at;
            while (at < sentence.End && (IsInside(sentence.Source[at]) || (IsJoint(sentence.Source[at]) && at + 1 < sentence.End && IsInside(sentence.Source[at + 1]))))
            {
                at++;
            }

            Words.Add(new(from, at, ListedAs(from, at, vocabulary)));
            if (at + 1 < sentence.End && sentence.Source[at] is '\'' or '’' && sentence.Source[at + 1] == 's')
            {
                at += 2;
            }
        }
    }

    private Listed ListedAs(int start, int end, Vocabulary vocabulary)
    {
        var listed = Listed.No;
        foreach (var hit in sentence.Hits)
        {
            if (hit.Start >= end || hit.End <= start)
            {
                continue;
            }

            foreach (var meaning in vocabulary.MeaningsOf(hit.Phrase))
            {
                listed = meaning switch
                {
                    NameMeaning { IsChip: false } => Listed.Company,
                    NameMeaning when listed != Listed.Company => Listed.Chip,
                    OutletMeaning or TermMeaning or TradeMeaning when listed == Listed.No => Listed.Other,
                    _ => listed,
                };
            }
        }

        return listed;
    }

    private bool CouldBelong(int word)
    {
        var text = At(word);
        return Words[word].Listed == Listed.No && text.Length > 1 && text.Length <= 24 && HasCapital(text) && !IsAdjective(text) && !Folding.IsCjk(text[0])
            && !ProposalWords.NoNames.Has(text) && !ProposalWords.Suffixes.Has(text) && !ProposalWords.PersonNouns.Has(text);
    }

    /// <summary>"Fenwick", "d-Matrix", "xAI"; not "e-mail".</summary>
    private static bool HasCapital(ReadOnlySpan<char> text) => char.IsUpper(text[0]) || (char.IsLower(text[0]) && text[1..].IndexOfAnyInRange('A', 'Z') >= 0);

    /// <summary>"Edge Medical", where "Edge" is a word of a list: the run alone is half a name.</summary>
    private bool IsPartOfMore(int first, int behind) =>
        (first > 0 && IsNextTo(first) && Words[first - 1].Listed == Listed.Other && char.IsUpper(At(first - 1)[0]) && first > 1
            && !ProposalWords.ChipNouns.Has(At(first - 1)) && !ProposalWords.TradeNouns.Has(At(first - 1)) && !ProposalWords.CompanyNouns.Has(At(first - 1)))
        || (behind < Words.Count && IsNextTo(behind) && Words[behind].Listed != Listed.No && char.IsUpper(At(behind)[0]) && !ProposalWords.ChipNouns.Has(At(behind)) && !ProposalWords.Behind.Has(At(behind)));

    /// <summary>"Nvidia-powered" says something of another thing.</summary>
    private static bool IsAdjective(ReadOnlySpan<char> text) => text.LastIndexOf('-') is > 1 and var at && at + 1 < text.Length && char.IsLower(text[at + 1]);

    private bool IsNextTo(int word) => Before(word) is " " or "\u00A0" && !IsGenitive(word - 1);

    private static bool IsInside(char c) => char.IsLetterOrDigit(c) || c is '&' or '+';

    private static bool IsJoint(char c) => c is '-' or '.' or '&';
}

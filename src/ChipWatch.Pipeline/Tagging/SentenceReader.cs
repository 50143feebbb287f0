using System.Collections.Frozen;

namespace ChipWatch.Pipeline.Tagging;

/// <summary>Parts a paragraph into sentences. Full stops of abbreviations, initials and numbers do not end one.</summary>
internal static class SentenceReader
{
    private static readonly FrozenSet<string> Abbreviations = new[]
    {
        "mr", "mrs", "ms", "dr", "prof", "st", "inc", "corp", "co", "ltd", "jr", "sr", "vs", "etc", "approx", "no", "nos", "fig", "al", "cf",
        "gen", "sen", "rep", "gov", "lt", "col", "dept", "est", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sept", "sep", "oct", "nov", "dec",
        "bzw", "ca", "z", "b", "usw", "nr", "mio", "mrd", "bspw", "ggf", "inkl", "evtl", "vgl", "sog", "u.a", "d.h", "z.b", "m", "mme", "env", "av", "p. ex",
        "sr", "sra", "dra", "aprox", "ee.uu", "núm", "pág", "bijv", "dhr", "mevr", "o.a", "d.w.z", "e.g", "i.e", "u.s", "u.k", "e.u", "a.m", "p.m",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> AbbreviationLookup = Abbreviations.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Start and length of each sentence in that part of the text, in order, without outer white space.</summary>
    public static void Split(string text, int start, int length, List<(int Start, int Length)> sentences)
    {
        var end = start + length;
        var from = start;
        for (var i = start; i < end; i++)
        {
            if (!Ends(text, i, start, end))
            {
                continue;
            }

            var to = i + 1;
            while (to < end && IsCloser(text[to]))
            {
                to++;
            }

            Add(text, from, to, sentences);
            from = to;
            i = to - 1;
        }

        Add(text, from, end, sentences);
    }

    private static bool Ends(string text, int at, int start, int end)
    {
        var c = text[at];
        if (c is '。' or '！' or '？' or '\n')
        {
            return true;
        }

        if (c is not ('.' or '!' or '?' or '…'))
        {
            return false;
        }

        var next = at + 1;
        while (next < end && IsCloser(text[next]))
        {
            next++;
        }

        if (next == end)
        {
            return true;
        }

        if (!char.IsWhiteSpace(text[next]))
        {
            return Folding.IsCjk(text[at > start ? at - 1 : at]) && Folding.IsCjk(text[next]);
        }

        if (c != '.')
        {
            return !(char.IsLower(NextLetter(text, next, end)) && c == '!');
        }

        return !char.IsLower(NextLetter(text, next, end)) && !IsAbbreviation(text, at, start);
    }

    private static char NextLetter(string text, int from, int end)
    {
        while (from < end && (char.IsWhiteSpace(text[from]) || text[from] is '"' or '“' or '„' or '«' or '(' or '\'' or '‘'))
        {
            from++;
        }

        return from < end ? text[from] : ' ';
    }

    private static bool IsAbbreviation(string text, int dot, int start)
    {
        var from = dot;
        while (from > start && (char.IsLetterOrDigit(text[from - 1]) || text[from - 1] == '.'))
        {
            from--;
        }

        var word = text.AsSpan(from, dot - from);
        if (word.Length == 0)
        {
            return false;
        }

        // "J. Huang", "C.C. Wei"; a German ordinal "3. Juni".
        return (word.Length == 1 && char.IsUpper(word[0]))
            || (word.Length == 3 && word[1] == '.' && char.IsUpper(word[2]) && !word.Equals("U.S", StringComparison.Ordinal))
            || (word.Length <= 2 && char.IsDigit(word[^1]) && !word.Contains('.') && StartsMonth(text, dot + 1))
            || AbbreviationLookup.Contains(word);
    }

    private static bool StartsMonth(string text, int at)
    {
        var rest = text.AsSpan(at).TrimStart();
        foreach (var month in (ReadOnlySpan<string>)["Jan", "Feb", "Mär", "Apr", "Mai", "Jun", "Jul", "Aug", "Sep", "Okt", "Nov", "Dez", "Quartal", "Halbjahr", "Jahrhundert", "Platz", "Generation"])
        {
            if (rest.StartsWith(month, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsCloser(char c) => c is '"' or '”' or '“' or '»' or ')' or '’' or '」' or '』' or '）' or ']';

    private static void Add(string text, int from, int to, List<(int, int)> sentences)
    {
        while (from < to && char.IsWhiteSpace(text[from]))
        {
            from++;
        }

        while (to > from && char.IsWhiteSpace(text[to - 1]))
        {
            to--;
        }

        if (to > from)
        {
            sentences.Add((from, to - from));
        }
    }
}

namespace ChipWatch.Pipeline.Tagging;

/// <summary>A phrase of the vocabulary, found in a text.</summary>
/// <param name="Phrase">Number of the phrase in the trie.</param>
/// <param name="Start">First code unit.</param>
/// <param name="Length">Length without a genitive or plural ending.</param>
internal readonly record struct PhraseHit(int Phrase, int Start, int Length)
{
    public int End => Start + Length;
}

/// <summary>
/// Finds every phrase of the vocabulary in one pass. A phrase begins where a word begins (between CJK characters: anywhere) and ends
/// where one ends, so a walk down the trie from each such place does what an automaton with failure links would, in less memory.
/// </summary>
internal sealed class PhraseTrie
{
    private const int ShortestWithEnding = 4;
    private const int ShortestAcronym = 3;

    private readonly ulong[] keys;
    private readonly int[] nexts;
    private readonly ulong mask;
    private readonly int[] phraseOf;
    private readonly bool[] open;

    private PhraseTrie(Builder builder)
    {
        var size = 16;
        while (size < builder.Edges.Count * 2)
        {
            size *= 2;
        }

        keys = new ulong[size];
        nexts = new int[size];
        mask = (ulong)size - 1;
        foreach (var ((node, c), next) in builder.Edges)
        {
            var key = Key(node, c);
            var slot = Slot(key);
            while (keys[slot] != 0)
            {
                slot = (slot + 1) & mask;
            }

            keys[slot] = key;
            nexts[slot] = next;
        }

        phraseOf = [.. builder.PhraseOf];
        open = [.. builder.Open];
    }

    /// <summary>Adds every phrase that stands in <paramref name="text"/> from <paramref name="start"/>, by start, then by length.</summary>
    public void Find(string text, int start, int length, List<PhraseHit> hits)
    {
        var end = start + length;
        for (var i = start; i < end; i++)
        {
            if (BeginsWord(text, i, start))
            {
                Walk(text, i, end, hits);
            }
        }
    }

    private static bool BeginsWord(string text, int at, int start) =>
        Folding.IsCjk(text[at]) || at == start || !Folding.IsWord(text[at - 1]);

    private void Walk(string text, int from, int end, List<PhraseHit> hits)
    {
        var node = 0;
        for (var i = from; i < end; i++)
        {
            node = Next(node, Folding.Fold(text[i]));
            if (node == 0)
            {
                return;
            }

            if (phraseOf[node] != 0 && EndsHere(text, from, i + 1, end, open[node]))
            {
                hits.Add(new(phraseOf[node] - 1, from, i + 1 - from));
            }
        }
    }

    private static bool EndsHere(string text, int from, int at, int end, bool anyEnding)
    {
        if (at == end || anyEnding || !Folding.IsWord(text[at]) || Folding.IsCjk(text[at - 1]))
        {
            return true;
        }

        // German and English genitive, and the plural: "Amazons", "LPUs", "H20s".
        return text[at] == 's' && (at + 1 == end || !Folding.IsWord(text[at + 1]))
            && ((at - from >= ShortestWithEnding && char.IsLetter(text[at - 1])) || (at - from >= ShortestAcronym && IsAcronym(text.AsSpan(from, at - from))));
    }

    private static bool IsAcronym(ReadOnlySpan<char> text) => text.IndexOfAnyExceptInRange('0', 'Z') < 0 && text.IndexOfAnyInRange('A', 'Z') >= 0;

    private int Next(int node, char c)
    {
        var key = Key(node, c);
        for (var slot = Slot(key); ; slot = (slot + 1) & mask)
        {
            if (keys[slot] == key)
            {
                return nexts[slot];
            }

            if (keys[slot] == 0)
            {
                return 0;
            }
        }
    }

    private static ulong Key(int node, char c) => ((ulong)(uint)node << 16 | c) + 1;

    private ulong Slot(ulong key) => (key * 0x9E3779B97F4A7C15UL >> 20) & mask;

    /// <summary>Collects phrases; each distinct spelling is one phrase.</summary>
    internal sealed class Builder
    {
        internal Dictionary<(int Node, char Char), int> Edges { get; } = [];

        internal List<int> PhraseOf { get; } = [0];

        internal List<bool> Open { get; } = [false];

        /// <summary>How many distinct phrases there are.</summary>
        public int Count { get; private set; }

        /// <summary>Adds a phrase; one that ends in '*' takes any ending of its last word.</summary>
        /// <returns>Its number; that of the earlier one where it is there already.</returns>
        public int Add(string phrase)
        {
            var anyEnding = phrase.EndsWith('*');
            var text = anyEnding ? phrase.AsSpan(0, phrase.Length - 1) : phrase;
            var node = 0;
            foreach (var raw in text)
            {
                var c = Folding.Fold(raw);
                if (!Edges.TryGetValue((node, c), out var next))
                {
                    next = PhraseOf.Count;
                    PhraseOf.Add(0);
                    Open.Add(false);
                    Edges.Add((node, c), next);
                }

                node = next;
            }

            Open[node] |= anyEnding;
            if (PhraseOf[node] == 0)
            {
                PhraseOf[node] = ++Count;
            }

            return PhraseOf[node] - 1;
        }

        public PhraseTrie Build() => new(this);
    }
}

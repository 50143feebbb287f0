using ChipWatch.Pipeline.Tagging;
using ChipWatch.Pipeline.Text;

namespace ChipWatch.Pipeline.Revisions;

/// <summary>Finds sentences that came or went. A sentence that only changed words, or moved, is neither.</summary>
internal static class PassageChanges
{
    private const double SameSentence = 0.5;
    private const double Contained = 0.8;
    private const int FewestWords = 6;
    private const int MostCompared = 400;
    private const int LongestQuote = 240;

    /// <summary>The note of correction, the passages that went and those that came: each at most once, with their first sentence.</summary>
    public static IEnumerable<RevisionChange> Between(EssentialText old, EssentialText now, string language)
    {
        var (before, after) = (SentencesOf(old), SentencesOf(now));
        var gone = Missing(before, after);
        var come = Missing(after, before);
        if (come.Find(sentence => CorrectionPhrases.Are(sentence.Text)) is { } note)
        {
            yield return new(RevisionMeaning.CorrectionAdded, null, Short(now.AsWritten(note.Text)));
        }

        if (gone.Find(IsPassage) is { } lost)
        {
            yield return new(RevisionMeaning.PassageRemoved, Short(old.AsWritten(lost.Text)), null);
        }

        // The note tells of itself; what else came is told apart.
        if (come.Find(sentence => IsPassage(sentence) && !CorrectionPhrases.Are(sentence.Text) && !sentence.FollowsNote) is { } won)
        {
            yield return new(RevisionMeaning.PassageAdded, null, Short(now.AsWritten(won.Text)));
        }
    }

    private static List<Passage> SentencesOf(EssentialText text)
    {
        var sentences = new List<Passage>();
        var places = new List<(int Start, int Length)>();
        foreach (var paragraph in text.Paragraphs)
        {
            places.Clear();
            SentenceReader.Split(paragraph, 0, paragraph.Length, places);
            var isNote = false;
            foreach (var (start, length) in places)
            {
                var words = paragraph.Substring(start, length);
                sentences.Add(new(words, WordsOf(words), isNote));
                isNote |= CorrectionPhrases.Are(words);
            }
        }

        return sentences;
    }

    private static List<Passage> Missing(List<Passage> sentences, List<Passage> others)
    {
        var known = others.Select(other => other.Text).ToHashSet(StringComparer.Ordinal);
        var unmatched = others.Where(other => !sentences.Exists(one => one.Text == other.Text)).Take(MostCompared).ToList();
        return [.. sentences.Where(one => !known.Contains(one.Text)).Take(MostCompared).Where(one => !unmatched.Exists(other => IsChangedFrom(one, other)))];
    }

    private static bool IsChangedFrom(Passage one, Passage other)
    {
        if (one.Words.Count == 0 || other.Words.Count == 0)
        {
            return true;
        }

        var shared = one.Words.Count(other.Words.Contains);
        // A sentence that was split in two, or joined with its neighbour, is still there.
        return shared >= SameSentence * Math.Max(one.Words.Count, other.Words.Count)
            || (shared >= Contained * one.Words.Count && one.Words.Count >= FewestWords / 2);
    }

    private static bool IsPassage(Passage sentence) => sentence.Words.Count >= FewestWords;

    private static HashSet<string> WordsOf(string sentence) =>
        [.. WordDiff.Tokens(sentence).Select(token => token.Text.ToLowerInvariant()).Where(word => char.IsLetterOrDigit(word[0]))];

    private static string Short(string sentence)
    {
        if (sentence.Length <= LongestQuote)
        {
            return sentence;
        }

        var cut = sentence.LastIndexOf(' ', LongestQuote - 1);
        return sentence[..(cut > LongestQuote / 2 ? cut : LongestQuote - 1)] + "…";
    }

    private sealed record Passage(string Text, HashSet<string> Words, bool FollowsNote);
}

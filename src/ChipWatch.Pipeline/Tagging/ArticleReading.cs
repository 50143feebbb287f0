using ChipWatch.Pipeline.Extraction;
using ChipWatch.Pipeline.Text;

namespace ChipWatch.Pipeline.Tagging;

/// <summary>An article after the one pass: its sentences, and every phrase of the vocabulary in them.</summary>
internal sealed class ArticleReading
{
    private readonly HashSet<(int Section, int Phrase)> present = [];

    private ArticleReading(ArticleText article)
    {
        Article = article;
        Language = LanguageGuess.Of(article);
    }

    public ArticleText Article { get; }

    /// <summary>Two letters; "" where unknown.</summary>
    public string Language { get; }

    /// <summary>All sentences, the headline's first.</summary>
    public List<Sentence> Sentences { get; } = [];

    /// <summary>Sentences that may prove something, without headings, questions' answers included.</summary>
    public List<Sentence> Proving { get; } = [];

    /// <summary>Index of the first sentence of fact in the body; -1 without one.</summary>
    public int Lead { get; private set; } = -1;

    /// <summary>Reads an article.</summary>
    public static ArticleReading Of(ArticleText article, PhraseTrie phrases)
    {
        var reading = new ArticleReading(article);
        var hits = new List<PhraseHit>(64);
        var pieces = new List<(int Start, int Length)>(8);
        reading.Add(phrases, TextField.Title, article.Title, 0, article.Title.Length, 0, BlockRole.Fact, hits, pieces);
        for (var i = 0; i < article.Blocks.Count; i++)
        {
            var block = article.Blocks[i];
            reading.Add(phrases, TextField.Text, article.Text, block.Start, block.Length, i + 1, block.Role, hits, pieces);
        }

        return reading;
    }

    /// <summary>Whether a phrase of the set stands in that section or in the headline.</summary>
    public bool Has(int section, IReadOnlySet<int> phrases)
    {
        foreach (var phrase in phrases)
        {
            if (present.Contains((section, phrase)) || present.Contains((0, phrase)))
            {
                return true;
            }
        }

        return false;
    }

    private void Add(
        PhraseTrie phrases, TextField field, string source, int start, int length, int section, BlockRole role,
        List<PhraseHit> hits, List<(int Start, int Length)> pieces)
    {
        pieces.Clear();
        if (field == TextField.Title)
        {
            // A headline is one statement, however many full stops it has.
            pieces.Add((start, length));
        }
        else
        {
            SentenceReader.Split(source, start, length, pieces);
        }

        foreach (var (from, size) in pieces)
        {
            if (size == 0)
            {
                continue;
            }

            hits.Clear();
            phrases.Find(source, from, size, hits);
            foreach (var hit in hits)
            {
                present.Add((section, hit.Phrase));
            }

            var sentence = new Sentence(field, source, from, size, section, role, Sentences.Count) { Hits = [.. hits] };
            Sentences.Add(sentence);
            if (Lead < 0 && field == TextField.Text && role == BlockRole.Fact)
            {
                Lead = sentence.Index;
            }

            if (sentence.Proves)
            {
                Proving.Add(sentence);
            }
        }
    }
}

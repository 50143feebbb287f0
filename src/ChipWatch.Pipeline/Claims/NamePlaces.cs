using ChipWatch.Pipeline.Catalogue;
using ChipWatch.Pipeline.Tagging;
using ChipWatch.Pipeline.Text;

namespace ChipWatch.Pipeline.Claims;

/// <summary>Finds where in its sentences a company or chip is named: the evidence of a tag is the whole sentence, and who stands before a number decides whose it is.</summary>
/// <param name="catalogue">Their names.</param>
public sealed class NamePlaces(NewsCatalogue catalogue)
{
    private readonly Dictionary<string, IReadOnlyList<NameRule>> known = new(StringComparer.Ordinal);

    /// <summary>Every place in the sentences; the beginning of one in which no name of the catalogue stands, but something that stands for it.</summary>
    /// <param name="kind">Company or chip.</param>
    /// <param name="id">Which.</param>
    /// <param name="sentences">The evidence of its tag.</param>
    public IEnumerable<TextSpan> Of(EntryKind kind, string id, IEnumerable<TextSpan> sentences)
    {
        var names = NamesOf(kind, id);
        foreach (var sentence in sentences)
        {
            var isNamed = false;
            foreach (var name in names)
            {
                for (var at = Find(sentence.Quote, name, 0); at >= 0; at = Find(sentence.Quote, name, at + 1))
                {
                    isNamed = true;
                    var length = Written(name).Length;
                    yield return new TextSpan(sentence.Field, sentence.Start + at, length, sentence.Quote.Substring(at, length));
                }
            }

            if (!isNamed)
            {
                yield return sentence with { Length = 0, Quote = "" };
            }
        }
    }

    private IReadOnlyList<NameRule> NamesOf(EntryKind kind, string id)
    {
        var key = $"{kind} {id}";
        if (!known.TryGetValue(key, out var names))
        {
            known[key] = names = [.. (catalogue.Find(kind, id)?.Names ?? []).Where(name => Written(name).Length > 1)];
        }

        return names;
    }

    private static string Written(NameRule name) => name.Text.TrimEnd('*');

    private static int Find(string sentence, NameRule name, int from)
    {
        var written = Written(name);
        while (from < sentence.Length && sentence.IndexOf(written, from, name.CaseSensitive ? StringComparison.Ordinal : StringComparison.OrdinalIgnoreCase) is var at && at >= 0)
        {
            var end = at + written.Length;
            if (IsEdge(sentence, at - 1, written[0]) && (name.Text.EndsWith('*') || IsEdge(sentence, end, written[^1])))
            {
                return at;
            }

            from = at + 1;
        }

        return -1;
    }

    /// <summary>Whether a word ends between a name's letter and its neighbour.</summary>
    private static bool IsEdge(string sentence, int neighbour, char letter) =>
        neighbour < 0 || neighbour >= sentence.Length || !char.IsLetterOrDigit(sentence[neighbour]) || Folding.IsCjk(sentence[neighbour]) || Folding.IsCjk(letter);
}

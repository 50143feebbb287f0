using System.Collections.Frozen;

namespace ChipWatch.Pipeline.Tagging;

/// <summary>Words that stand beside numbers and are no unit, in the five languages written with spaces.</summary>
internal static class WordsBesideNumbers
{
    /// <summary>Words that are counted by no number: articles, prepositions, verbs.</summary>
    public static FrozenSet<string> Stops { get; } = new[]
    {
        "a", "an", "the", "of", "in", "on", "at", "by", "to", "for", "from", "with", "and", "or", "as", "is", "are", "was", "were", "has", "have", "had", "will", "would", "could", "may", "per", "than", "that", "which", "who", "its", "their", "his", "before", "after", "this", "last", "next", "into", "over", "under", "but", "while", "when", "if", "not", "no", "up", "down", "out", "off", "each", "it", "they", "he", "she", "against", "through", "during", "between", "so", "more", "less", "higher", "lower",
        "der", "die", "das", "den", "dem", "des", "und", "oder", "in", "im", "am", "an", "auf", "für", "von", "mit", "zu", "bis", "als", "ist", "sind", "war", "wird", "werden", "hat", "haben", "soll", "sollen", "nach", "vor", "aus", "bei", "über", "ab", "pro", "je",
        "le", "la", "les", "du", "de", "des", "et", "ou", "en", "à", "au", "aux", "pour", "par", "sur", "avec", "dans", "est", "sont", "a", "ont", "d", "l", "que", "qui", "contre", "où", "dont", "donde", "waar", "wo",
        "el", "los", "las", "del", "y", "o", "a", "al", "para", "por", "con", "sobre", "es", "son", "ha", "han", "que", "se", "en",
        "het", "een", "van", "en", "of", "op", "te", "met", "voor", "aan", "is", "zijn", "wordt", "worden", "heeft", "naar", "tot", "bij", "om", "per", "uit",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>Months, full and short: "3 June" counts nothing.</summary>
    public static IReadOnlyList<string> Months { get; } =
    [
        "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec",
        "januar", "februar", "märz", "mai", "juni", "juli", "oktober", "dezember", "janvier", "février", "mars", "avril", "juin", "juillet", "août", "septembre", "octobre", "novembre", "décembre",
        "enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre", "octubre", "noviembre", "diciembre", "januari", "februari", "maart", "mei", "augustus",
    ];
}

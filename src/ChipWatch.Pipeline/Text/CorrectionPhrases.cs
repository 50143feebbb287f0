namespace ChipWatch.Pipeline.Text;

/// <summary>How outlets say that they were wrong. Folded as headlines are: small letters, straight apostrophes.</summary>
internal static class CorrectionPhrases
{
    private static readonly string[] Openers =
    [
        "correction:", "correction -", "correction (", "corrected:", "corrects", "(corrects", "clarification:", "clarification -", "clarifies", "erratum", "editor's note:", "editors' note:", "editor's note -", "retraction:", "this story has been corrected", "this article has been corrected",
        "korrektur:", "korrektur -", "korrigiert:", "berichtigung", "richtigstellung", "anmerkung der redaktion", "anm. d. red", "hinweis der redaktion", "transparenzhinweis",
        "correctif", "rectificatif", "rectification", "correction :", "précision :", "précision:", "note de la rédaction", "erratum",
        "corrección:", "corrección -", "rectificación", "fe de erratas", "fe de errores", "aclaración:", "nota de la redacción", "nota del editor",
        "correctie:", "correctie -", "rectificatie", "verbetering:", "noot van de redactie", "aanvulling en correctie", "herstel:",
        "correzione:", "rettifica", "errata corrige", "correção:", "errata:", "訂正", "更正", "勘误", "정정", "바로잡습니다",
    ];

    private static readonly string[] Inside =
    [
        "an earlier version of this", "a previous version of this", "earlier versions of this", "an earlier version incorrectly", "this story has been corrected", "this article has been corrected", "this post has been corrected", "has been corrected to", "has been amended to", "was updated to correct", "has been updated to correct",
        "has been updated to clarify", "we regret the error", "we apologise for the error", "incorrectly stated", "misstated",
        "in einer früheren version", "in einer früheren fassung", "in einer vorherigen version", "wir haben das korrigiert", "wir haben den fehler korrigiert", "haben die stelle korrigiert", "bitten den fehler zu entschuldigen", "hieß es fälschlich", "irrtümlich",
        "une version précédente de cet article", "une première version de cet article", "une version antérieure de cet article", "a été corrigé", "cet article a été modifié pour",
        "una versión anterior de este", "una primera versión de este", "ha sido corregido", "ha sido corregida", "se ha corregido", "por error",
        "in een eerdere versie van dit", "een eerdere versie van dit", "dit artikel is gecorrigeerd", "is aangepast omdat", "stond ten onrechte", "stond abusievelijk",
        "una versione precedente di questo", "uma versão anterior deste", "foi corrigido",
    ];

    /// <summary>Openers that also stand before notes of other kinds: on a series, a sponsor, a translation.</summary>
    private static readonly string[] Labels =
    [
        "editor's note", "editors' note", "author's note", "note:", "anmerkung", "anm. d. red", "hinweis", "transparenzhinweis", "note de la", "note :", "nota de", "nota del", "nota:", "noot van", "noot:", "nota della",
    ];

    /// <summary>What tells under such a label that something was wrong.</summary>
    private static readonly string[] Amends =
    [
        "correct", "clarif", "earlier version", "previous version", "original version", "misstate", "mistake", "wrong", "an error", "the error", "retract", "amended",
        "korrig", "korrektur", "berichtig", "richtiggestellt", "fehler", "falsch", "früheren version", "früheren fassung", "corrig", "rectifi", "erreur", "version précédente", "version antérieure",
        "correg", "rectific", "un error", "versión anterior", "corrett", "errore", "gecorrigeerd", "verbeterd", "een fout", "eerdere versie",
    ];

    /// <summary>Whether a line tells readers of a correction: what it says is news of the article, however much it is set like a notice of the house.</summary>
    /// <param name="line">In any spelling.</param>
    public static bool AreTold(string line)
    {
        var small = line.ToLowerInvariant().Replace('’', '\'').TrimStart('*', '[', '(', ' ', '•', '-', '_');
        return Array.Exists(Labels, label => small.StartsWith(label, StringComparison.Ordinal))
            ? Array.Exists(Amends, word => small.Contains(word, StringComparison.Ordinal))
            : Are(small);
    }

    /// <summary>Whether a sentence is a note of correction.</summary>
    /// <param name="sentence">With the spelling of straight apostrophes.</param>
    public static bool Are(string sentence)
    {
        var small = sentence.ToLowerInvariant().TrimStart('*', '[', ' ', '•', '-', '_');
        return Openers.Any(opener => small.StartsWith(opener, StringComparison.Ordinal)) || Inside.Any(words => small.Contains(words, StringComparison.Ordinal));
    }
}

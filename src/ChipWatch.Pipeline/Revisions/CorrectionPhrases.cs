namespace ChipWatch.Pipeline.Revisions;

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

    /// <summary>Whether a sentence is a note of correction.</summary>
    /// <param name="sentence">With the spelling of <see cref="EssentialText.Even"/>.</param>
    public static bool Are(string sentence)
    {
        var small = sentence.ToLowerInvariant().TrimStart('*', '[', ' ', '•', '-', '_');
        return Openers.Any(opener => small.StartsWith(opener, StringComparison.Ordinal)) || Inside.Any(words => small.Contains(words, StringComparison.Ordinal));
    }
}

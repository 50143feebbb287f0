namespace ChipWatch.Pipeline.Tagging;

/// <summary>Words that open an invented example inside a paragraph of facts; what follows in the paragraph belongs to it.</summary>
internal static class Suppositions
{
    private static readonly string[] Openings =
    [
        "suppose ", "imagine ", "let us assume", "let's assume", "assume that", "assuming a ", "say a ", "say an ", "picture a ", "fictional ", "fictitious", "made-up ", "an assumed ", "take a rack", "take a hospital", "hypothetical",
        "angenommen", "nehmen wir an", "man stelle sich", "stellen wir uns", "stell dir", "gedankenspiel", "rechenbeispiel", "beispielrechnung", "fiktive", "erfundene", "gedachte",
        "supposons", "imaginons", "imaginez", "admettons", "prenons l'exemple", "prenons l’exemple", "fictif", "fictive", "hypothétique",
        "supongamos", "imagina ", "imaginemos", "imagine que", "pongamos", "ficticio", "ficticia", "hipotético", "hipotética",
        "stel:", "stel dat", "stel je", "stel u", "stel een", "neem een ", "denkbeeldig", "fictief", "fictieve", "rekenvoorbeeld",
        "假设", "假設", "假如", "设想", "設想", "舉例來說", "举例来说", "虚构", "虛構", "某公司", "甲公司", "打个比方",
        "仮に", "架空", "と仮定", "例えば、ある", "例えばある", "想像して",
        "가령", "가정하", "예를 들어", "가상의", "라고 치자", "상상해",
    ];

    /// <summary>Whether the sentence opens one.</summary>
    public static bool Open(Sentence sentence)
    {
        foreach (var opening in Openings)
        {
            if (sentence.Text.Contains(opening, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }
}

using System.Collections.Frozen;

namespace ChipWatch.Components;

/// <summary>English names of languages. A table of our own: the host may run without culture data.</summary>
public static class Languages
{
    private static readonly FrozenDictionary<string, string> Names = new Dictionary<string, string>
    {
        ["ar"] = "Arabic", ["cs"] = "Czech", ["da"] = "Danish", ["de"] = "German", ["en"] = "English", ["es"] = "Spanish", ["fi"] = "Finnish",
        ["fr"] = "French", ["he"] = "Hebrew", ["hi"] = "Hindi", ["it"] = "Italian", ["ja"] = "Japanese", ["ko"] = "Korean", ["nb"] = "Norwegian",
        ["nl"] = "Dutch", ["no"] = "Norwegian", ["pl"] = "Polish", ["pt"] = "Portuguese", ["ru"] = "Russian", ["sv"] = "Swedish", ["tr"] = "Turkish",
        ["uk"] = "Ukrainian", ["vi"] = "Vietnamese", ["zh"] = "Chinese",
    }.ToFrozenDictionary();

    /// <summary>"German" for "de" and "de-AT"; the code itself where the name is not known.</summary>
    public static string Name(string code) => Names.GetValueOrDefault(code.Split('-')[0].ToLowerInvariant(), code);

    /// <summary>The language to mark a text with: null where it is the page's own.</summary>
    public static string? Foreign(string? code) => code is null || code.Split('-')[0].Equals("en", StringComparison.OrdinalIgnoreCase) ? null : code;
}

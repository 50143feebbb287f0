namespace ChipWatch.Pipeline.Tagging.Attribution;

/// <summary>Where the outlet stands that a phrase credits.</summary>
internal enum CreditPlace
{
    /// <summary>Behind the phrase: "according to …".</summary>
    Behind,

    /// <summary>In front of it: "… reports".</summary>
    InFront,

    /// <summary>Behind it, and it carried what the outlet before it told: "picked up by …".</summary>
    Carrier,
}

/// <summary>
/// Phrases of credit: one file a language. A line is a place and phrases parted by '|'; one that begins with '!' also makes an outlet of a
/// capitalised name that no list holds.
/// </summary>
internal static class CreditPhrases
{
    /// <summary>Languages with such phrases.</summary>
    public static IReadOnlyList<string> Languages { get; } = ["en", "de", "fr", "es", "nl", "zh", "ja", "ko"];

    /// <summary>Adds the phrases of every language.</summary>
    public static void AddTo(VocabularyBuilder builder)
    {
        foreach (var language in Languages)
        {
            var name = $"credit-phrases.{language}.txt";
            using var stream = typeof(CreditPhrases).Assembly.GetManifestResourceStream(name)
                ?? throw new InvalidOperationException($"The program was built without {name}.");
            using var lines = new StreamReader(stream);
            while (lines.ReadLine() is { } line)
            {
                var colon = line.IndexOf(':', StringComparison.Ordinal);
                if (colon < 0)
                {
                    continue;
                }

                var place = Enum.Parse<CreditPlace>(line.AsSpan(0, colon));
                foreach (var phrase in line[(colon + 1)..].Split('|', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
                {
                    builder.Add(phrase.TrimStart('!'), new CreditMeaning(place, phrase[0] == '!', language));
                }
            }
        }
    }
}

namespace ChipWatch.Pipeline.Tagging.Events;

/// <summary>
/// The phrases of the event rules: one file a language, the same cues in each. A line is a cue and phrases parted by '|'; '*' stands for
/// any ending of the last word; a cue with '~' holds phrases that are often something else. A phrase counts only in articles of its language.
/// </summary>
internal static class EventCues
{
    private const double Weak = 0.4;

    /// <summary>Languages with rules.</summary>
    public static IReadOnlySet<string> Languages { get; } = new HashSet<string>(["en", "de", "fr", "es", "nl", "zh", "ja", "ko"], StringComparer.Ordinal);

    /// <summary>Adds the phrases of every language.</summary>
    public static void AddTo(VocabularyBuilder builder)
    {
        foreach (var language in Languages)
        {
            foreach (var (cue, weight, phrase) in Read(language))
            {
                builder.Add(phrase, new CueMeaning(cue, weight, language));
            }
        }
    }

    /// <summary>The phrases of one language with their cues.</summary>
    internal static IEnumerable<(Cue Cue, double Weight, string Phrase)> Read(string language)
    {
        var name = $"event-cues.{language}.txt";
        using var stream = typeof(EventCues).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The program was built without {name}.");
        using var lines = new StreamReader(stream);
        while (lines.ReadLine() is { } line)
        {
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            if (colon < 0 || line[0] == '#')
            {
                continue;
            }

            var isWeak = line[colon - 1] == '~';
            var cue = Enum.Parse<Cue>(line.AsSpan(0, isWeak ? colon - 1 : colon));
            foreach (var phrase in line[(colon + 1)..].Split('|', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            {
                yield return (cue, isWeak ? Weak : 1, phrase);
            }
        }
    }
}

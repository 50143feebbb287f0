using System.Globalization;

namespace ChipWatch.Pipeline.Tagging.Events;

/// <summary>
/// The phrases of the event rules, by language. A line is a cue, its weight, and phrases parted by '|'; '*' stands for any ending of
/// the last word. A phrase counts only in articles of its language.
/// </summary>
internal static partial class EventPhrases
{
    /// <summary>Languages with rules.</summary>
    public static IReadOnlySet<string> Languages { get; } = new HashSet<string>(["en", "de", "fr", "es", "nl", "zh", "ja", "ko"], StringComparer.Ordinal);

    /// <summary>Adds all of them.</summary>
    public static void AddTo(VocabularyBuilder builder)
    {
        Add(builder, "en", English);
        Add(builder, "de", German);
        Add(builder, "fr", French);
        Add(builder, "es", Spanish);
        Add(builder, "nl", Dutch);
        Add(builder, "zh", Chinese);
        Add(builder, "ja", Japanese);
        Add(builder, "ko", Korean);
    }

    private static void Add(VocabularyBuilder builder, string language, string lines)
    {
        foreach (var line in lines.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            var head = line[..colon].Split(' ');
            var cue = Enum.Parse<Cue>(head[0]);
            var weight = double.Parse(head[1], CultureInfo.InvariantCulture);
            foreach (var phrase in line[(colon + 1)..].Split('|', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            {
                builder.Add(phrase, new CueMeaning(cue, weight, language));
            }
        }
    }
}

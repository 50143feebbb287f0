namespace ChipWatch.Commands;

/// <summary>Parts settings (--ChipWatch:Key=value, --ChipWatch:Key value) from the words of a verb, so that every verb takes them.</summary>
internal static class SettingArguments
{
    private static readonly string[] Prefixes = ["--ChipWatch:", "--Serilog:"];

    /// <summary>The settings, each as one "--key=value", and the rest in order.</summary>
    public static (IReadOnlyList<string> Settings, IReadOnlyList<string> Words) Split(IReadOnlyList<string> args)
    {
        var settings = new List<string>();
        var words = new List<string>();
        for (var i = 0; i < args.Count; i++)
        {
            if (!Array.Exists(Prefixes, prefix => args[i].StartsWith(prefix, StringComparison.OrdinalIgnoreCase)))
            {
                words.Add(args[i]);
            }
            else if (args[i].Contains('=', StringComparison.Ordinal) || i + 1 == args.Count)
            {
                settings.Add(args[i]);
            }
            else
            {
                settings.Add($"{args[i]}={args[++i]}");
            }
        }

        return (settings, words);
    }
}

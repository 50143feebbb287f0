using System.Collections.Frozen;

namespace ChipWatch.Pipeline.Extraction;

/// <summary>A list that comes with the program: sections in brackets, below each one phrase a line; lines of the head that begin with `# ` say what it is.</summary>
internal static class PhraseFile
{
    /// <summary>The phrases of each section, in the order of the file.</summary>
    public static FrozenDictionary<string, IReadOnlyList<string>> Read(string name)
    {
        using var stream = typeof(PhraseFile).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The program was built without {name}.");
        using var file = new StreamReader(stream);
        var sections = new Dictionary<string, List<string>>(StringComparer.Ordinal);
        List<string>? current = null;
        while (file.ReadLine() is { } line)
        {
            if (line.StartsWith('['))
            {
                sections[line.Trim('[', ']')] = current = [];
            }
            else if (line.Length > 0)
            {
                current?.Add(line);
            }
        }

        return sections.ToFrozenDictionary(section => section.Key, section => (IReadOnlyList<string>)section.Value, StringComparer.Ordinal);
    }
}

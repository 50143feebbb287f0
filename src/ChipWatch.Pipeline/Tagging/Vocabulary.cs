using ChipWatch.Pipeline.Catalogue;

namespace ChipWatch.Pipeline.Tagging;

/// <summary>The names of the catalogue, prepared for one pass over a text. Built once, then frozen.</summary>
public sealed class Vocabulary
{
    private Vocabulary()
    {
    }

    /// <summary>Prepares a catalogue.</summary>
    public static Vocabulary Of(NewsCatalogue catalogue) => new();
}

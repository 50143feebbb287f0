using System.Globalization;
using ChipWatch.Pipeline.Catalogue;

namespace ChipWatch.Pipeline.Tagging;

/// <summary>Which chip is which generation of which family, for "the third-generation Trainium".</summary>
internal sealed class ChipFamilies
{
    private readonly Dictionary<(string Company, string Family, int Generation), int> generations = [];
    private readonly IReadOnlyList<Chip> chips;
    private readonly string?[] shared;

    public ChipFamilies(IReadOnlyList<Chip> chips)
    {
        this.chips = chips;
        var sizes = chips.CountBy(chip => (chip.Company, chip.Family)).ToDictionary();
        shared = [.. chips.Select(chip => chip.Family is { } family && sizes[(chip.Company, chip.Family)] > 1 ? $"{chip.Company} {family}" : null)];
        for (var i = 0; i < chips.Count; i++)
        {
            if (chips[i].Family is { } family && int.TryParse(chips[i].Generation, NumberStyles.None, CultureInfo.InvariantCulture, out var generation))
            {
                // Of several parts of one generation the one named plainly comes first ("TPU 8" before "TPU 8i"): it has the shortest id.
                var key = (chips[i].Company, family, generation);
                if (!generations.TryGetValue(key, out var known) || chips[i].Id.Length < chips[known].Id.Length)
                {
                    generations[key] = i;
                }
            }
        }
    }

    /// <summary>Whether the chip stands for a whole family, so that a generation named beside it says which part is meant.</summary>
    public bool IsFamily(int chip) => chips[chip] is { Family: not null, Generation: null };

    /// <summary>The family of a chip by its maker and name ("google TPU"); null where the chip has none, or is all of it.</summary>
    public string? SharedBy(int chip) => shared[chip];

    /// <summary>The chip of that generation in the family of <paramref name="chip"/>; null where the catalogue has none.</summary>
    public int? Generation(int chip, int generation) =>
        chips[chip].Family is { } family && generations.TryGetValue((chips[chip].Company, family, generation), out var found) ? found : null;
}

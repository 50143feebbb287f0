namespace ChipWatch.Pipeline.Clustering;

/// <summary>What an article puts in front: companies and chips of the headline, and the main company that it names most.</summary>
internal sealed class StoryFront
{
    /// <summary>The weight of a chip in a headline; companies have their own.</summary>
    private const int OfChip = 8;

    /// <summary>How near a family and its generation are.</summary>
    private const double Family = 0.6;

    /// <summary>What an article puts in front; ask <see cref="StorySignature.Front"/>, which keeps it.</summary>
    public StoryFront(StorySignature signature)
    {
        var inTitle = signature.Mentions.Where(mention => mention.InTitle).Select(mention => mention.Id).ToHashSet(StringComparer.Ordinal);
        Companies = [.. signature.Companies.Where(inTitle.Contains)];
        Chips = [.. signature.Chips.Where(inTitle.Contains)];
        var counts = signature.Mentions.ToDictionary(mention => mention.Id, mention => mention.Count, StringComparer.Ordinal);
        Main = signature.Primary.OrderByDescending(id => counts.GetValueOrDefault(id)).ThenByDescending(id => id, StringComparer.Ordinal).FirstOrDefault();
        All = Companies.Sum(WordWeights.OfCompany) + (Chips.Count * OfChip);
    }

    /// <summary>Companies of the headline.</summary>
    public IReadOnlyList<string> Companies { get; }

    /// <summary>Chips of the headline.</summary>
    public IReadOnlyList<string> Chips { get; }

    /// <summary>The main company that is named most; null where there is none.</summary>
    public string? Main { get; }

    /// <summary>The weight of all companies and chips of the headline.</summary>
    public int All { get; }

    /// <summary>The weight of those that any of the other articles names.</summary>
    public int ToldBy(IReadOnlyList<StorySignature> others)
    {
        var told = 0;
        foreach (var company in Companies)
        {
            told += others.Any(other => other.Companies.Contains(company)) ? WordWeights.OfCompany(company) : 0;
        }

        foreach (var chip in Chips)
        {
            told += others.Any(other => other.Chips.Any(peer => Likeness(chip, peer) > 0)) ? OfChip : 0;
        }

        return told;
    }

    /// <summary>1 where both headlines have a chip in common, less for a family and its generation, 0 for none.</summary>
    public double SharedChip(StoryFront other) => Chips.Count == 0 ? 0 : Chips.Max(chip => other.Chips.Select(peer => Likeness(chip, peer)).DefaultIfEmpty(0).Max());

    private static double Likeness(string chip, string peer) =>
        chip == peer ? 1 : chip.StartsWith(peer, StringComparison.Ordinal) || peer.StartsWith(chip, StringComparison.Ordinal) ? Family : 0;
}

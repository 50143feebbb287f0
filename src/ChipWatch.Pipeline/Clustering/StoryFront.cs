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
        Companies = InTitle(signature, signature.Companies);
        Chips = InTitle(signature, signature.Chips);
        var most = -1;
        foreach (var id in signature.Primary)
        {
            // Of those named equally often the last by id
            var count = MentionOf(signature, id)?.Count ?? 0;
            (Main, most) = count > most || (count == most && string.CompareOrdinal(id, Main) > 0) ? (id, count) : (Main, most);
        }

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

    private static string[] InTitle(StorySignature signature, IReadOnlyList<string> ids) => [.. ids.Where(id => MentionOf(signature, id) is { InTitle: true })];

    private static StoryMention? MentionOf(StorySignature signature, string id)
    {
        foreach (var mention in signature.Mentions)
        {
            if (mention.Id == id)
            {
                return mention;
            }
        }

        return null;
    }

    private static double Likeness(string chip, string peer) =>
        chip == peer ? 1 : chip.StartsWith(peer, StringComparison.Ordinal) || peer.StartsWith(chip, StringComparison.Ordinal) ? Family : 0;
}

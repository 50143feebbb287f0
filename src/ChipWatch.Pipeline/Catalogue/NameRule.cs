namespace ChipWatch.Pipeline.Catalogue;

/// <summary>One way in which texts name an entry, in the one shape that aliases, terms and names of outlets share. The rules stand in seeds/README.md.</summary>
/// <param name="Text">The name as written; a term of a topic may end in '*'.</param>
public sealed record NameRule(string Text)
{
    /// <summary>Count it only beside a word of <see cref="Context"/>.</summary>
    public bool NeedsContext { get; init; }

    /// <summary>Words that make an ambiguous name sure.</summary>
    public IReadOnlyList<string> Context { get; init; } = [];

    /// <summary>Phrases that block it.</summary>
    public IReadOnlyList<string> NotWhen { get; init; } = [];

    /// <summary>Match the spelling as written.</summary>
    public bool CaseSensitive { get; init; }

    /// <summary>How much a term speaks for its topic, or below zero against it; null for names.</summary>
    public double? Weight { get; init; }

    /// <summary>First article month in which it counts.</summary>
    public string? From { get; init; }

    /// <summary>Last article month in which it counts.</summary>
    public string? Until { get; init; }

    /// <summary>The language in which a term counts; null for every one. It comes with the term, no form changes it.</summary>
    public string? Language { get; init; }

    /// <summary>Same text and rules, words in the same order.</summary>
    public bool Equals(NameRule? other) => other is not null
        && Text == other.Text && NeedsContext == other.NeedsContext && CaseSensitive == other.CaseSensitive && Weight == other.Weight
        && From == other.From && Until == other.Until && Context.SequenceEqual(other.Context) && NotWhen.SequenceEqual(other.NotWhen);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Text, NeedsContext, CaseSensitive, Weight);
}

namespace ChipWatch.Pipeline.Revisions;

/// <summary>What a revision means. Several may hold of one; their order is the order in which they are told.</summary>
public enum RevisionMeaning
{
    /// <summary>The headline became less sure: "will" is now "may".</summary>
    Softened,

    /// <summary>The headline became surer: "considers" is now "plans to".</summary>
    Hardened,

    /// <summary>The headline now says the opposite: "will" is now "will not".</summary>
    Reversed,

    /// <summary>The article now bears another event status.</summary>
    StatusMoved,

    /// <summary>A number is another one.</summary>
    NumberChanged,

    /// <summary>A note of correction was added.</summary>
    CorrectionAdded,

    /// <summary>A sentence or more went.</summary>
    PassageRemoved,

    /// <summary>A sentence or more came.</summary>
    PassageAdded,

    /// <summary>The headline has other words, no less and no more sure.</summary>
    HeadlineChanged,

    /// <summary>The text has other words; nothing of the above.</summary>
    WordingChanged,
}

/// <summary>One thing that a revision means, with what stood there and what stands there now.</summary>
/// <param name="Meaning">The kind.</param>
/// <param name="From">The words, number or status before; null where there was nothing.</param>
/// <param name="To">Those of now; null where there is nothing.</param>
public sealed record RevisionChange(RevisionMeaning Meaning, string? From, string? To);

/// <summary>What two states of an article differ in.</summary>
/// <param name="Changes">At least one, in the order of <see cref="RevisionMeaning"/>.</param>
/// <param name="WordsRemoved">Words of headline and text that went.</param>
/// <param name="WordsAdded">Words that came.</param>
public sealed record RevisionReading(IReadOnlyList<RevisionChange> Changes, int WordsRemoved, int WordsAdded);

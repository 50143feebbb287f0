using ChipWatch.Pipeline.Tagging;

namespace ChipWatch.Pipeline.Claims;

/// <summary>What kind of thing an article adds to its story.</summary>
public enum AddedKind
{
    /// <summary>The claim itself: the first article.</summary>
    Claim,

    /// <summary>A report that began somewhere else than all before it.</summary>
    Origin,

    /// <summary>A status that the claim did not have.</summary>
    Status,

    /// <summary>The answer to an open question.</summary>
    Answer,

    /// <summary>A number that nobody gave before.</summary>
    Number,

    /// <summary>A chip that nobody named before.</summary>
    Chip,

    /// <summary>A company that nobody named before.</summary>
    Company,
}

/// <summary>One new fact of an article.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Value">The outlet, the status, the question, or the id of chip or company; "" for the claim and for a number.</param>
/// <param name="Number">The number, for <see cref="AddedKind.Number"/>.</param>
public sealed record AddedFact(AddedKind Kind, string Value, Quantity? Number = null);

/// <summary>What of an article may be new to its story.</summary>
/// <param name="Id">The article.</param>
/// <param name="Origin">Where its report began; null for comment, which reports nothing.</param>
/// <param name="Moves">The status to which it moved the claim; null where it moved nothing.</param>
/// <param name="Answers">Questions that it is the first to answer.</param>
/// <param name="Quantities">Its numbers.</param>
/// <param name="Chips">Ids of the chips it names, the weightiest first.</param>
/// <param name="Companies">Ids of the companies it names, the weightiest first.</param>
public sealed record ToldArticle(
    long Id,
    string? Origin,
    EventStatus? Moves,
    IReadOnlyList<string> Answers,
    IReadOnlyList<Quantity> Quantities,
    IReadOnlyList<string> Chips,
    IReadOnlyList<string> Companies);

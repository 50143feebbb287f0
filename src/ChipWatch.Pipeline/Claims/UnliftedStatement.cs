namespace ChipWatch.Pipeline.Claims;

/// <summary>Why a report does not move the claim that it words otherwise.</summary>
public enum UnliftedReason
{
    /// <summary>It passes on what another outlet told, and no other report words it so.</summary>
    RelayAlone,

    /// <summary>Too few of the reports of those days say so.</summary>
    Few,

    /// <summary>It comments, and reports no event.</summary>
    Comment,

    /// <summary>It tells the claim in passing; what it words so is another thing.</summary>
    InPassing,
}

/// <summary>A report whose wording hints at a status that the claim does not have.</summary>
/// <param name="Statement">The first that worded it so.</param>
/// <param name="Reason">Why that moved nothing.</param>
/// <param name="Others">How many more worded it so.</param>
public sealed record UnliftedStatement(ClaimStatement Statement, UnliftedReason Reason, int Others);

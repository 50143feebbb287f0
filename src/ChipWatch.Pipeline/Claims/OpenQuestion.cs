namespace ChipWatch.Pipeline.Claims;

/// <summary>What a reader of a kind of event wants to know.</summary>
public enum OpenSlot
{
    /// <summary>Who buys.</summary>
    Customer,

    /// <summary>What it costs, or is worth.</summary>
    Price,

    /// <summary>When.</summary>
    Date,

    /// <summary>How much, or how many.</summary>
    Volume,

    /// <summary>Who makes the chip.</summary>
    Foundry,

    /// <summary>Whose money.</summary>
    Investor,
}

/// <summary>One question about a claim.</summary>
/// <param name="Slot">What is asked for.</param>
/// <param name="Question">The question in words.</param>
/// <param name="ArticleId">The first article that answers it; null while it is open.</param>
/// <param name="Quote">The sentence that answers it.</param>
public sealed record OpenQuestion(OpenSlot Slot, string Question, long? ArticleId, string? Quote)
{
    /// <summary>Whether no article answers it.</summary>
    public bool IsOpen => ArticleId is null;
}

using ChipWatch.Pipeline.Tagging;
using ChipWatch.Pipeline.Text;

namespace ChipWatch.Pipeline.Claims;

/// <summary>What of an article may answer a question about its story's claim.</summary>
/// <param name="Id">The article.</param>
/// <param name="PublishedAt">When it was published.</param>
/// <param name="Proof">The spans that show the event.</param>
/// <param name="Sentences">Its proving sentences, in order.</param>
/// <param name="Companies">Where it names companies: id and span.</param>
/// <param name="Quantities">Its numbers.</param>
public sealed record ClaimArticle(
    long Id,
    DateTimeOffset PublishedAt,
    IReadOnlyList<TextSpan> Proof,
    IReadOnlyList<TextSpan> Sentences,
    IReadOnlyList<(string Id, TextSpan Span)> Companies,
    IReadOnlyList<Quantity> Quantities)
{
    /// <summary>Where it names chips: id and span.</summary>
    public IReadOnlyList<(string Id, TextSpan Span)> Chips { get; init; } = [];
}

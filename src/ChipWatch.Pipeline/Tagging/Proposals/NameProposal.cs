using ChipWatch.Pipeline.Text;

namespace ChipWatch.Pipeline.Tagging.Proposals;

/// <summary>A name that the catalogue lacks and that a text uses like one of a company or chip.</summary>
/// <param name="Name">As written.</param>
/// <param name="IsChip">A chip; otherwise a company.</param>
/// <param name="Evidence">The sentence that uses it so.</param>
public sealed record NameProposal(string Name, bool IsChip, TextSpan Evidence);

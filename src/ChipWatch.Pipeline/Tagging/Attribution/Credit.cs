using ChipWatch.Pipeline.Text;

namespace ChipWatch.Pipeline.Tagging.Attribution;

/// <summary>One outlet that a text credits, with the span that names it.</summary>
internal sealed record Credit(string Name, TextSpan Span);

/// <summary>An outlet named in a sentence.</summary>
/// <param name="Name">What credits show.</param>
/// <param name="Start">First code unit of the name in the sentence's source.</param>
/// <param name="End">One behind its last.</param>
/// <param name="IsResearch">A house that researches: its name alone is no credit for news.</param>
/// <param name="NeedsCredit">The name is also another word.</param>
/// <param name="IsBank">A bank or broker, whose analysts comment on everything.</param>
/// <param name="IsUnknown">In no list; a phrase of credit made it an outlet.</param>
internal sealed record OutletMention(string Name, int Start, int End, bool IsResearch, bool NeedsCredit, bool IsBank, bool IsUnknown)
{
    /// <summary>Whether a phrase credits it.</summary>
    public bool IsCredited { get; set; }

    /// <summary>Whether it only carried what the outlet named before it told.</summary>
    public bool IsCarrier { get; set; }
}

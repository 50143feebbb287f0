namespace ChipWatch.Pipeline.Extraction;

/// <summary>A link in the text of an article.</summary>
/// <param name="Url">Where it leads: absolute, http or https, not to the article's own site.</param>
/// <param name="Start">First code unit of its words in the text.</param>
/// <param name="Length">Length in code units; at least one.</param>
public sealed record BodyLink(string Url, int Start, int Length);

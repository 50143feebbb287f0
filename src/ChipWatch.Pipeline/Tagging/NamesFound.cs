namespace ChipWatch.Pipeline.Tagging;

/// <summary>The names of an article.</summary>
/// <param name="Mentions">Companies and chips that it surely names, in order.</param>
/// <param name="HasLookAlike">Whether it also holds words that only look like one of them.</param>
internal sealed record NamesFound(List<Mention> Mentions, bool HasLookAlike);

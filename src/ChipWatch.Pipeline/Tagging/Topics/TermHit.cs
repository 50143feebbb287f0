namespace ChipWatch.Pipeline.Tagging.Topics;

/// <summary>A term of a topic, found in a sentence.</summary>
internal readonly record struct TermHit(TermMeaning Term, Sentence Sentence, int Start, int End);

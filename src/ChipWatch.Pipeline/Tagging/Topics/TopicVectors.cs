namespace ChipWatch.Pipeline.Tagging.Topics;

/// <summary>An article as the topic model sees it.</summary>
/// <param name="Terms">The terms found.</param>
/// <param name="Points">For each topic the figures of <see cref="TopicPoints"/>; null where none of its terms stands in the article.</param>
/// <param name="Beside">The figures of <see cref="ArticleSignals"/>.</param>
internal sealed record TopicVectors(TopicTerms Terms, double[]?[] Points, double[] Beside);

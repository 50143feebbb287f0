using ChipWatch.Pipeline.Clustering;
using ChipWatch.Pipeline.Tagging;
using ChipWatch.Tests.Pipeline.Tagging.Labelled;

namespace ChipWatch.Tests.Pipeline.Clustering;

/// <summary>
/// Fits the story model: logistic regression by Newton's method from zero, over every article against every true story so far that shares
/// a key with it, save other steps of its own affair, on which the labelled sets disagree. Equal articles give equal weights.
/// </summary>
internal static class StoryTraining
{
    private const int Rounds = 20;
    private const double Hold = 3;

    /// <summary>An article of a labelled set as grouping sees it.</summary>
    /// <param name="Id">Its id.</param>
    /// <param name="Story">Its true story.</param>
    /// <param name="Signature">What decides its story.</param>
    /// <param name="Counts">How often it counts: sets differ in size and in how far a story reaches.</param>
    /// <param name="Hand">Whose set it is of: two hands may have told one event under two names, so nothing is learnt from pairs between them.</param>
    public sealed record Labelled(string Id, string Story, StorySignature Signature, double Counts, char Hand)
    {
        /// <summary>The affair that its story is a step of, or the story.</summary>
        public string Affair => LabelledSets.AffairOf(Story);
    }

    private sealed record Sample(double[] Figures, bool Belongs, double Counts);

    /// <summary>Articles with a story, oldest first.</summary>
    /// <param name="articles">A labelled set.</param>
    /// <param name="tagger">Says what they are about.</param>
    /// <param name="counts">How often each counts.</param>
    /// <param name="readEvent">
    /// How their events are read, where it is not the tagger that says so: of articles that its event model was trained on it knows more than of others,
    /// and grouping would learn to rely on that.
    /// </param>
    /// <param name="handOf">Who wrote each, where the set is of several hands.</param>
    public static List<Labelled> Read(IEnumerable<LabelledArticle> articles, Tagger tagger, double counts, Func<LabelledArticle, ArticleEvent?, ArticleEvent?>? readEvent = null, Func<LabelledArticle, char>? handOf = null) =>
    [
        .. articles.Where(article => article.Labels is { Story: not null, Distractor: false }).Select(labelled =>
        {
            var article = labelled.ToArticle();
            var tags = tagger.Tag(article);
            return new Labelled(labelled.Id, labelled.Labels.Story!, StorySignature.Of(article, readEvent is null ? tags : tags with { Event = readEvent(labelled, tags.Event) }), counts, handOf?.Invoke(labelled) ?? ' ');
        }).OrderBy(article => article.Signature.Published).ThenBy(article => article.Id, StringComparer.Ordinal),
    ];

    /// <summary>The model that fits these articles.</summary>
    /// <param name="articles">Oldest first.</param>
    /// <param name="asks">Which stories may be learned from: an article or story outside says nothing.</param>
    /// <param name="joins">Log-odds from which an article joins.</param>
    public static StoryModel Fit(IReadOnlyList<Labelled> articles, Func<string, bool> asks, double joins)
    {
        var samples = Samples([.. articles.Where(article => asks(article.Story))]);
        var width = StoryLikeness.Names.Length;
        var weights = new double[width];
        for (var round = 0; round < Rounds; round++)
        {
            var slope = new double[width];
            var curve = new double[width, width];
            for (var i = 0; i < width; i++)
            {
                // The last figure is 1 for all: its weight is free.
                slope[i] = i == width - 1 ? 0 : -Hold * weights[i];
                curve[i, i] = i == width - 1 ? 1e-6 : Hold;
            }

            foreach (var (figures, belongs, counts) in samples)
            {
                var odds = 0.0;
                for (var i = 0; i < width; i++)
                {
                    odds += weights[i] * figures[i];
                }

                var chance = 1 / (1 + Math.Exp(-odds));
                for (var i = 0; i < width; i++)
                {
                    slope[i] += counts * ((belongs ? 1 : 0) - chance) * figures[i];
                    for (var j = 0; j < width; j++)
                    {
                        curve[i, j] += counts * chance * (1 - chance) * figures[i] * figures[j];
                    }
                }
            }

            var step = Solve(curve, slope);
            for (var i = 0; i < width; i++)
            {
                weights[i] += step[i];
            }
        }

        return new(joins, new SortedDictionary<string, double>(
            Enumerable.Range(0, width).ToDictionary(i => StoryLikeness.Names[i], i => Math.Round(weights[i], 2)), StringComparer.Ordinal));
    }

    /// <summary>The articles' groups by a model, in the order of the articles.</summary>
    public static List<string> Group(IReadOnlyList<Labelled> articles, StoryModel model)
    {
        var stories = new OpenStoryIndex(model);
        return [.. articles.Select(article => stories.Add(article.Id, article.Signature))];
    }

    private static List<Sample> Samples(IReadOnlyList<Labelled> articles)
    {
        var samples = new List<Sample>();
        var stories = new Dictionary<string, OpenStory>(StringComparer.Ordinal);
        var hands = articles.GroupBy(article => article.Story).ToDictionary(story => story.Key, story => story.First().Hand, StringComparer.Ordinal);
        foreach (var article in articles)
        {
            foreach (var (id, story) in stories)
            {
                if (hands[id] == article.Hand && (id == article.Story || LabelledSets.AffairOf(id) != article.Affair) && StoryLikeness.Of(article.Signature, story) is { } likeness)
                {
                    samples.Add(new([.. likeness.Figures], id == article.Story, article.Counts));
                }
            }

            stories[article.Story] = new(article.Story, [.. stories.TryGetValue(article.Story, out var known) ? known.Members : [], article.Signature]);
        }

        return samples;
    }

    /// <summary>Gauss's elimination with the largest pivot.</summary>
    private static double[] Solve(double[,] matrix, double[] right)
    {
        var size = right.Length;
        for (var column = 0; column < size; column++)
        {
            var pivot = Enumerable.Range(column, size - column).MaxBy(row => Math.Abs(matrix[row, column]));
            for (var i = 0; i < size; i++)
            {
                (matrix[column, i], matrix[pivot, i]) = (matrix[pivot, i], matrix[column, i]);
            }

            (right[column], right[pivot]) = (right[pivot], right[column]);
            for (var row = column + 1; row < size; row++)
            {
                var share = matrix[row, column] / matrix[column, column];
                for (var i = column; i < size; i++)
                {
                    matrix[row, i] -= share * matrix[column, i];
                }

                right[row] -= share * right[column];
            }
        }

        for (var row = size - 1; row >= 0; row--)
        {
            for (var i = row + 1; i < size; i++)
            {
                right[row] -= matrix[row, i] * right[i];
            }

            right[row] /= matrix[row, row];
        }

        return right;
    }
}

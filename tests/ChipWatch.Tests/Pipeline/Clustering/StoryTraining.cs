using ChipWatch.Pipeline.Clustering;
using ChipWatch.Pipeline.Tagging;
using ChipWatch.Tests.Pipeline.Tagging.Labelled;

namespace ChipWatch.Tests.Pipeline.Clustering;

/// <summary>
/// Fits the story model: logistic regression (<see cref="Regression"/>) over every article against every true story so far that shares
/// a key with it, save other steps of its own affair, on which the labelled sets disagree. Equal articles give equal weights.
/// </summary>
internal static class StoryTraining
{
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
        return new(joins, Regression.Fit(samples, StoryLikeness.Names, Hold));
    }

    /// <summary>The articles' groups by a model, in the order of the articles.</summary>
    public static List<string> Group(IReadOnlyList<Labelled> articles, StoryModel model)
    {
        var stories = new OpenStoryIndex(model);
        return [.. articles.Select(article => stories.Add(article.Id, article.Signature))];
    }

    private static List<Regression.Sample> Samples(IReadOnlyList<Labelled> articles)
    {
        var samples = new List<Regression.Sample>();
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
}

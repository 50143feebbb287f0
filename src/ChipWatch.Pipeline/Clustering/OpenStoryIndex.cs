namespace ChipWatch.Pipeline.Clustering;

/// <summary>Open stories in memory, found by key: what the filter `cluster` groups with. The store keeps the same index as rows.</summary>
public sealed class OpenStoryIndex
{
    private readonly StoryModel model;

    private readonly Dictionary<string, OpenStory> stories = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Dictionary<string, DateTimeOffset>> storiesByKey = new(StringComparer.Ordinal);

    /// <summary>Groups by the model that travels with the program.</summary>
    public OpenStoryIndex()
        : this(StoryModel.Shipped)
    {
    }

    internal OpenStoryIndex(StoryModel model) => this.model = model;

    /// <summary>Groups one article with what came before.</summary>
    /// <param name="id">The article's id; a new story takes it as its own.</param>
    /// <param name="article">Its signature.</param>
    /// <returns>The story's id.</returns>
    public string Add(string id, StorySignature article)
    {
        var candidates = Candidates(article);
        var choice = new StoryChoice(article, model);
        choice.Weigh(candidates.Take(StoryChoice.FirstLook));
        if (!choice.IsPlain)
        {
            choice.Weigh(candidates.Skip(StoryChoice.FirstLook));
        }

        var story = choice.Match.Story ?? id;
        stories[story] = new(story, [.. stories.TryGetValue(story, out var known) ? known.Members : [], article]);
        foreach (var key in article.Keys)
        {
            if (!storiesByKey.TryGetValue(key, out var named))
            {
                storiesByKey[key] = named = new(StringComparer.Ordinal);
            }

            named[story] = article.Published;
        }

        return story;
    }

    /// <summary>Stories that share telling keys. Those out of a key's reach are forgotten under it.</summary>
    internal List<OpenStory> Candidates(StorySignature article)
    {
        var candidates = new StoryCandidates<string>();
        foreach (var key in article.Keys)
        {
            if (!storiesByKey.TryGetValue(key, out var named))
            {
                continue;
            }

            var reach = StoryKeys.Reach(key);
            foreach (var (story, latest) in named)
            {
                if (article.Published - latest > reach)
                {
                    named.Remove(story);
                }
            }

            candidates.Add(key, [.. named.OrderByDescending(pair => pair.Value).ThenByDescending(pair => pair.Key, StringComparer.Ordinal).Take(StoryKeys.MostStories(key))
                .Select(pair => (pair.Key, pair.Value.UtcTicks))]);
        }

        return [.. candidates.Choose().Select(story => stories[story])];
    }
}

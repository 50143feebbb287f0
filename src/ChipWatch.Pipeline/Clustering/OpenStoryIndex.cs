namespace ChipWatch.Pipeline.Clustering;

/// <summary>Open stories in memory, found by key: what the filter `cluster` groups with. The store keeps the same index as rows.</summary>
public sealed class OpenStoryIndex
{
    private readonly Dictionary<string, List<StorySignature>> stories = [];

    /// <summary>Groups one article with what came before.</summary>
    /// <param name="id">The article's id; a new story takes it as its own.</param>
    /// <param name="article">Its signature.</param>
    /// <returns>The story's id.</returns>
    public string Add(string id, StorySignature article)
    {
        var open = stories.Select(story => new OpenStory(story.Key, story.Value)).ToList();
        var story = StoryClusterer.Match(article, open).Story ?? id;
        if (!stories.TryGetValue(story, out var members))
        {
            stories[story] = members = [];
        }

        members.Add(article);
        return story;
    }
}

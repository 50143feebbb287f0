using System.CommandLine;
using System.Text.Json;
using ChipWatch.Pipeline.Catalogue;
using ChipWatch.Pipeline.Clustering;
using ChipWatch.Pipeline.Tagging;

namespace ChipWatch.Commands;

/// <summary>`cluster`: groups articles, oldest first, as they arrive.</summary>
internal static class ClusterCommand
{
    public static Command Create()
    {
        var tagger = new Lazy<Tagger>(() => new Tagger(Vocabulary.Of(NewsCatalogue.LoadSeeds())));
        var stories = new OpenStoryIndex();
        return JsonLinesFilter.Create(
            "cluster",
            "Group articles into stories, oldest first.",
            input =>
            {
                var article = TagCommand.ReadArticle(input);
                return new { story = stories.Add(article.Id, StorySignature.Of(article, tagger.Value.Tag(article))), error = (string?)null };
            },
            (_, bytes) => JsonSerializer.Deserialize<JsonElement>(bytes));
    }
}

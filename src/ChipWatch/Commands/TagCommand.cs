using System.CommandLine;
using System.Text;
using System.Text.Json;
using ChipWatch.Pipeline.Catalogue;
using ChipWatch.Pipeline.Extraction;
using ChipWatch.Pipeline.Tagging;
using ChipWatch.Pipeline.Text;

namespace ChipWatch.Commands;

/// <summary>`tag`: an article → companies, chips, topics, event, quantities, each with evidence.</summary>
internal static class TagCommand
{
    public static Command Create()
    {
        var tagger = new Lazy<Tagger>(() => new Tagger(Vocabulary.Of(NewsCatalogue.LoadSeeds())));
        return JsonLinesFilter.Create(
            "tag",
            "Tag an article with companies, chips, topics, event and quantities.",
            input => tagger.Value.Tag(ReadArticle(input)),
            (path, bytes) => ReadFile(path, bytes));
    }

    /// <summary>An article as the filters `tag` and `cluster` take it.</summary>
    internal static ArticleText ReadArticle(JsonElement input)
    {
        var text = input.Text("text") ?? "";
        var language = input.Text("language");
        return new(
            input.Text("id") ?? "",
            input.Text("url"),
            input.Text("outlet"),
            language,
            DateTimeOffset.TryParse(input.Text("published"), null, System.Globalization.DateTimeStyles.AssumeUniversal, out var at) ? at.ToUniversalTime() : null,
            input.Text("title") ?? "",
            text,
            Blocks(input, text) ?? BlockRoles.Find(text, language));
    }

    private static List<Block>? Blocks(JsonElement input, string text)
    {
        if (!input.TryGetProperty("blocks", out var given) || given.ValueKind == JsonValueKind.Null)
        {
            return null;
        }

        var blocks = given.Deserialize<List<Block>>(PipelineJson.Options) ?? [];
        return blocks.Exists(block => block.Start < 0 || block.Length < 0 || block.End > text.Length)
            ? throw new FilterInputException("A block leaves the text.")
            : blocks;
    }

    private static object ReadFile(string path, byte[] bytes) => path.EndsWith(".json", StringComparison.OrdinalIgnoreCase)
        ? JsonSerializer.Deserialize<JsonElement>(bytes)
        : new { id = Path.GetFileName(path), title = "", text = Encoding.UTF8.GetString(bytes) };
}

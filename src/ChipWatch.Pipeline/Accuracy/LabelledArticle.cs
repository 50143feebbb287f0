using System.Text.Json;
using System.Text.Json.Serialization;
using ChipWatch.Pipeline.Catalogue;
using ChipWatch.Pipeline.Tagging;
using ChipWatch.Pipeline.Text;

namespace ChipWatch.Pipeline.Accuracy;

/// <summary>An article with what a person says the tagger should say about it. One line of a labelled set.</summary>
public sealed record LabelledArticle(
    string Id,
    string? Url,
    string? Outlet,
    string? Language,
    string? Published,
    string Title,
    string? Text,
    IReadOnlyList<LabelledBlock>? Blocks,
    ArticleLabels Labels,
    IReadOnlyList<LabelledQuantity>? Quantities)
{
    /// <summary>The body: blocks are paragraphs parted by a blank line; the tagger finds roles by itself.</summary>
    [JsonIgnore]
    public string Body => Text ?? string.Join("\n\n", (Blocks ?? []).Select(block => block.Text));

    /// <summary>The same article as the tagger reads it.</summary>
    public ArticleText ToArticle() => new(
        Id, Url, Outlet, Language,
        Published is null ? null : DateTimeOffset.Parse(Published, System.Globalization.CultureInfo.InvariantCulture, System.Globalization.DateTimeStyles.AssumeUniversal),
        Title, Body, BlockRoles.Find(Body, Language));

    /// <summary>The labelled set that travels with the program: the reports of the sample corpus.</summary>
    public static List<LabelledArticle> ReadSeeds() => Read(Path.Combine(NewsCatalogue.SeedsFolder, "labelled.jsonl"));

    /// <summary>Reads a set: one object of JSON a line.</summary>
    public static List<LabelledArticle> Read(string path) =>
    [
        .. File.ReadLines(path).Where(line => line.Length > 0).Select(line => JsonSerializer.Deserialize<LabelledArticle>(line, PipelineJson.Options)!),
    ];
}

/// <summary>A paragraph of a labelled article.</summary>
public sealed record LabelledBlock(string Role, string Text);

/// <summary>What the labelling guide gives an article.</summary>
public sealed record ArticleLabels(
    IReadOnlyList<string> Companies,
    IReadOnlyList<string> Primary,
    IReadOnlyList<string> Chips,
    IReadOnlyList<string> Topics,
    LabelledEvent? Event,
    string? Story,
    bool Distractor = false);

/// <summary>Type, status and credits of a labelled article.</summary>
public sealed record LabelledEvent(string? Type, string? Status, [property: JsonPropertyName("reported_by")] IReadOnlyList<string>? ReportedBy);

/// <summary>A number that the article states.</summary>
public sealed record LabelledQuantity(double Value, string Unit, bool Hypothetical);

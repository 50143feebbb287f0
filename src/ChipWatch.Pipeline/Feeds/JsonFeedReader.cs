using ChipWatch.Pipeline.Text;
using System.Net;
using System.Text;
using System.Text.Json;

namespace ChipWatch.Pipeline.Feeds;

/// <summary>Reads JSON Feed 1.0 and 1.1. Values of a wrong type count as absent, entries that are no object are passed over.</summary>
internal static class JsonFeedReader
{
    /// <summary>Reads a feed; of one that is cut off, the entries that are whole.</summary>
    public static FeedOutcome Read(string text, Uri? url, TimeProvider? clock = null)
    {
        var deadline = new WorkDeadline(clock);
        var head = new Dictionary<string, JsonElement>();
        var items = new List<FeedItem>();
        var skipped = 0;
        var isWhole = true;
        var reader = new Utf8JsonReader(
            Encoding.UTF8.GetBytes(JsonFeedRepair.Repair(text)),
            new JsonReaderOptions { MaxDepth = FeedLimits.JsonDepth, CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true });
        try
        {
            reader.Read();
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                var name = reader.GetString() ?? "";
                reader.Read();
                if (name != "items" || reader.TokenType != JsonTokenType.StartArray)
                {
                    head[name] = JsonElement.ParseValue(ref reader);
                    continue;
                }

                head[name] = default;
                while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
                {
                    deadline.Check();
                    var item = JsonElement.ParseValue(ref reader);
                    if (item.ValueKind == JsonValueKind.Object && items.Count < FeedLimits.Items)
                    {
                        items.Add(Item(item, url));
                    }
                    else
                    {
                        skipped++;
                    }
                }
            }
        }
        catch (JsonException)
        {
            isWhole = false;
            skipped++;
        }

        var isFeed = head.ContainsKey("items") && (isWhole || items.Count > 0 || head.ContainsKey("version"));
        return isFeed || (Text(head.GetValueOrDefault("version")) ?? "").Contains("jsonfeed", StringComparison.OrdinalIgnoreCase)
            ? new FeedOutcome.Read(Feed(head, items, url) with { Skipped = skipped })
            : new FeedOutcome.Unreadable(isWhole ? "This is JSON, but no JSON Feed." : "This is no JSON that could be read.", false);
    }

    private static Feed Feed(Dictionary<string, JsonElement> head, List<FeedItem> items, Uri? url)
    {
        // An author of the feed is the author of every entry that names none (JSON Feed 1.1, "authors").
        var author = Author(name => head.GetValueOrDefault(name));
        return new Feed(
            FeedKind.JsonFeed,
            FeedText.Title(Encoded(Text(head.GetValueOrDefault("title")))),
            author is null ? items : [.. items.Select(item => item.Author is null ? item with { Author = author } : item)])
        {
            SiteUrl = FeedAddress.Resolve(url, Text(head.GetValueOrDefault("home_page_url"))),
            Language = FeedText.Line(Encoded(Text(head.GetValueOrDefault("language")))),
        };
    }

    private static FeedItem Item(JsonElement item, Uri? url)
    {
        JsonElement Member(string name) => item.TryGetProperty(name, out var value) ? value : default;

        var address = FeedAddress.Resolve(url, Text(Member("url"))) ?? FeedAddress.Resolve(url, Text(Member("external_url")));
        var title = FeedText.Title(Encoded(Text(Member("title"))));
        var html = Text(Member("content_html")) is { Length: > 0 } given ? given : Paragraphs(Text(Member("content_text")));
        var summary = FeedText.Lines(Encoded(Text(Member("summary"))));
        return new FeedItem(
            FeedText.Id(Text(Member("id")), address, title, summary ?? html),
            address,
            title ?? "",
            FeedDate.Parse(Text(Member("date_published"))) ?? FeedDate.Parse(Text(Member("date_modified"))),
            Author(Member),
            summary,
            FeedText.Content(html, Uri.TryCreate(address, UriKind.Absolute, out var page) ? page : url),
            Member("tags") is { ValueKind: JsonValueKind.Array } tags ? FeedText.Categories(tags.EnumerateArray().Select(tag => Encoded(Text(tag)))) : []);
    }

    private static string? Author(Func<string, JsonElement> member)
    {
        var authors = member("authors") is { ValueKind: JsonValueKind.Array } several ? several.EnumerateArray() : default;
        return FeedText.People(authors.Append(member("author")).Select(author => author.ValueKind switch
        {
            JsonValueKind.Object => author.TryGetProperty("name", out var name) ? FeedText.PersonName(Encoded(Text(name))) : null,
            JsonValueKind.String => FeedText.PersonName(Encoded(Text(author))),
            _ => null,
        }));
    }

    // JSON Feed's texts other than content_html are plain, so what looks like a tag in them is meant to be read.
    // References are resolved all the same: blog software exports its HTML titles as they are.
    private static string? Encoded(string? text) => text?.Replace("<", "&lt;", StringComparison.Ordinal);

    private static string? Paragraphs(string? text) =>
        string.IsNullOrWhiteSpace(text) ? null
        : string.Concat(text.ReplaceLineEndings("\n").Split("\n\n", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(paragraph => $"<p>{WebUtility.HtmlEncode(paragraph).Replace("\n", "<br>", StringComparison.Ordinal)}</p>"));

    private static string? Text(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString(),
        JsonValueKind.Number => value.GetRawText(),
        _ => null,
    };
}

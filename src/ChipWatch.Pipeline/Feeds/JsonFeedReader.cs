using System.Buffers;
using System.Net;
using System.Text;
using System.Text.Json;

namespace ChipWatch.Pipeline.Feeds;

/// <summary>Reads JSON Feed 1.0 and 1.1. Values of a wrong type count as absent, entries that are no object are passed over.</summary>
internal static class JsonFeedReader
{
    /// <summary>Reads a feed; of one that is cut off, the entries that are whole.</summary>
    public static FeedOutcome Read(string text, Uri? url)
    {
        var deadline = new WorkDeadline();
        var head = new Dictionary<string, JsonElement>();
        var items = new List<FeedItem>();
        var skipped = 0;
        var isWhole = true;
        var reader = new Utf8JsonReader(
            Encoding.UTF8.GetBytes(WithoutControls(text)),
            new JsonReaderOptions { MaxDepth = FeedLimits.JsonDepth, CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true });
        try
        {
            reader.Read();
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                var name = Name(ref reader);
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
            FeedText.Content(html, address is null ? url : new Uri(address)),
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

    // JSON Feed's texts other than content_html are plain: what looks like a tag in them is meant to be read.
    private static string? Encoded(string? text) => text is null ? null : WebUtility.HtmlEncode(text);

    private static string? Paragraphs(string? text) =>
        string.IsNullOrWhiteSpace(text) ? null
        : string.Concat(text.ReplaceLineEndings("\n").Split("\n\n", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(paragraph => $"<p>{WebUtility.HtmlEncode(paragraph).Replace("\n", "<br>", StringComparison.Ordinal)}</p>"));

    private static string? Text(JsonElement value)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Number:
                return value.GetRawText();
            case JsonValueKind.String:
                try
                {
                    return value.GetString();
                }
                catch (InvalidOperationException)
                {
                    return WithoutLoneSurrogates(value.GetRawText());
                }

            default:
                return null;
        }
    }

    private static string Name(ref Utf8JsonReader reader)
    {
        try
        {
            return reader.GetString() ?? "";
        }
        catch (InvalidOperationException)
        {
            // A name with half a character in it is none that a feed has.
            return "";
        }
    }

    /// <summary>Text of a JSON string that GetString refuses because an escape in it is half a character; that half is left out.</summary>
    private static string? WithoutLoneSurrogates(string raw)
    {
        var kept = new StringBuilder(raw.Length);
        for (var at = 0; at < raw.Length; at++)
        {
            if (raw[at] != '\\' || at + 1 >= raw.Length)
            {
                kept.Append(raw[at]);
            }
            else if (raw[at + 1] != 'u' || !IsSurrogate(raw, at, 'c', 'f', out _) && !IsSurrogate(raw, at, '8', 'b', out _))
            {
                kept.Append(raw, at, 2);
                at++;
            }
            else if (IsSurrogate(raw, at, '8', 'b', out _) && IsSurrogate(raw, at + 6, 'c', 'f', out _))
            {
                kept.Append(raw, at, 12);
                at += 11;
            }
            else
            {
                at += 5;
            }
        }

        return JsonSerializer.Deserialize<string>(kept.ToString());
    }

    private static bool IsSurrogate(string raw, int at, char from, char to, out int end)
    {
        end = at + 6;
        return end <= raw.Length && raw[at] == '\\' && raw[at + 1] == 'u' && raw[at + 2] is 'd' or 'D'
            && char.ToLowerInvariant(raw[at + 3]) is var digit && (digit >= from && digit <= to || (from == '8' && digit == '9') || (from == '8' && digit is 'a'));
    }

    // Raw controls are no JSON; a blank is white space between values and close to what was meant within them.
    private static string WithoutControls(string text)
    {
        var controls = SearchValues;
        if (text.AsSpan().IndexOfAny(controls) < 0)
        {
            return text;
        }

        return string.Create(text.Length, text, (span, source) =>
        {
            source.CopyTo(span);
            foreach (ref var c in span)
            {
                if (c < ' ')
                {
                    c = ' ';
                }
            }
        });
    }

    private static readonly SearchValues<char> SearchValues = System.Buffers.SearchValues.Create(
        "\u0000\u0001\u0002\u0003\u0004\u0005\u0006\u0007\u0008\u0009\u000A\u000B\u000C\u000D\u000E\u000F\u0010\u0011\u0012\u0013\u0014\u0015\u0016\u0017\u0018\u0019\u001A\u001B\u001C\u001D\u001E\u001F");
}

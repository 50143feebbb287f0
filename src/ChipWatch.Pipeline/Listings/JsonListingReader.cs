using System.Globalization;
using System.Text.Json;
using ChipWatch.Pipeline.Feeds;

namespace ChipWatch.Pipeline.Listings;

/// <summary>Reads the JSON answer of an interface by a mapping that is data: no code per site.</summary>
public static class JsonListingReader
{
    private const int LongestId = 500;

    /// <summary>The entries of an answer.</summary>
    /// <param name="mapping">Where the answer keeps what.</param>
    /// <param name="body">The bytes, content coding removed.</param>
    /// <param name="contentType">The Content-Type header.</param>
    /// <param name="url">The final address; entries' addresses are made absolute against it.</param>
    /// <returns>The entries, those without address and headline passed over; or why there are none. Content never throws.</returns>
    public static FeedOutcome Read(JsonMapping mapping, ReadOnlyMemory<byte> body, string? contentType, Uri url)
    {
        if (body.Length > FeedLimits.Bytes)
        {
            return new FeedOutcome.Unreadable($"The answer is larger than {FeedLimits.Bytes / 1024 / 1024} MiB.", false);
        }

        try
        {
            var text = JsonFeedRepair.Repair(FeedEncoding.Decode(body.Span, contentType));
            using var document = JsonDocument.Parse(text, new JsonDocumentOptions { MaxDepth = FeedLimits.JsonDepth, CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true });
            return At(document.RootElement, mapping.Items) is { ValueKind: JsonValueKind.Array } entries
                ? Entries(mapping, entries, url)
                : new FeedOutcome.Unreadable($"The answer has no list at \"{mapping.Items}\".", false);
        }
        catch (JsonException)
        {
            return new FeedOutcome.Unreadable("The answer is no JSON that could be read.", false);
        }
    }

    private static FeedOutcome.Read Entries(JsonMapping mapping, JsonElement entries, Uri url)
    {
        var items = new List<FeedItem>();
        var skipped = 0;
        foreach (var entry in entries.EnumerateArray())
        {
            if (items.Count < FeedLimits.Items && entry.ValueKind == JsonValueKind.Object && Item(mapping, entry, url) is { } item)
            {
                items.Add(item);
            }
            else
            {
                skipped++;
            }
        }

        return new(new Feed(FeedKind.Api, null, items) { Skipped = skipped });
    }

    private static FeedItem? Item(JsonMapping mapping, JsonElement entry, Uri url)
    {
        var id = FeedText.Line(Text(entry, mapping.Id));
        var address = FeedAddress.Resolve(url, Text(entry, mapping.Url))
            ?? (mapping.UrlTemplate is { } template && id is { Length: <= LongestId }
                ? FeedAddress.Resolve(url, template.Replace("{id}", Uri.EscapeDataString(id), StringComparison.Ordinal))
                : null);
        var title = FeedText.Title(Text(entry, mapping.Title));
        if (title is null && address is null)
        {
            return null;
        }

        var summary = FeedText.Lines(Text(entry, mapping.Summary));
        return new FeedItem(
            FeedText.Id(id, address, title, summary),
            address,
            title ?? "",
            FeedDate.Parse(Text(entry, mapping.Published)),
            FeedText.People(FeedText.PersonName(Text(entry, mapping.Author)) is { } author ? [author] : []),
            summary,
            null,
            []);
    }

    /// <summary>The value at a path; of an array on the way, its elements' values parted by commas.</summary>
    private static string? Text(JsonElement entry, string? path)
    {
        if (string.IsNullOrEmpty(path))
        {
            return null;
        }

        List<JsonElement> at = [entry];
        foreach (var name in path.Split('.'))
        {
            at = [.. at.Select(value => Member(value, name)).SelectMany(value => value.ValueKind == JsonValueKind.Array ? value.EnumerateArray().ToList() : [value])];
        }

        var texts = at.Select(Scalar).OfType<string>().Distinct(StringComparer.Ordinal).ToList();
        return texts.Count == 0 ? null : string.Join(", ", texts);
    }

    private static JsonElement? At(JsonElement root, string path)
    {
        var at = root;
        foreach (var name in path.Split('.', StringSplitOptions.RemoveEmptyEntries))
        {
            at = Member(at, name);
        }

        return at.ValueKind == JsonValueKind.Undefined ? null : at;
    }

    private static JsonElement Member(JsonElement value, string name) =>
        value.ValueKind == JsonValueKind.Object && value.TryGetProperty(name, out var member) ? member
        : value.ValueKind == JsonValueKind.Array && int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index < value.GetArrayLength() ? value[index]
        : default;

    private static string? Scalar(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString(),
        JsonValueKind.Number => value.GetRawText(),
        _ => null,
    };
}

using System.CommandLine;
using System.Text;
using ChipWatch.Pipeline.Feeds;

namespace ChipWatch.Commands;

/// <summary>`parse-feed`: bytes of a feed → its items.</summary>
internal static class ParseFeedCommand
{
    public static Command Create() => JsonLinesFilter.Create(
        "parse-feed",
        "Read RSS, RDF, Atom or JSON Feed.",
        input => Answer(FeedReader.Read(Bytes(input.Needed("bodyBase64")), input.Text("contentType"), input.Address("url"))),
        (_, bytes) => new { bodyBase64 = Convert.ToBase64String(bytes) },
        said => Describe((FeedAnswer)said));

    private static byte[] Bytes(string base64)
    {
        try
        {
            return Convert.FromBase64String(base64);
        }
        catch (FormatException)
        {
            throw new FilterInputException("The member \"bodyBase64\" is no base64.");
        }
    }

    private static FeedAnswer Answer(FeedOutcome outcome) => outcome switch
    {
        FeedOutcome.Read(var feed) => new(feed.Kind, feed.Title, feed.Items, null),
        FeedOutcome.Unreadable(var reason, _) => new(null, null, [], reason),
        _ => throw new InvalidOperationException($"Unknown outcome {outcome}."),
    };

    private static string Describe(FeedAnswer feed)
    {
        var text = new StringBuilder();
        text.AppendLine(feed.Error ?? $"{feed.Kind}: {feed.Title} ({feed.Items.Count} items)");
        foreach (var item in feed.Items)
        {
            text.Append("  ").Append(item.Published?.ToString("yyyy-MM-dd HH:mm", null) ?? "no date         ")
                .Append("  ").Append(item.Title).Append("  ").AppendLine(item.Url);
        }

        return text.ToString().TrimEnd();
    }
}

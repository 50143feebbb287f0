using System.Text.Json;
using System.Xml;
using ChipWatch.Pipeline.Feeds;
using ChipWatch.Pipeline.Text;

namespace ChipWatch.Pipeline.Sources;

/// <summary>Reads OPML with the same two parsers as feeds: the strict one, and the one for XML that is none.</summary>
internal static class OpmlReader
{
    private const int LongestFolder = 200;

    private static readonly string[] Kinds = ["rss", "atom", "jsonfeed", "rdf", "feed", "html-listing", "sitemap", "api"];

    /// <summary>Whether the bytes look like OPML.</summary>
    public static bool IsOpml(ReadOnlySpan<byte> bytes) => FeedProlog.FindRoot(FeedEncoding.Decode(bytes, null), IsRoot, out var isHtml) >= 0 && !isHtml;

    public static OpmlOutcome Read(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length > Opml.MaxBytes)
        {
            return new OpmlOutcome.Unreadable($"The file is larger than {Opml.MaxBytes / 1024 / 1024} MiB.");
        }

        var text = FeedEncoding.Decode(bytes, null);
        var root = FeedProlog.FindRoot(text, IsRoot, out _);
        if (root < 0)
        {
            return new OpmlOutcome.Unreadable(string.IsNullOrWhiteSpace(text) ? "The file is empty." : "This is no OPML file.");
        }

        try
        {
            return Tree(text, root) is { } outermost ? Entries(outermost) : new OpmlOutcome.Unreadable("This OPML file cannot be read.");
        }
        catch (WorkTooLongException)
        {
            return new OpmlOutcome.Unreadable("The file took too long to read.");
        }
    }

    private static bool IsRoot(string name) => name is "opml" or "outlinedocument";

    private static FeedElement? Tree(string text, int root)
    {
        var builder = new FeedTreeBuilder(null, _ => null);
        if (!FeedXmlReader.TryRead(text, root, builder))
        {
            builder = new FeedTreeBuilder(null, _ => null);
            new BrokenXmlReader(text, root, builder).Read();
        }

        return builder.Root;
    }

    private static OpmlOutcome.Read Entries(FeedElement root)
    {
        var entries = new List<OpmlEntry>();
        var refused = new List<OpmlRefusal>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var place = 0;
        var open = new Stack<(FeedElement Outline, int Next)>();
        open.Push((root.Child("body") ?? root, 0));
        while (open.TryPop(out var at))
        {
            if (at.Next >= at.Outline.Nodes.Count)
            {
                continue;
            }

            open.Push((at.Outline, at.Next + 1));
            if (at.Outline.Nodes[at.Next].Element is not { Name: "outline" } outline)
            {
                continue;
            }

            place++;
            var name = Name(outline) ?? outline["xmlurl"] ?? $"entry {place}";
            if (open.Count > Opml.MaxDepth)
            {
                refused.Add(new(name, $"It stands more than {Opml.MaxDepth} outlines deep."));
                continue;
            }

            Take(outline, name, open, entries, refused, seen);
            open.Push((outline, 0));
        }

        return new(FeedText.Title(root.Child("head")?.Child("title")?.Text()), entries, refused);
    }

    private static void Take(
        FeedElement outline, string name, Stack<(FeedElement Outline, int Next)> open, List<OpmlEntry> entries, List<OpmlRefusal> refused, HashSet<string> seen)
    {
        var given = outline["xmlurl"] ?? outline["url"];
        if (string.IsNullOrWhiteSpace(given))
        {
            // An outline with others in it is a folder; a link or a note is no source, and one that says it is a feed lacks its address.
            if (outline["type"] is { } type && type.Trim().Equals("rss", StringComparison.OrdinalIgnoreCase) && !outline.HasElements)
            {
                refused.Add(new(name, "It has no address."));
            }
        }
        else if (outline["xmlurl"] is null && outline["type"]?.Trim().ToLowerInvariant() is "link" or "include")
        {
            refused.Add(new(name, "It is a link to another page or list, not a source."));
        }
        else if (FeedAddress.Absolute(null, given) is not { } url)
        {
            refused.Add(new(name, "Its address is none of the web (http or https, at most 2,048 characters)."));
        }
        else if (entries.Count >= Opml.MaxEntries)
        {
            refused.Add(new(name, $"The file lists more than {Opml.MaxEntries:N0} sources."));
        }
        else if (!seen.Add(url))
        {
            refused.Add(new(name, "The file lists its address twice."));
        }
        else if (Rules(outline, out var rules) is { } wrong)
        {
            seen.Remove(url);
            refused.Add(new(name, wrong));
        }
        else
        {
            entries.Add(Entry(outline, url, Path(open), rules));
        }
    }

    private static OpmlEntry Entry(FeedElement outline, string url, string? folder, SourceRules? rules) =>
        new(
            Name(outline) ?? new Uri(url).Host,
            url,
            FeedAddress.Absolute(null, outline["htmlurl"]),
            Kind(outline["cw:kind"]) ?? Kind(outline["type"]) ?? "feed",
            FeedText.Line(outline["language"]) is { Length: <= 35 } language && language != "unknown" ? language : null,
            folder)
        {
            Rules = rules,
            CheckEvery = Every(outline["cw:checkevery"]),
            IsPaused = outline["cw:paused"] is "true" or "1",
        };

    private static string? Name(FeedElement outline) =>
        FeedText.Title(Encoded(outline["title"])) ?? FeedText.Title(Encoded(outline["text"]));

    // Names are plain text in OPML: what looks like a tag in them is meant to be read.
    private static string? Encoded(string? text) => text?.Replace("<", "&lt;", StringComparison.Ordinal);

    private static string? Path(Stack<(FeedElement Outline, int Next)> open)
    {
        var path = OpmlFolder.Path(open.Reverse().Skip(1).Select(around => Name(around.Outline) ?? ""));
        return path is { Length: > LongestFolder } ? path[..LongestFolder].TrimEnd('/', ' ') : path;
    }

    private static string? Kind(string? given) =>
        given?.Trim().ToLowerInvariant() is { } kind && Array.IndexOf(Kinds, kind) >= 0 ? kind : null;

    private static string? Rules(FeedElement outline, out SourceRules? rules)
    {
        rules = null;
        if (outline["cw:rules"] is not { Length: > 0 } json)
        {
            return null;
        }

        try
        {
            rules = JsonSerializer.Deserialize<SourceRules>(json, PipelineJson.Options);
            return null;
        }
        catch (JsonException)
        {
            return "Its reading rules cannot be read.";
        }
    }

    private static TimeSpan? Every(string? duration)
    {
        try
        {
            return duration is null || XmlConvert.ToTimeSpan(duration) is var every && (every < TimeSpan.FromMinutes(1) || every > TimeSpan.FromDays(366)) ? null : every;
        }
        catch (Exception wrong) when (wrong is FormatException or OverflowException)
        {
            // A rhythm that cannot be read is as good as none: it is learned.
            return null;
        }
    }
}

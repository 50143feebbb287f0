using AngleSharp;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Dom.Events;
using AngleSharp.Html.Parser;

namespace ChipWatch.Pipeline.Text;

/// <summary>A parser for one article that gives up when the article has more elements or depth than one may have.</summary>
internal sealed class BoundedHtmlParser
{
    /// <summary>Elements and texts of one article.</summary>
    public const int MaxNodes = 20_000;

    /// <summary>Elements within each other.</summary>
    public const int MaxDepth = 200;

    // Tags that stay open at once in the source before parsing is not even tried: the parser's time grows with their square.
    private const int MaxOpenTags = 1_000;

    // Elements without end tag, or whose end tag is often left out.
    private static readonly HashSet<string> OftenEndless = new(
        ["p", "li", "br", "hr", "td", "th", "tr", "dt", "dd", "rt", "rp", "img", "wbr", "col", "input", "source", "option"], StringComparer.OrdinalIgnoreCase);

    private static readonly IBrowsingContext Context = BrowsingContext.New(Configuration.Default);

    private int _elements;

    /// <param name="isAttribute">Whether an attribute of that name is worth building.</param>
    /// <param name="parsed">Gets the body of the parsed document.</param>
    public BoundedHtmlParser(Func<ReadOnlySpan<char>, bool> isAttribute, Action<IElement> parsed)
    {
        var options = new HtmlParserOptions
        {
            // As a browser parses that runs scripts: what noscript holds is text.
            IsScripting = true,
            // html, body and one more, so that what is too deep shows as too deep.
            MaximumDepth = MaxDepth + 3,
            // Counting while the tree grows: misnested markup can make many more elements than it has tags.
            OnCreated = (_, _) => Count(),
            // A tag may have a hundred thousand attributes.
            ShouldEmitAttribute = (ref _, name) => isAttribute(name.Span),
            SkipComments = true,
            DisableElementPositionTracking = true,
        };
        Parser = new HtmlParser(options, Context);
        Parser.Parsed += (_, done) =>
        {
            if (((HtmlParseEvent)done).Document.Body is { } body)
            {
                CheckSize(body);
                parsed(body);
            }
        };
    }

    /// <summary>The parser, for one document.</summary>
    public HtmlParser Parser { get; }

    /// <summary>A look at the source that finds the worst before it costs anything.</summary>
    /// <param name="html">The source.</param>
    /// <param name="maxTags">Most start tags that it may have.</param>
    /// <exception cref="HtmlTooLargeException">It has more tags, or more open at once, than any article.</exception>
    public static void CheckSource(string html, int maxTags = MaxNodes)
    {
        var (tags, open) = (0, 0);
        for (var at = html.IndexOf('<', StringComparison.Ordinal); at >= 0 && at + 1 < html.Length; at = html.IndexOf('<', at + 1))
        {
            var next = html[at + 1];
            if (next == '/')
            {
                open = Math.Max(0, open - 1);
            }
            else if (char.IsAsciiLetter(next) && (++tags > maxTags || (StaysOpen(html.AsSpan(at + 1)) && ++open > MaxOpenTags)))
            {
                throw new HtmlTooLargeException();
            }
        }
    }

    private static bool StaysOpen(ReadOnlySpan<char> tag)
    {
        var length = 0;
        while (length < tag.Length && length < 8 && char.IsAsciiLetter(tag[length]))
        {
            length++;
        }

        return !OftenEndless.GetAlternateLookup<ReadOnlySpan<char>>().Contains(tag[..length]);
    }

    private void Count()
    {
        if (++_elements > MaxNodes)
        {
            throw new HtmlTooLargeException();
        }
    }

    private static void CheckSize(IElement body)
    {
        var (nodes, depth) = (0, 0);
        for (INode? node = body.FirstChild; node is not null;)
        {
            if (++nodes > MaxNodes || depth >= MaxDepth)
            {
                throw new HtmlTooLargeException();
            }

            if (node.FirstChild is { } child)
            {
                depth++;
                node = child;
                continue;
            }

            while (node is not null && node.NextSibling is null)
            {
                depth--;
                node = ReferenceEquals(node.Parent, body) ? null : node.Parent;
            }

            node = node?.NextSibling;
        }
    }
}

/// <summary>An article has more nodes or depth than one may have.</summary>
internal sealed class HtmlTooLargeException : Exception;

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

    // Longer names are told apart by their start.
    private const int LongestName = 16;

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
        var openByName = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        var byName = openByName.GetAlternateLookup<ReadOnlySpan<char>>();
        for (var at = html.IndexOf('<', StringComparison.Ordinal); at >= 0 && at + 1 < html.Length; at = html.IndexOf('<', at + 1))
        {
            var isEnd = html[at + 1] == '/';
            var name = NameAt(html, at + (isEnd ? 2 : 1));
            if (name.IsEmpty || !char.IsAsciiLetter(name[0]) || (!isEnd && ++tags <= maxTags && IsOftenEndless(name)) || (isEnd && IsOftenEndless(name)))
            {
                continue;
            }

            byName.TryGetValue(name, out var count);
            if (!isEnd)
            {
                byName[name] = count + 1;
                open++;
            }
            else if (count > 0)
            {
                // Only an end tag of something open closes anything; others must not hide what stays open.
                byName[name] = count - 1;
                open--;
            }

            if (tags > maxTags || open > MaxOpenTags)
            {
                throw new HtmlTooLargeException();
            }
        }
    }

    private static bool IsOftenEndless(ReadOnlySpan<char> name) => OftenEndless.GetAlternateLookup<ReadOnlySpan<char>>().Contains(name);

    private static ReadOnlySpan<char> NameAt(string html, int start)
    {
        var end = start;
        while (end < html.Length && end - start < LongestName && (char.IsAsciiLetterOrDigit(html[end]) || html[end] == '-'))
        {
            end++;
        }

        return html.AsSpan(start, end - start);
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
        // A stack of its own, and no asking for siblings: the tree answers that by searching from the first child.
        var nodes = 0;
        var waiting = new Stack<(INode Node, int Depth)>();
        waiting.Push((body, 0));
        while (waiting.TryPop(out var at))
        {
            foreach (var child in at.Node.ChildNodes)
            {
                if (++nodes > MaxNodes || at.Depth >= MaxDepth)
                {
                    throw new HtmlTooLargeException();
                }

                waiting.Push((child, at.Depth + 1));
            }
        }
    }
}

/// <summary>An article has more nodes or depth than one may have.</summary>
internal sealed class HtmlTooLargeException : Exception;

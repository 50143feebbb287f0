using AngleSharp;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace ChipWatch.Pipeline.Text;

/// <summary>A parser for one article that gives up when the article has more elements or depth than one may have.</summary>
internal sealed class BoundedHtmlParser
{
    /// <summary>Elements of one article.</summary>
    public const int MaxElements = 20_000;

    /// <summary>Elements within each other.</summary>
    public const int MaxDepth = 200;

    private static readonly IBrowsingContext Context = BrowsingContext.New(Configuration.Default);

    private int _elements;

    public BoundedHtmlParser()
    {
        // Counting while the tree grows: misnested markup can make many more elements than it has tags.
        Parser = new HtmlParser(new HtmlParserOptions { IsScripting = true, MaximumDepth = 512, OnCreated = (_, _) => Count() }, Context);
        Parser.Parsed += (_, parsed) => CheckDepth(((AngleSharp.Html.Dom.Events.HtmlParseEvent)parsed).Document);
    }

    public HtmlParser Parser { get; }

    private void Count()
    {
        if (++_elements > MaxElements)
        {
            throw new HtmlTooLargeException();
        }
    }

    private static void CheckDepth(AngleSharp.Html.Dom.IHtmlDocument document)
    {
        var depth = 0;
        for (INode? node = document.Body; node is not null;)
        {
            if (node.FirstChild is { } child)
            {
                if (++depth > MaxDepth)
                {
                    throw new HtmlTooLargeException();
                }

                node = child;
                continue;
            }

            while (node is not null && node.NextSibling is null)
            {
                node = ReferenceEquals(node, document.Body) ? null : node.Parent;
                depth--;
            }

            node = node?.NextSibling;
            if (depth < 0)
            {
                return;
            }
        }
    }
}

/// <summary>An article has more elements or depth than one may have.</summary>
internal sealed class HtmlTooLargeException : Exception;

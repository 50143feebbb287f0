using AngleSharp.Dom;

namespace ChipWatch.Pipeline.Extraction;

/// <summary>The text of elements as a reader sees it.</summary>
internal static class NodeText
{
    /// <summary>An element's text with every run of white space as one blank.</summary>
    public static string Of(INode node) => Squeeze(node.TextContent);

    /// <summary>The text with every run of white space as one blank, none at the ends.</summary>
    public static string Squeeze(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    /// <summary>The text with each of its lines as a paragraph.</summary>
    public static string Paragraphs(string text) => string.Join("\n\n", text.Split('\n').Select(Squeeze).Where(line => line.Length > 0));

    /// <summary>Letters, digits and ideographs of a text, without white space: what counts as length.</summary>
    public static int Length(INode node) => Letters(node.TextContent);

    /// <summary>The same of a text.</summary>
    public static int Letters(string text)
    {
        var length = 0;
        foreach (var letter in text)
        {
            length += char.IsWhiteSpace(letter) ? 0 : 1;
        }

        return length;
    }

    /// <summary>Share of an element's text that stands in links, 0 to 1.</summary>
    public static double LinkDensity(IElement element)
    {
        var all = Length(element);
        return all == 0 ? 0 : Math.Min(1, element.QuerySelectorAll("a").Sum(Length) / (double)all);
    }
}

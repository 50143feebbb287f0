using AngleSharp.Dom;

namespace ChipWatch.Pipeline.Extraction;

/// <summary>Takes out of an article's element what its structure shows to be no part of the article: lists of links, boxes of links.</summary>
internal static class FurnitureRemover
{
    private const double MostlyLinks = 0.6;
    private const int FewWords = 25;

    private static readonly HashSet<string> Lines = new(StringComparer.Ordinal) { "p", "h1", "h2", "h3", "h4", "h5", "h6", "li", "td", "th", "tr", "tbody", "thead", "dd", "dt", "pre", "figcaption", "caption", "blockquote" };

    /// <summary>Changes the element in place.</summary>
    public static void Clean(PageTree tree, IElement root)
    {
        foreach (var element in tree.Below(root))
        {
            if (!PageTree.IsInline(element) && !Lines.Contains(element.LocalName) && IsLinks(tree, element))
            {
                tree.Remove(element);
            }
        }
    }

    private static bool IsLinks(PageTree tree, IElement element)
    {
        var weight = tree[element];
        return weight.Prose == 0 && weight.Text > 0 && weight.LinkShare >= MostlyLinks
            && (weight.Text > FewWords || element.LocalName is "ul" or "ol" or "dl" or "table");
    }
}

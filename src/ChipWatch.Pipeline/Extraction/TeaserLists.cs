using AngleSharp.Dom;

namespace ChipWatch.Pipeline.Extraction;

/// <summary>Takes out lists of other articles that show how each begins: boxes alike, each with a link and a text that breaks off.</summary>
internal static class TeaserLists
{
    private const int Fewest = 3;
    private const double Most = 0.6;
    private const int LongestTeaser = 500;

    private static readonly string[] Breaks = ["...", "…", "[…]", "[...]", "…»"];
    private static readonly string[] Invitations = ["read more", "continue reading", "learn more", "weiterlesen", "mehr lesen", "lire la suite", "leer más", "leggi tutto", "leia mais", "lees verder"];

    /// <summary>Changes the page in place; a list that holds nearly all of the prose stays: the page is one of lists then.</summary>
    public static void Remove(PageTree tree, IElement body)
    {
        foreach (var list in tree.Below(body))
        {
            if (list.ChildElementCount >= Fewest && !PageTree.IsInline(list) && IsTeasers(tree, list))
            {
                tree.Remove(list);
            }
        }
    }

    private static bool IsTeasers(PageTree tree, IElement list)
    {
        var (boxes, broken) = (0, 0);
        foreach (var child in list.Children)
        {
            if (tree[child].Text > LongestTeaser)
            {
                return false;
            }

            if (tree[child].Text > 0)
            {
                boxes++;
                broken += tree[child].Linked > 0 && BreaksOff(child) ? 1 : 0;
            }
        }

        return broken >= Fewest && broken >= boxes * Most;
    }

    private static bool BreaksOff(IElement box)
    {
        var text = box.TextContent.AsSpan().TrimEnd("»> \t\r\n\u00A0→");
        foreach (var invitation in Invitations)
        {
            if (text.EndsWith(invitation, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        foreach (var mark in Breaks)
        {
            if (text.EndsWith(mark, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }
}

using AngleSharp.Dom;

namespace ChipWatch.Pipeline.Extraction;

/// <summary>Takes out of a page what no reader sees as text and what its elements, classes and ids call furniture.</summary>
internal static class PageCleaner
{
    /// <summary>A part with more than this share of the page's prose stays, whatever it is called: then the name means something else.</summary>
    private const double LargePart = 0.35;

    /// <summary>A hidden part of which the page shows this share elsewhere is there for machines.</summary>
    private const double Repeated = 0.4;

    private const double SmallArticle = 0.2;
    private const int ShortestArticle = 500;

    private static readonly HashSet<string> FurnitureElements = new(StringComparer.Ordinal) { "nav", "footer", "aside", "form", "noscript", "menu", "dialog", "header" };

    private static readonly HashSet<string> FurnitureRoles = new(StringComparer.OrdinalIgnoreCase)
    {
        "navigation", "banner", "contentinfo", "dialog", "alertdialog", "complementary", "search", "menu", "menubar", "toolbar", "tablist", "alert",
    };

    private static readonly HashSet<string> NeverFurniture = new(StringComparer.Ordinal) { "html", "body", "article", "main", "h1", "p", "em", "strong", "b", "i", "blockquote" };

    /// <summary>Changes the page in place.</summary>
    public static void Clean(PageTree tree)
    {
        if (tree.Body is not { } body)
        {
            return;
        }

        RemoveUnseen(tree, body);
        TeaserLists.Remove(tree, body);

        var named = tree.Below(body).Select(element => (Element: element, Name: NameOf(element))).Where(pair => pair.Name is not null).ToList();
        var shares = new Dictionary<string, int>(StringComparer.Ordinal);
        var names = named.ToDictionary(pair => pair.Element, pair => pair.Name!);
        foreach (var (element, name) in named)
        {
            if (!IsWithin(element, name!, names))
            {
                shares[name!] = shares.GetValueOrDefault(name!) + tree[element].Prose;
            }
        }

        var all = tree[body].Prose;
        foreach (var (element, name) in named)
        {
            // A name that covers much of the page says nothing, unless what is left could be an article and this part has no headline.
            if (shares.GetValueOrDefault(name!) <= all * LargePart || tree[element].Prose == 0
                || (tree[body].Prose - tree[element].Prose >= Math.Max(ShortestArticle, all * SmallArticle) && FurnitureHints.IsSure(name!) && !HoldsArticle(element)))
            {
                if (body.Contains(element))
                {
                    tree.Remove(element);
                }
            }
        }
    }

    /// <summary>What is hidden goes, unless it is much of the page and nowhere else: then a script shows it once the page is loaded.</summary>
    private static void RemoveUnseen(PageTree tree, IElement body)
    {
        var unseen = new List<IElement>();
        foreach (var element in tree.Below(body))
        {
            if (PageTree.IsSilent(element))
            {
                tree.Remove(element);
            }
            else if (IsHidden(element) && !unseen.Exists(other => other.Contains(element)))
            {
                unseen.Add(element);
            }
        }

        if (unseen.Sum(element => tree[element].Prose) <= tree[body].Prose * LargePart || unseen.Exists(element => RepeatsWhatIsSeen(tree, body, element, unseen)))
        {
            unseen.ForEach(tree.Remove);
        }
    }

    /// <summary>Pages write an article a second time for machines, hidden and without its paragraphs.</summary>
    private static bool RepeatsWhatIsSeen(PageTree tree, IElement body, IElement hidden, List<IElement> unseen)
    {
        if (tree[hidden].Prose < ShortestArticle || StatedBody.Of(hidden.TextContent) is not { } text)
        {
            return false;
        }

        var seen = tree.Below(body).Where(element => element.LocalName is "p" or "li" && text.Holds(element.TextContent) && !unseen.Exists(other => other.Contains(element)));
        return seen.Sum(element => tree[element].Text) >= tree[hidden].Text * Repeated;
    }

    private static bool IsWithin(IElement element, string name, Dictionary<IElement, string> names)
    {
        for (var ancestor = element.ParentElement; ancestor is not null; ancestor = ancestor.ParentElement)
        {
            if (names.GetValueOrDefault(ancestor) == name)
            {
                return true;
            }
        }

        return false;
    }

    private static bool HoldsArticle(IElement element) => element.QuerySelector("h1, article, main, [itemprop~=articleBody]") is not null;

    private static string? NameOf(IElement element) =>
        FurnitureElements.Contains(element.LocalName) ? (element.LocalName == "header" && element.QuerySelector("h1") is not null ? null : element.LocalName)
        : element.GetAttribute("role") is { } role && FurnitureRoles.Contains(role) ? role
        : NeverFurniture.Contains(element.LocalName) ? null
        : FurnitureHints.Of(element);

    private static bool IsHidden(IElement element) =>
        element.HasAttribute("hidden") || element.GetAttribute("aria-hidden") is "true"
        || (element.GetAttribute("style") is { } style && Hides(style));

    private static bool Hides(string style)
    {
        var plain = style.Replace(" ", "", StringComparison.Ordinal);
        return plain.Contains("display:none", StringComparison.OrdinalIgnoreCase) || plain.Contains("visibility:hidden", StringComparison.OrdinalIgnoreCase);
    }
}

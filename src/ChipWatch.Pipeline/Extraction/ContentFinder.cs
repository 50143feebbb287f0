using AngleSharp.Dom;

namespace ChipWatch.Pipeline.Extraction;

/// <summary>Finds the element that holds the article: as much of the page's prose as can be had with little else beside it.</summary>
internal static class ContentFinder
{
    /// <summary>What a letter in a link costs, and what one in a short line is worth, against one in prose.</summary>
    private const double CostOfLinks = 0.4;
    private const double WorthOfShort = 0.1;
    private const int ShortestArticle = 500;
    private const double Body = 1.25;
    private const double Article = 1.12;
    private const double Main = 1.06;

    /// <summary>The element; null where nothing on the page reads like sentences.</summary>
    public static IElement? Find(PageTree tree, StatedBody? stated, string title)
    {
        if (tree.Body is not { } body)
        {
            return null;
        }

        var seen = Seen(tree, body);
        seen = seen is null ? null : AtHeadline(tree, seen, title) ?? seen;
        return stated?.Find(tree, body) is { } shown && (seen is null || stated.IsWhole || tree[shown].Prose >= tree[seen].Prose / 2) ? shown : seen;
    }

    private static IElement? Seen(PageTree tree, IElement body)
    {

        var (best, top) = (body, Score(tree, body));
        foreach (var element in tree.Below(body))
        {
            var score = Score(tree, element);
            if (score >= top && tree[element].Prose > 0)
            {
                (best, top) = (element, score);
            }
        }

        return tree[best].Prose > 0 ? Narrow(tree, best) : tree[body].Text > 25 ? body : null;
    }

    /// <summary>The box around the page's headline, where that is another than what was found and holds an article too: the larger one is other news then.</summary>
    private static IElement? AtHeadline(PageTree tree, IElement found, string title)
    {
        var headline = tree.Body!.QuerySelectorAll("h1").FirstOrDefault(heading => NodeText.Of(heading).Equals(title, StringComparison.OrdinalIgnoreCase));
        if (headline is null || found.Contains(headline) || found.Closest("article") is null)
        {
            return null;
        }

        var box = headline.ParentElement;
        while (box is not null && (box.LocalName is not "article" || tree[box].Prose < ShortestArticle))
        {
            box = box.ParentElement;
        }

        return box is null || box.Contains(found) || found.Contains(box) ? null : box;
    }

    /// <summary>Where a part that calls itself the article holds much of what was found, the rest is other articles, comments and the like.</summary>
    private static IElement Narrow(PageTree tree, IElement found)
    {
        var best = found;
        foreach (var element in tree.Below(found))
        {
            var share = (double)tree[element].Prose / Math.Max(1, tree[best].Prose);
            if (share >= (Bonus(element) switch { Body => 0.35, Article => 0.5, Main => 0.5, _ => 2 }) && best.Contains(element) && !IsOneOfMany(tree, element, found))
            {
                best = element;
            }
        }

        return best;
    }

    /// <summary>Whether boxes of the same name stand beside it that hold text too: then they are sections of one article.</summary>
    private static bool IsOneOfMany(PageTree tree, IElement element, IElement within) => element.LocalName is not ("article" or "main")
        && tree.Below(within).Any(other => other.ClassName == element.ClassName && other.LocalName == element.LocalName && tree[other].Prose > tree[element].Prose * 0.1
            && other != element && !element.Contains(other) && !other.Contains(element));

    private static double Score(PageTree tree, IElement element)
    {
        var weight = tree[element];
        var score = weight.Prose + (WorthOfShort * (weight.Text - weight.Linked - weight.Prose)) - (CostOfLinks * weight.Linked);
        return score <= 0 ? score : score * Bonus(element);
    }

    private static double Bonus(IElement element) =>
        element.GetAttribute("itemprop") is { } property && property.Contains("articleBody", StringComparison.OrdinalIgnoreCase) ? Body
        : element.LocalName is "article" ? Article
        : element.LocalName is "main" ? Main
        : FurnitureHints.IsContent(element) ? Article
        : 1;
}

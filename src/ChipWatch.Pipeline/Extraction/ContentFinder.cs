using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace ChipWatch.Pipeline.Extraction;

/// <summary>Finds the element that holds the article: paragraphs vote for their ancestors, links vote against them.</summary>
internal static class ContentFinder
{
    private const int ShortestParagraph = 25;
    private const double SiblingShare = 0.2;

    /// <summary>The parts of the article in document order; empty where no paragraph speaks for any element.</summary>
    /// <param name="page">A page that was cleaned.</param>
    public static IReadOnlyList<IElement> Find(IHtmlDocument page)
    {
        var scores = Scores(page);
        if (scores.Count == 0)
        {
            return page.Body is { } body && NodeText.Length(body) > ShortestParagraph ? [body] : [];
        }

        var rated = scores.Select(pair => (Element: pair.Key, Score: pair.Value * (1 - NodeText.LinkDensity(pair.Key)) * Weight(pair.Key)))
            .OrderByDescending(pair => pair.Score).Take(10).ToList();
        var best = rated[0].Element;
        // Several strong candidates side by side are sections of one article: their parent holds it.
        while (best.ParentElement is { } parent && parent.LocalName is not ("body" or "html")
            && rated.Exists(pair => pair.Element != best && parent.Contains(pair.Element) && !best.Contains(pair.Element) && pair.Score > rated[0].Score * 0.5))
        {
            best = parent;
        }

        return best.LocalName is "p" ? [best.ParentElement ?? best] : WithSiblings(best, scores, rated[0].Score);
    }

    private static Dictionary<IElement, double> Scores(IHtmlDocument page)
    {
        var scores = new Dictionary<IElement, double>();
        foreach (var paragraph in page.QuerySelectorAll("p, pre, blockquote, td, li, dd"))
        {
            if (paragraph.QuerySelector("p, li") is not null)
            {
                continue;
            }

            AddVotes(scores, paragraph, NodeText.Length(paragraph) * (1 - NodeText.LinkDensity(paragraph)), paragraph.LocalName is "li" ? 0.5 : 1);
        }

        // Pages that write paragraphs as bare text between line breaks.
        foreach (var box in page.QuerySelectorAll("div, section, article"))
        {
            var own = box.ChildNodes.OfType<IText>().Sum(text => text.Data.Trim().Length);
            if (own > 80)
            {
                scores[box] = scores.GetValueOrDefault(box) + Vote(own);
                AddVotes(scores, box, own, 0.5);
            }
        }

        return scores;
    }

    private static void AddVotes(Dictionary<IElement, double> scores, IElement paragraph, double length, double weight)
    {
        if (length < ShortestParagraph)
        {
            return;
        }

        var share = weight;
        var ancestor = paragraph.ParentElement;
        for (var level = 0; level < 4 && ancestor is not null && ancestor.LocalName is not "html"; level++)
        {
            scores[ancestor] = scores.GetValueOrDefault(ancestor) + (Vote(length) * share);
            share *= level == 0 ? 0.6 : 0.5;
            ancestor = ancestor.ParentElement;
        }
    }

    private static double Vote(double length) => 1 + Math.Min(length / 60, 8);

    private static double Weight(IElement element) =>
        element.GetAttribute("itemprop") is "articleBody" ? 1.6
        : element.LocalName is "article" or "main" ? 1.25
        : element.LocalName is "body" ? 0.6
        : element.LocalName is "ul" or "ol" or "table" or "tr" ? 0.5
        : 1;

    private static List<IElement> WithSiblings(IElement best, Dictionary<IElement, double> scores, double top)
    {
        if (best.ParentElement is not { } parent || best.LocalName is "body")
        {
            return [best];
        }

        return [.. parent.Children.Where(sibling => sibling == best
            || scores.GetValueOrDefault(sibling) * (1 - NodeText.LinkDensity(sibling)) >= Math.Max(10, top * SiblingShare)
            || (sibling.LocalName is "p" && NodeText.Length(sibling) > 80 && NodeText.LinkDensity(sibling) < 0.25))];
    }
}

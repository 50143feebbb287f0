using AngleSharp.Dom;

namespace ChipWatch.Pipeline.Extraction;

/// <summary>Tells whether a page shows only the free beginning of an article.</summary>
internal static class TeaserReader
{
    /// <summary>A longer text is the article itself, whatever the page says to those who have not paid.</summary>
    private const int LongestTeaser = 4_000;
    private const int LongestPrompt = 300;

    /// <summary>Whether the text is a teaser: the page states that it is not free, or asks to pay or to sign in for the rest.</summary>
    /// <param name="asksForPay">Whether a line of the page asks so.</param>
    /// <param name="metadata"><param name="metadata">What the page states.</param>
    /// <param name="text">What was found of the article.</param>
    public static bool IsTeaser(bool asksForPay, PageMetadata metadata, string text) => text.Length is > 0 and <= LongestTeaser && (metadata.IsPaywalled || asksForPay);

    /// <summary>Whether a line of the page asks to pay or to sign in for the rest of an article.</summary>
    public static bool AsksForPay(PageTree tree, IElement body)
    {
        foreach (var element in tree.Below(body))
        {
            if (PageTree.IsSilent(element) || element.Closest("nav, footer, header") is not null)
            {
                continue;
            }

            foreach (var words in element.ChildNodes.OfType<IText>())
            {
                if (words.Data.Length is > 15 and <= LongestPrompt && FurniturePhrases.AsksForPay(words.Data))
                {
                    return true;
                }
            }
        }

        return false;
    }
}

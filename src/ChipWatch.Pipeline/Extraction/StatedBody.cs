using System.Text;
using AngleSharp.Dom;

namespace ChipWatch.Pipeline.Extraction;

/// <summary>The article's body as the page states it to machines (JSON-LD articleBody): where it agrees with what is seen, it tells the article from the rest.</summary>
internal sealed class StatedBody
{
    private const int ShortestBody = 400;
    private const int WholeBody = 900;
    private const int KeyLength = 40;
    private const int ShortestKey = 16;

    /// <summary>The page shows nearly all of what it states.</summary>
    private const double Shown = 0.7;

    private readonly string letters;

    private StatedBody(string text) => (Text, letters) = (text, Letters(text, int.MaxValue));

    /// <summary>The body as stated.</summary>
    public string Text { get; }

    /// <summary>Whether it is long enough to be more than the beginning of an article.</summary>
    public bool IsWhole => letters.Length >= WholeBody && !Text.AsSpan().TrimEnd().EndsWith("...", StringComparison.Ordinal) && !Text.AsSpan().TrimEnd().EndsWith("…", StringComparison.Ordinal);

    /// <summary>The stated body; null where it is too short to tell anything.</summary>
    public static StatedBody? Of(string? text) => text is { Length: >= ShortestBody } ? new(text) : null;

    /// <summary>Whether a line begins like a place in the stated body; lines too short to tell are not.</summary>
    public bool Holds(string line)
    {
        var key = Letters(line, KeyLength);
        return key.Length >= ShortestKey && letters.Contains(key, StringComparison.Ordinal);
    }

    /// <summary>Whether a page that shows so many letters of it shows it whole.</summary>
    public bool IsShownBy(int shown) => shown >= letters.Length * Shown;

    /// <summary>The smallest element that shows nearly all of it; null where the page shows too little of it.</summary>
    public IElement? Find(PageTree tree, IElement body)
    {
        var shown = new Dictionary<IElement, int>();
        foreach (var element in tree.Below(body).Where(element => !PageTree.IsInline(element) && !PageTree.IsSilent(element)))
        {
            var own = OwnText(element);
            if (own.Length >= ShortestKey && Holds(own))
            {
                var length = Letters(own, int.MaxValue).Length;
                for (IElement? ancestor = element; ancestor is not null; ancestor = ancestor.ParentElement)
                {
                    shown[ancestor] = shown.GetValueOrDefault(ancestor) + length;
                }
            }
        }

        if (!IsShownBy(shown.GetValueOrDefault(body)))
        {
            return null;
        }

        var best = body;
        while (best.Children.FirstOrDefault(child => shown.GetValueOrDefault(child) >= shown[body] * 0.9) is { } child)
        {
            best = child;
        }

        return best;
    }

    /// <summary>The element's text outside the blocks in it, from its first block-free run.</summary>
    private static string OwnText(IElement element)
    {
        var text = new StringBuilder();
        foreach (var node in element.ChildNodes)
        {
            if (node is IText words)
            {
                text.Append(words.Data);
            }
            else if (node is IElement child)
            {
                if (!PageTree.IsInline(child))
                {
                    continue;
                }

                text.Append(child.LocalName is "br" ? " " : child.TextContent);
            }
        }

        return text.ToString();
    }

    private static string Letters(string text, int most)
    {
        var letters = new StringBuilder(Math.Min(text.Length, most));
        foreach (var letter in text)
        {
            if (char.IsLetterOrDigit(letter))
            {
                letters.Append(char.ToLowerInvariant(letter));
                if (letters.Length == most)
                {
                    break;
                }
            }
        }

        return letters.ToString();
    }
}

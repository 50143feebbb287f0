using System.Text;
using System.Text.RegularExpressions;

namespace ChipWatch.Pipeline.Fetching;

/// <summary>A first look at a body that is a web page: enough to tell walls from content, without parsing it.</summary>
/// <param name="Html">Its first 64 KiB as text.</param>
/// <param name="IsWhole">Whether that is all of it.</param>
internal sealed partial record PageGlance(string Html, bool IsWhole)
{
    private const int MaxLooked = 64 * 1024;

    /// <summary>The page's title; empty where it has none.</summary>
    public string Title { get; } = TitleOf(Html);

    /// <summary>Characters that a reader would see, blanks left out.</summary>
    public int VisibleLength => Unseen().Replace(Html, "").Count(c => !char.IsWhiteSpace(c));

    /// <summary>The glance; null for a body that is no page, or larger than walls are.</summary>
    public static PageGlance? Of(SafeAnswer.Answered answer)
    {
        if (answer.Body.IsEmpty || answer.Body.Length > 4 * MaxLooked)
        {
            return null;
        }

        var html = Encoding.UTF8.GetString(answer.Body.Span[..Math.Min(answer.Body.Length, MaxLooked)]);
        var isPage = html.Contains("<html", StringComparison.OrdinalIgnoreCase)
            || html.Contains("<!doctype html", StringComparison.OrdinalIgnoreCase)
            || html.Contains("<script", StringComparison.OrdinalIgnoreCase);
        return isPage ? new(html, answer.Body.Length <= MaxLooked) : null;
    }

    private static string TitleOf(string html)
    {
        var start = html.IndexOf("<title", StringComparison.OrdinalIgnoreCase);
        var open = start < 0 ? -1 : html.IndexOf('>', start);
        var end = open < 0 ? -1 : html.IndexOf("</title", open, StringComparison.OrdinalIgnoreCase);
        return end < 0 ? "" : html[(open + 1)..end].Replace("&#39;", "'", StringComparison.Ordinal);
    }

    [GeneratedRegex("<script.*?</script|<style.*?</style|<[^>]*>", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.Singleline)]
    private static partial Regex Unseen();
}

using ChipWatch.Pipeline.Tagging;

namespace ChipWatch.Pipeline.Revisions;

/// <summary>What a page that was read again shows.</summary>
public enum SameArticleVerdict
{
    /// <summary>The article, perhaps changed.</summary>
    Same,

    /// <summary>Only its beginning: a wall was put before the rest.</summary>
    Teaser,

    /// <summary>Something else: a front page, a wall, another article.</summary>
    Another,
}

/// <summary>Tells an article that changed from a page that was put in its place. Pages that are gone often lead to a front page.</summary>
public static class SameArticle
{
    private const double SharedWords = 0.25;
    private const double SharedTitle = 0.5;
    private const double TeaserLength = 0.4;
    private const double FromTheOld = 0.8;
    private const int FewestWords = 60;

    /// <summary>Judges what stands there now by what stood there.</summary>
    public static SameArticleVerdict Judge(ArticleState old, ArticleState now)
    {
        var (before, after) = (WordsOf(old.Text), WordsOf(now.Text));
        var shared = after.Count(before.Contains);
        if (before.Count >= FewestWords && after.Count < TeaserLength * before.Count && shared >= FromTheOld * after.Count)
        {
            return SameArticleVerdict.Teaser;
        }

        var titleKept = Likeness(WordsOf(old.Title), WordsOf(now.Title)) >= SharedTitle;
        var textKept = shared >= SharedWords * Math.Min(before.Count, after.Count);
        return textKept || (titleKept && after.Count >= TeaserLength * before.Count) ? SameArticleVerdict.Same : SameArticleVerdict.Another;
    }

    private static HashSet<string> WordsOf(string text) =>
        [.. WordDiff.Tokens(text).Select(token => token.Text.ToLowerInvariant()).Where(word => word.Length > 3 || (word.Length > 0 && Folding.IsCjk(word[0])))];

    private static double Likeness(HashSet<string> one, HashSet<string> other) =>
        one.Count(other.Contains) / (double)Math.Max(1, Math.Max(one.Count, other.Count));
}

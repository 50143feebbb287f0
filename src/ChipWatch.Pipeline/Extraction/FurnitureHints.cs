using System.Text;
using System.Text.RegularExpressions;
using AngleSharp.Dom;

namespace ChipWatch.Pipeline.Extraction;

/// <summary>What classes and ids give away of an element: whether it is furniture of the page, or holds an article.</summary>
internal static partial class FurnitureHints
{
    private static readonly string[] States = ["has-", "with-", "is-", "no-", "show-", "hide-", "without-", "js-", "u-", "tag-", "category-", "cat-", "post-type", "type-", "format-", "hidden:", "md:", "lg:", "sm:", "tagged"];

    /// <summary>The word in an element's class or id that speaks of furniture; null where there is none.</summary>
    public static string? Of(IElement element) => Hint(element) is { Length: > 0 } hint && !BoxOfContent().IsMatch(hint) && Furniture().Match(hint) is { Success: true } found ? found.Groups[1].Value : null;

    /// <summary>Whether class or id says that an element holds the text of an article.</summary>
    public static bool IsContent(IElement element) => Hint(element) is { Length: > 0 } hint && Content().IsMatch(hint);

    /// <summary>Whether a name of furniture is one that hardly ever stands on the article's own box: comments, other stories, dialogs.</summary>
    public static bool IsSure(string name) => Sure().IsMatch(name);

    /// <summary>Class and id in lower case, words of camel case parted by hyphens; words that tell of a state (has-sidebar, box--ad) are left out.</summary>
    private static string Hint(IElement element)
    {
        var (names, id) = (element.ClassName, element.Id);
        if (string.IsNullOrEmpty(names) && string.IsNullOrEmpty(id))
        {
            return "";
        }

        var hint = new StringBuilder((names?.Length ?? 0) + (id?.Length ?? 0) + 8);
        foreach (var range in $"{names} {id}".AsSpan().SplitAny(' ', '\n', '\t'))
        {
            var name = $"{names} {id}".AsSpan(range);
            if (!IsState(name))
            {
                Append(hint, name);
            }
        }

        return hint.ToString();
    }

    private static bool IsState(ReadOnlySpan<char> name)
    {
        foreach (var start in States)
        {
            if (name.StartsWith(start, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    private static void Append(StringBuilder hint, ReadOnlySpan<char> name)
    {
        var end = name.IndexOf("--", StringComparison.Ordinal);
        var before = ' ';
        foreach (var letter in end > 0 ? name[..end] : name)
        {
            if (char.IsAsciiLetterUpper(letter) && char.IsAsciiLetterLower(before))
            {
                hint.Append('-');
            }

            hint.Append(letter == '_' ? '-' : char.ToLowerInvariant(letter));
            before = letter;
        }

        hint.Append(' ');
    }

    [GeneratedRegex(@"-+(main|content-?area|article)( |$)", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex BoxOfContent();

    [GeneratedRegex(
        @"^(comments?.*|respond|disqus.*|related.*|recommend.*|recirc.*|most-?(read|popular|viewed|shared)|popular|trending|outbrain|taboola|zergnet|cookies?.*|consent|gdpr|popup|pop-up|modal|overlay|lightbox|side-?bar|footer|site-?footer|more-.*|also-.*|read-?(also|next|more)|login|log-in|register|signin|regwall|yarpp.*|polls?|aside|nav|navigation|dialog|complementary)$",
        RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex Sure();

    [GeneratedRegex(
        @"(?:^|[ \-:])(shar(?:e|es|ing)|share(?:bar|box|tools|buttons|daddy)|social(?:s|bar|media)?|socialize|follow(?:-us|us)?|newsletters?|subscri\w*|sign-?up|related\w*|recommend\w*|recirc\w*|read-?more|read-?also|read-?next|see-also|more-(?:on|from|stories|news|articles|posts)|also-(?:like|read)|next-(?:up|post|article)|prev-?next|post-nav\w*|comments?(?:-?area|-?list|-?section|-?box|-?form)?|respond|disqus\w*|cookies?\w*|consent|gdpr|promos?|promo(?:box|tion|tions|tional)|advert\w*|ads?|ad-?(?:slot|unit|container|wrapper|banner|box)|dfp|gpt|sponsor\w*|affiliate-?(?:disclaimer|disclosure)|breadcrumbs?|side-?bar\w*|popup|pop-up|modal|overlay|lightbox|paginat\w*|pager|author-?(?:bio|box|info|card|description|details|profile)|about-?(?:the-?)?author|bio|biography|post-?author|byline|by-line|dateline|masthead|menu|mega-?menu|nav-?bar|navigation|nav|site-?(?:header|footer)|footer|toolbar|trending|popular|most-?(?:read|popular|viewed|shared)|outbrain|taboola|zergnet|teasers?|tags|tag-?(?:row|list|cloud|links)|taglist|article-tags|post-tags|post-?meta|entry-?meta|article-?meta|meta-?data|metadata|cat-?links|print-only|screen-reader-text|sr-only|visually-?hidden|skip-?link|copyright|disclaimer|disclosure|login|log-in|register|ratings?|votes?|voting|reactions?|feedback|survey|poll|yarpp\w*|toc|table-of-contents|contents-list|language-switcher|lang-switcher|donat\w*|call-?to-?action|cta|cta-?box|banner|alert|notification|ticker|carousel|slideshow-nav|pull-?quote|tooltip|reading-time|read-time|word-?count|print(?:-?btn)?|app-?promo|paywall-?(?:prompt|overlay|message)|regwall|signin|search-?(?:form|box|bar)|jump-?links?|dek|deck|sub-?title|sub-?headline|standfirst|tagline|fact-?checked|anchor-?links?|credits?|caption-credit|photo-credit)(?:[ \-:0-9]|$)",
        RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex Furniture();

    [GeneratedRegex(
        @"(?:^|[ \-])(article-?-?(?:body|content|text|copy)|story-?-?(?:body|content|text)|post-?-?(?:body|content|text|entry)|entry-?-?(?:content|body|text)|blog-?-?(?:content|body)|news-?-?(?:body|content|text)|body-?(?:copy|text)|content-?-?body|page-?content|main-?content|rich-?text|field-name-body|e-content|td-post-content|single-content|text-?content|articletext|artikel-?(?:text|body|inhalt)|cuerpo|texto|contenu)(?:[ \-]|$)",
        RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex Content();
}

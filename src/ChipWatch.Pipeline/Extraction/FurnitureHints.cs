using System.Collections.Frozen;
using System.Text;
using AngleSharp.Dom;

namespace ChipWatch.Pipeline.Extraction;

/// <summary>What classes and ids give away of an element: whether it is furniture of the page, or holds an article.</summary>
internal static class FurnitureHints
{
    private static readonly string[] States = ["has-", "with-", "is-", "no-", "show-", "hide-", "without-", "js-", "u-", "tag-", "category-", "cat-", "post-type", "type-", "format-", "hidden:", "md:", "lg:", "sm:", "tagged"];

    private static readonly FrozenDictionary<string, IReadOnlyList<string>> Names = PhraseFile.Read("element-names.txt");
    private static readonly NameList Furniture = new(Names["furniture"], before: " -:", behind: " -:0123456789");
    private static readonly NameList Content = new(Names["content"], before: " -", behind: " -");
    private static readonly NameList Box = new(["main", "content-?area", "article"], before: "-", behind: " ");
    private static readonly PhraseList Sure = new(Names["sure"]);

    /// <summary>The word in an element's class or id that speaks of furniture; null where there is none.</summary>
    public static string? Of(IElement element) => Hint(element) is { Length: > 0 } hint && !IsBoxOfContent(hint) ? Furniture.Find(hint) : null;

    /// <summary>Whether class or id says that an element holds the text of an article.</summary>
    public static bool IsContent(IElement element) => Hint(element) is { Length: > 0 } hint && Content.Find(hint) is not null;

    /// <summary>Whether a name of furniture is one that hardly ever stands on the article's own box: comments, other stories, dialogs.</summary>
    public static bool IsSure(string name) => Sure.Matches(name);

    /// <summary>Whether a name ends in what the box is there for: `nav-and-main`.</summary>
    private static bool IsBoxOfContent(string hint) => hint.IndexOf('-', StringComparison.Ordinal) is >= 0 and var first && Box.Find(hint[first..]) is not null;

    /// <summary>Class and id in lower case, words of camel case parted by hyphens; words that tell of a state (has-sidebar, box--ad) are left out.</summary>
    private static string Hint(IElement element)
    {
        var (names, id) = (element.ClassName, element.Id);
        if (string.IsNullOrEmpty(names) && string.IsNullOrEmpty(id))
        {
            return "";
        }

        var hint = new StringBuilder((names?.Length ?? 0) + (id?.Length ?? 0) + 8);
        var all = $"{names} {id}".AsSpan();
        foreach (var range in all.SplitAny(' ', '\n', '\t'))
        {
            var name = all[range];
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
}

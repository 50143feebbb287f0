using System.Text.RegularExpressions;
using AngleSharp.Html.Dom;

namespace ChipWatch.Pipeline.Extraction;

/// <summary>Finds the authors' names alone.</summary>
internal static partial class BylineReader
{
    private const int LongestByline = 120;

    /// <summary>What is longer is no line of names, whatever is cut off it.</summary>
    private const int LongestText = 1_000;

    /// <summary>Names parted by ", "; null where none are given.</summary>
    public static string? Read(IHtmlDocument page, PageMetadata metadata)
    {
        var stated = Clean(metadata.Author);
        if (stated is not null)
        {
            return stated;
        }

        foreach (var place in new[] { "[itemprop~=author] [itemprop=name]", "[itemprop~=author]", "a[rel~=author]", ".byline-name, .author-name, .byline__name", ".byline a, .author a", ".byline, .author" })
        {
            var names = page.QuerySelectorAll(place).Select(element => Clean(NodeText.Of(element))).OfType<string>().Distinct().Take(4).ToList();
            if (names.Count > 0)
            {
                return string.Join(", ", names);
            }
        }

        return null;
    }

    private static string? Clean(string? text)
    {
        if (string.IsNullOrWhiteSpace(text) || text.Length > LongestText || text.Contains("://", StringComparison.Ordinal) || text.Contains('@', StringComparison.Ordinal))
        {
            return null;
        }

        var name = NodeText.Squeeze(System.Net.WebUtility.HtmlDecode(text));
        name = Lead().Replace(name, "");
        name = Trail().Replace(name, "").Trim(' ', ',', '|', '·', '-', '–');
        name = Joint().Replace(name, ", ");
        return name.Length is 0 or > LongestByline || name.Any(char.IsDigit) ? null : name;
    }

    // On a short line without runs of white space these are linear; what NonBacktracking builds at run time for them is megabytes.
    [GeneratedRegex(@"^(written by|posted by|story by|by|von|par|por|door|di)[ :]+", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Lead();

    [GeneratedRegex(@"( [|·•] .*| on (jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec).*|, ((senior |staff |contributing )?(editor|writer|reporter|correspondent)).*)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Trail();

    [GeneratedRegex(@"\s*(,? and | & | und | et | y |;)\s*", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Joint();
}

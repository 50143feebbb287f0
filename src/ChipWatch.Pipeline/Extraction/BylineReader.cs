using AngleSharp.Html.Dom;

namespace ChipWatch.Pipeline.Extraction;

/// <summary>Finds the authors' names alone.</summary>
internal static class BylineReader
{
    private const int LongestByline = 120;

    /// <summary>What is longer is no line of names, whatever is cut off it.</summary>
    private const int LongestText = 1_000;

    private static readonly string[] Leads = ["written by", "posted by", "story by", "by", "von", "par", "por", "door", "di"];

    private static readonly string[] Trails =
    [
        " | ", " · ", " • ",
        .. "jan feb mar apr may jun jul aug sep oct nov dec".Split(' ').Select(month => " on " + month),
        .. from rank in new[] { "", "senior ", "staff ", "contributing " } from office in new[] { "editor", "writer", "reporter", "correspondent" } select $", {rank}{office}",
    ];

    private static readonly string[] Joints = [", and ", " and ", " & ", " und ", " et ", " y ", ";"];

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
        name = WithoutTrail(WithoutLead(name)).Trim(' ', ',', '|', '·', '-', '–');
        name = string.Join(", ", Names(name));
        return name.Length is 0 or > LongestByline || name.Any(char.IsDigit) ? null : name;
    }

    /// <summary>Without "by" and its like.</summary>
    private static string WithoutLead(string name)
    {
        foreach (var lead in Leads)
        {
            if (name.StartsWith(lead, StringComparison.OrdinalIgnoreCase) && name.Length > lead.Length && name[lead.Length] is ' ' or ':')
            {
                return name[lead.Length..].TrimStart(' ', ':');
            }
        }

        return name;
    }

    /// <summary>Without what follows on the names: a bar or point with more, a date, an office.</summary>
    private static string WithoutTrail(string name)
    {
        var end = Trails.Select(trail => name.IndexOf(trail, StringComparison.OrdinalIgnoreCase)).Where(at => at >= 0).DefaultIfEmpty(name.Length).Min();
        return name[..end];
    }

    private static IEnumerable<string> Names(string name)
    {
        var start = 0;
        while (true)
        {
            var (at, length) = (name.Length, 0);
            foreach (var joint in Joints)
            {
                if (name.IndexOf(joint, start, StringComparison.OrdinalIgnoreCase) is >= 0 and var found && found < at)
                {
                    (at, length) = (found, joint.Length);
                }
            }

            yield return name[start..at].TrimEnd();
            if (length == 0)
            {
                yield break;
            }

            start = at + length;
            while (start < name.Length && char.IsWhiteSpace(name[start]))
            {
                start++;
            }
        }
    }
}

using System.Globalization;
using System.Text;

namespace ChipWatch.Pipeline.Fetching;

/// <summary>
/// The rules of one robots.txt for one agent (RFC 9309), read as leniently as crawlers do: misspelt keys, missing colons, any line end.
/// The longest rule that matches decides; of equals, allow.
/// </summary>
public sealed class RobotsRules
{
    private static readonly string[] DisallowKeys = ["disallow", "dissallow", "dissalow", "disalow", "diasllow", "disallaw"];
    private static readonly string[] AgentKeys = ["user-agent", "useragent", "user agent"];
    private readonly List<Rule> rules = [];

    private RobotsRules()
    {
    }

    /// <summary>No rules: everything may be read.</summary>
    public static RobotsRules None { get; } = new();

    /// <summary>The pause between requests that the file asks for; not part of the RFC, obeyed as a courtesy. Null where none is asked for.</summary>
    public TimeSpan? CrawlDelay { get; private set; }

    /// <summary>Whether a robots.txt lets an agent read an address.</summary>
    /// <param name="robotsTxt">The file's text.</param>
    /// <param name="userAgent">The agent's product token or whole header.</param>
    /// <param name="url">The address.</param>
    public static bool Allows(string robotsTxt, string userAgent, string url) => Read(robotsTxt, userAgent).Allows(url);

    /// <summary>Reads the rules that speak to an agent: its own groups together, else those for everybody.</summary>
    /// <param name="robotsTxt">The file's text; whatever it is, something is made of it.</param>
    /// <param name="userAgent">The agent's product token or whole header.</param>
    public static RobotsRules Read(string robotsTxt, string userAgent)
    {
        var agent = userAgent.AsSpan().Trim();
        var end = agent.IndexOfAny('/', ' ', '\t');
        agent = end > 0 ? agent[..end] : agent;
        var (own, everybody) = (new RobotsRules(), new RobotsRules());
        var (isOwnNamed, inOwn, inEverybody, hadRule) = (false, false, false, false);
        foreach (var line in robotsTxt.AsSpan().TrimStart('\uFEFF').EnumerateLines())
        {
            if (!TrySplit(line, out var key, out var value))
            {
                continue;
            }

            if (IsAny(key, AgentKeys))
            {
                if (hadRule)
                {
                    (inOwn, inEverybody, hadRule) = (false, false, false);
                }

                if (value.StartsWith('*') && (value.Length == 1 || char.IsWhiteSpace(value[1])))
                {
                    inEverybody = true;
                }
                else if (ProductToken(value).Equals(agent, StringComparison.OrdinalIgnoreCase))
                {
                    inOwn = isOwnNamed = true;
                }

                continue;
            }

            var isAllow = key.StartsWith("allow", StringComparison.OrdinalIgnoreCase);
            var isRule = isAllow || IsAny(key, DisallowKeys);
            if (!(inOwn || inEverybody))
            {
                continue;
            }

            hadRule |= isRule;
            if (inOwn)
            {
                own.Take(key, value, isRule, isAllow);
            }

            if (inEverybody)
            {
                everybody.Take(key, value, isRule, isAllow);
            }
        }

        return isOwnNamed ? own : everybody;
    }

    /// <summary>Whether the agent may read an address.</summary>
    public bool Allows(string url)
    {
        var path = EscapeNonAscii(PathAndQuery(url));
        var (best, allowed) = (0, true);
        foreach (var rule in rules)
        {
            if ((rule.Pattern.Length > best || (rule.Pattern.Length == best && rule.IsAllow && !allowed)) && Matches(rule.Pattern, path))
            {
                (best, allowed) = (rule.Pattern.Length, rule.IsAllow);
            }
        }

        return allowed;
    }

    private void Take(ReadOnlySpan<char> key, ReadOnlySpan<char> value, bool isRule, bool isAllow)
    {
        if (isRule)
        {
            Add(EscapeNonAscii(value.ToString()), isAllow);
        }
        else if (key.Equals("crawl-delay", StringComparison.OrdinalIgnoreCase)
            && double.TryParse(value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var seconds))
        {
            CrawlDelay = TimeSpan.FromSeconds(Math.Min(seconds, 86_400));
        }
    }

    private void Add(string pattern, bool isAllow)
    {
        if (pattern.Length == 0)
        {
            return;
        }

        rules.Add(new Rule(pattern, isAllow));
        // Whoever opens the index page of a folder means the folder's own address too
        var slash = pattern.LastIndexOf('/');
        if (isAllow && slash >= 0 && pattern.AsSpan(slash).StartsWith("/index.htm", StringComparison.Ordinal))
        {
            rules.Add(new Rule(pattern[..(slash + 1)] + '$', isAllow));
        }
    }

    private static bool TrySplit(ReadOnlySpan<char> line, out ReadOnlySpan<char> key, out ReadOnlySpan<char> value)
    {
        var hash = line.IndexOf('#');
        line = (hash >= 0 ? line[..hash] : line).Trim();
        var colon = line.IndexOf(':');
        if (colon < 0)
        {
            // A forgotten colon is forgiven where just two words stand on the line
            colon = line.IndexOfAny(' ', '\t');
            if (colon < 0 || line[colon..].Trim().IndexOfAny(' ', '\t') >= 0)
            {
                key = [];
                value = [];
                return false;
            }
        }

        key = line[..colon].Trim();
        value = line[(colon + 1)..].Trim();
        return !key.IsEmpty;
    }

    private static bool IsAny(ReadOnlySpan<char> key, string[] spellings)
    {
        foreach (var spelling in spellings)
        {
            if (key.StartsWith(spelling, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    private static ReadOnlySpan<char> ProductToken(ReadOnlySpan<char> value)
    {
        var length = 0;
        while (length < value.Length && (char.IsAsciiLetter(value[length]) || value[length] is '-' or '_'))
        {
            length++;
        }

        return value[..length];
    }

    private static string PathAndQuery(string url)
    {
        var scheme = url.IndexOf("://", StringComparison.Ordinal);
        var early = url.AsSpan().IndexOfAny("/?;");
        var authority = scheme >= 0 && early > scheme ? scheme + 3 : url.StartsWith("//", StringComparison.Ordinal) ? 2 : 0;
        var hash = url.IndexOf('#', StringComparison.Ordinal);
        var text = hash >= 0 ? url.AsSpan(0, hash) : url;
        var start = authority > text.Length ? -1 : text[authority..].IndexOfAny("/?;");
        return start < 0 ? "/" : text[authority + start] == '/' ? text[(authority + start)..].ToString() : $"/{text[(authority + start)..]}";
    }

    /// <summary>Percent-encodes what is not ASCII and writes the digits of present escapes large, so that both spellings meet.</summary>
    private static string EscapeNonAscii(string text)
    {
        if (Ascii.IsValid(text) && !text.Contains('%', StringComparison.Ordinal))
        {
            return text;
        }

        var bytes = Encoding.UTF8.GetBytes(text);
        var escaped = new StringBuilder(bytes.Length + 16);
        for (var i = 0; i < bytes.Length; i++)
        {
            if (bytes[i] == '%' && i + 2 < bytes.Length && char.IsAsciiHexDigit((char)bytes[i + 1]) && char.IsAsciiHexDigit((char)bytes[i + 2]))
            {
                escaped.Append('%').Append(char.ToUpperInvariant((char)bytes[i + 1])).Append(char.ToUpperInvariant((char)bytes[i + 2]));
                i += 2;
            }
            else if (bytes[i] >= 0x80)
            {
                escaped.Append('%').Append(bytes[i].ToString("X2", CultureInfo.InvariantCulture));
            }
            else
            {
                escaped.Append((char)bytes[i]);
            }
        }

        return escaped.ToString();
    }

    /// <summary>Matches a pattern from the path's start: * is any run, a last $ is the end. Never goes back, so its time is bounded by the lengths.</summary>
    private static bool Matches(ReadOnlySpan<char> pattern, ReadOnlySpan<char> path)
    {
        var isAnchored = pattern.EndsWith('$');
        if (isAnchored)
        {
            pattern = pattern[..^1];
        }

        var star = pattern.IndexOf('*');
        if (star < 0)
        {
            return isAnchored ? path.SequenceEqual(pattern) : path.StartsWith(pattern, StringComparison.Ordinal);
        }

        if (!path.StartsWith(pattern[..star], StringComparison.Ordinal))
        {
            return false;
        }

        path = path[star..];
        pattern = pattern[(star + 1)..];
        while ((star = pattern.IndexOf('*')) >= 0)
        {
            var at = path.IndexOf(pattern[..star], StringComparison.Ordinal);
            if (at < 0)
            {
                return false;
            }

            path = path[(at + star)..];
            pattern = pattern[(star + 1)..];
        }

        return isAnchored ? path.EndsWith(pattern, StringComparison.Ordinal) : path.IndexOf(pattern, StringComparison.Ordinal) >= 0;
    }

    private sealed record Rule(string Pattern, bool IsAllow);
}

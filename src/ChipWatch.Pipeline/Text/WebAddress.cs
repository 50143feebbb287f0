using System.Globalization;
using System.Text;

namespace ChipWatch.Pipeline.Text;

/// <summary>Reads and resolves http and https addresses as the WHATWG URL standard does; other schemes pass through <see cref="Uri"/>.</summary>
internal static class WebAddress
{
    private const string PathExtra = " \"#<>?^`{}";
    private const string QueryExtra = " \"#<>'";
    private const string FragmentExtra = " \"<>`";
    private const string UserExtra = " \"#<>?^`{}/:;=@[\\]|";

    /// <summary>Resolves and serialises; null where the standard calls it a failure.</summary>
    public static string? Resolve(string? baseUrl, string url)
    {
        var text = Clean(url);
        var scheme = SchemeOf(text);
        var origin = baseUrl is null ? null : Parse(Clean(baseUrl));
        if (scheme is "http" or "https")
        {
            var rest = text[(scheme.Length + 1)..];
            return origin is not null && origin.Scheme == scheme && !rest.StartsWith("//", StringComparison.Ordinal)
                ? Relative(origin, rest)?.ToString()
                : Absolute(scheme, rest)?.ToString();
        }

        if (scheme is not null)
        {
            return Uri.TryCreate(text, UriKind.Absolute, out var other) ? other.AbsoluteUri : null;
        }

        if (origin is null)
        {
            return baseUrl is not null && Uri.TryCreate(baseUrl, UriKind.Absolute, out var odd) && Uri.TryCreate(odd, text, out var joined) ? joined.AbsoluteUri : null;
        }

        return Relative(origin, text)?.ToString();
    }

    private static Parts? Parse(string text) =>
        SchemeOf(text) is { } scheme && scheme is ("http" or "https") ? Absolute(scheme, text[(scheme.Length + 1)..]) : null;

    private static Parts? Absolute(string scheme, string rest)
    {
        rest = rest.TrimStart('/', '\\');
        var end = rest.AsSpan().IndexOfAny("/\\?#");
        var authority = end < 0 ? rest : rest[..end];
        var tail = end < 0 ? "" : rest[end..];
        var at = authority.LastIndexOf('@');
        var user = at < 0 ? "" : UserInfo(authority[..at]);
        return WebHost.Read(authority[(at + 1)..], scheme) is { } host ? WithTail(new Parts(scheme, user, host, "/", null, null), "", tail) : null;
    }

    private static Parts? Relative(Parts origin, string text)
    {
        if (text.Length > 1 && IsSlash(text[0]) && IsSlash(text[1]))
        {
            return Absolute(origin.Scheme, text);
        }

        if (text.Length == 0)
        {
            return origin with { Fragment = null };
        }

        return text[0] switch
        {
            '/' or '\\' => WithTail(origin, "", text),
            '?' => WithQuery(origin with { Query = null, Fragment = null }, text),
            '#' => WithQuery(origin with { Fragment = null }, text),
            _ => WithTail(origin, origin.Path[..(origin.Path.LastIndexOf('/') + 1)], text),
        };
    }

    private static Parts WithTail(Parts parts, string folder, string tail)
    {
        var end = tail.AsSpan().IndexOfAny("?#");
        var path = (end < 0 ? tail : tail[..end]).Replace('\\', '/');
        return WithQuery(parts with { Path = Normalize(folder + path), Query = null, Fragment = null }, end < 0 ? "" : tail[end..]);
    }

    private static Parts WithQuery(Parts parts, string text)
    {
        var hash = text.IndexOf('#', StringComparison.Ordinal);
        var query = hash < 0 ? text : text[..hash];
        return parts with
        {
            Query = query.Length > 0 ? Encode(query[1..], QueryExtra) : parts.Query,
            Fragment = hash < 0 ? null : Encode(text[(hash + 1)..], FragmentExtra),
        };
    }

    private static string Normalize(string path)
    {
        var kept = new List<string>();
        var segments = (path.StartsWith('/') ? path[1..] : path).Split('/');
        for (var i = 0; i < segments.Length; i++)
        {
            var isLast = i == segments.Length - 1;
            switch (segments[i].Replace("%2e", ".", StringComparison.OrdinalIgnoreCase))
            {
                case "..":
                    if (kept.Count > 0)
                    {
                        kept.RemoveAt(kept.Count - 1);
                    }

                    goto case ".";
                case ".":
                    if (isLast)
                    {
                        kept.Add("");
                    }

                    break;
                default:
                    kept.Add(Encode(segments[i], PathExtra));
                    break;
            }
        }

        return "/" + string.Join('/', kept);
    }

    private static string UserInfo(string text)
    {
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        var name = Encode(colon < 0 ? text : text[..colon], UserExtra);
        var password = colon < 0 ? "" : Encode(text[(colon + 1)..], UserExtra);
        return name.Length + password.Length == 0 ? "" : password.Length == 0 ? $"{name}@" : $"{name}:{password}@";
    }

    private static string Encode(string text, string extra)
    {
        if (!text.Any(c => c is <= '\u001F' or >= '\u007F' || extra.Contains(c, StringComparison.Ordinal)))
        {
            return text;
        }

        var encoded = new StringBuilder(text.Length + 16);
        foreach (var value in Encoding.UTF8.GetBytes(text))
        {
            if (value is <= 0x1F or >= 0x7F || extra.Contains((char)value, StringComparison.Ordinal))
            {
                encoded.Append('%').Append(value.ToString("X2", CultureInfo.InvariantCulture));
            }
            else
            {
                encoded.Append((char)value);
            }
        }

        return encoded.ToString();
    }

    private static string Clean(string text)
    {
        var (start, end) = (0, text.Length);
        while (start < end && text[start] <= ' ')
        {
            start++;
        }

        while (end > start && text[end - 1] <= ' ')
        {
            end--;
        }

        var trimmed = text[start..end];
        return trimmed.AsSpan().IndexOfAny("\t\n\r") < 0 ? trimmed : string.Concat(trimmed.Where(c => c is not ('\t' or '\n' or '\r')));
    }

    private static string? SchemeOf(string text)
    {
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        return colon > 0 && char.IsAsciiLetter(text[0]) && text.AsSpan(0, colon).IndexOfAnyExcept(SchemeCharacters) < 0
            ? text[..colon].ToLowerInvariant() : null;
    }

    private static readonly System.Buffers.SearchValues<char> SchemeCharacters =
        System.Buffers.SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+-.");

    private static bool IsSlash(char character) => character is '/' or '\\';

    private sealed record Parts(string Scheme, string User, string Host, string Path, string? Query, string? Fragment)
    {
        public override string ToString() =>
            $"{Scheme}://{User}{Host}{Path}{(Query is null ? "" : "?" + Query)}{(Fragment is null ? "" : "#" + Fragment)}";
    }
}

namespace ChipWatch.Pipeline.Feeds;

/// <summary>What stands before a feed's first element: declaration, comments, a DOCTYPE, or junk. None of it is read.</summary>
internal static class FeedProlog
{
    // Junk longer than this is no prolog.
    private const int LongestProlog = 256 * 1024;

    /// <summary>Finds the outermost element.</summary>
    /// <param name="text">The document.</param>
    /// <param name="isRoot">Whether an element of that name, lower case without prefix, is what is looked for.</param>
    /// <param name="isHtml">Whether it looks like a web page.</param>
    /// <returns>Where the element's `&lt;` stands, or -1 where there is none such.</returns>
    public static int FindRoot(string text, Func<string, bool> isRoot, out bool isHtml)
    {
        isHtml = false;
        var end = Math.Min(text.Length, LongestProlog);
        for (var at = text.IndexOf('<', 0, end); at >= 0 && at + 1 < end; at = at < end ? text.IndexOf('<', at, end - at) : -1)
        {
            var rest = text.AsSpan(at);
            if (rest.StartsWith("<!--", StringComparison.Ordinal))
            {
                at = After(text, "-->", at + 4);
            }
            else if (rest.StartsWith("<?", StringComparison.Ordinal))
            {
                at = After(text, ">", at + 2);
            }
            else if (rest.StartsWith("<!DOCTYPE", StringComparison.OrdinalIgnoreCase))
            {
                at = AfterDoctype(text, at + 9);
            }
            else
            {
                var name = NameAt(text, at + 1);
                var local = name[(name.LastIndexOf(':') + 1)..].ToLowerInvariant();
                if (isRoot(local))
                {
                    return at;
                }

                isHtml |= local is "html" or "head" or "body" or "meta";
                at++;
            }
        }

        return -1;
    }

    private static string NameAt(string text, int start)
    {
        var end = start;
        while (end < text.Length && end - start < 64 && (char.IsLetterOrDigit(text[end]) || text[end] is ':' or '_' or '-' or '.'))
        {
            end++;
        }

        return text[start..end];
    }

    private static int After(string text, string mark, int start)
    {
        var found = start < text.Length ? text.IndexOf(mark, start, StringComparison.Ordinal) : -1;
        return found < 0 ? text.Length : found + mark.Length;
    }

    private static int AfterDoctype(string text, int at)
    {
        var quote = '\0';
        var inSubset = false;
        for (; at < text.Length; at++)
        {
            var c = text[at];
            if (quote != '\0')
            {
                quote = c == quote ? '\0' : quote;
            }
            else if (c is '"' or '\'')
            {
                quote = c;
            }
            else if (c is '[' or ']')
            {
                inSubset = c == '[';
            }
            else if (c == '>' && !inSubset)
            {
                return at + 1;
            }
        }

        return text.Length;
    }
}

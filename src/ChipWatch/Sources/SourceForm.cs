using System.Globalization;
using System.Text.Json;
using ChipWatch.Pipeline.Listings;
using ChipWatch.Pipeline.Sources;
using ChipWatch.Pipeline.Text;
using ChipWatch.Store.Sources;

namespace ChipWatch.Sources;

/// <summary>The form of a source: texts as they were typed, so that a refusal loses none of them.</summary>
public sealed class SourceForm
{
    private const int LongestText = 4000;

    /// <summary>Name of the outlet.</summary>
    public string Name { get; set; } = "";

    /// <summary>What is asked.</summary>
    public string Address { get; set; } = "";

    /// <summary>How it is read.</summary>
    public string Kind { get; set; } = "rss";

    /// <summary>The outlet's site.</summary>
    public string Site { get; set; } = "";

    /// <summary>Code of its language.</summary>
    public string Language { get; set; } = "";

    /// <summary>Its folder.</summary>
    public string Folder { get; set; } = "";

    /// <summary>Time between two checks ("00:30:00"); empty: learned.</summary>
    public string CheckEvery { get; set; } = "";

    /// <summary>Selector of an entry of a watched page; empty: found without.</summary>
    public string ItemSelector { get; set; } = "";

    /// <summary>Selector of the headline within an entry.</summary>
    public string TitleSelector { get; set; } = "";

    /// <summary>Selector of the link within an entry.</summary>
    public string LinkSelector { get; set; } = "";

    /// <summary>Selector of the date within an entry.</summary>
    public string DateSelector { get; set; } = "";

    /// <summary>Where a JSON answer keeps its entries, as JSON.</summary>
    public string Mapping { get; set; } = "";

    /// <summary>The form filled from settings.</summary>
    public static SourceForm Of(SourceSettings settings) => new()
    {
        Name = settings.Name,
        Address = settings.Url,
        Kind = settings.Kind,
        Site = settings.SiteUrl ?? "",
        Language = settings.Language ?? "",
        Folder = settings.Folder ?? "",
        CheckEvery = settings.CheckEvery?.ToString("c", CultureInfo.InvariantCulture) ?? "",
        ItemSelector = settings.Rules?.Listing?.Item ?? "",
        TitleSelector = settings.Rules?.Listing?.Title ?? "",
        LinkSelector = settings.Rules?.Listing?.Link ?? "",
        DateSelector = settings.Rules?.Listing?.Date ?? "",
        Mapping = settings.Rules?.Mapping is { } mapping ? JsonSerializer.Serialize(mapping, PipelineJson.Options) : "",
    };

    /// <summary>The form as a browser without scripts posts it.</summary>
    public static SourceForm Of(IFormCollection posted) => new()
    {
        Name = posted["name"].ToString(),
        Address = posted["address"].ToString(),
        Kind = posted["kind"].ToString(),
        Site = posted["site"].ToString(),
        Language = posted["language"].ToString(),
        Folder = posted["folder"].ToString(),
        CheckEvery = posted["every"].ToString(),
        ItemSelector = posted["item"].ToString(),
        TitleSelector = posted["title"].ToString(),
        LinkSelector = posted["link"].ToString(),
        DateSelector = posted["date"].ToString(),
        Mapping = posted["mapping"].ToString(),
    };

    /// <summary>Reads the texts.</summary>
    /// <param name="settings">The settings; null where a text cannot be read.</param>
    /// <returns>The first fault; null where all can be kept.</returns>
    public SourceChange.Refused? Read(out SourceSettings? settings)
    {
        settings = null;
        if (TooLong() is { } field)
        {
            return new(field, $"At most {LongestText} characters.");
        }

        if (PastedAddress.Read(Address) is not { } url)
        {
            return new(SourceField.Address, "This is no web address.");
        }

        var every = TimeSpan.Zero;
        if (CheckEvery.Length > 0 && !TimeSpan.TryParseExact(CheckEvery, "c", CultureInfo.InvariantCulture, out every))
        {
            return new(SourceField.CheckEvery, "This is no span of time.");
        }

        if (ReadRules(out var rules) is { } fault)
        {
            return fault;
        }

        settings = new(Name.Trim(), Kind, url.AbsoluteUri)
        {
            SiteUrl = Given(Site),
            Language = Given(Language),
            Folder = Given(Folder),
            CheckEvery = CheckEvery.Length == 0 ? null : every,
            Rules = rules,
        };
        return settings.Fault();
    }

    private static string? Given(string text) => text.Trim() is { Length: > 0 } given ? given : null;

    private SourceChange.Refused? ReadRules(out SourceRules? rules)
    {
        rules = null;
        if (Kind == "html-listing" && Given(ItemSelector) is { } item)
        {
            rules = new(new ListingRules(item, Given(TitleSelector), Given(LinkSelector), Given(DateSelector)), null);
        }
        else if (Kind == "api")
        {
            try
            {
                rules = Given(Mapping) is { } json && JsonSerializer.Deserialize<JsonMapping>(json, PipelineJson.Options) is { Url: not null, Title: not null } mapping
                    ? new(null, mapping)
                    : null;
            }
            catch (JsonException)
            {
                return new(SourceField.Rules, "The mapping is no JSON object of the documented shape.");
            }

            return rules is null ? new(SourceField.Rules, "A JSON answer needs a mapping with at least url and title.") : null;
        }

        return null;
    }

    private SourceField? TooLong() =>
        Name.Length > LongestText ? SourceField.Name
        : Address.Length > LongestText ? SourceField.Address
        : Site.Length > LongestText ? SourceField.Site
        : Kind.Length > LongestText ? SourceField.Kind
        : Language.Length > LongestText ? SourceField.Language
        : Folder.Length > LongestText ? SourceField.Folder
        : CheckEvery.Length > LongestText ? SourceField.CheckEvery
        : new[] { ItemSelector, TitleSelector, LinkSelector, DateSelector, Mapping }.Any(text => text.Length > LongestText) ? SourceField.Rules
        : null;
}

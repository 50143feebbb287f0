using System.Collections.Frozen;
using System.Globalization;
using ChipWatch.Pipeline.Catalogue;
using ChipWatch.Store.Timelines;

namespace ChipWatch.Store;

/// <summary>Names of the catalogue's ids as pages show them. An id outside the catalogue shows as its words.</summary>
public sealed class TagNames(NewsCatalogue catalogue)
{
    private readonly FrozenDictionary<string, TagName> companies = catalogue.Companies.ToFrozenDictionary(c => c.Id, c => new TagName(c.Id, c.Name, c.Colour));
    private readonly FrozenDictionary<string, TagName> chips = catalogue.Chips.ToFrozenDictionary(c => c.Id, c => new TagName(c.Id, c.Name));
    private readonly FrozenDictionary<string, TagName> topics = catalogue.Topics.ToFrozenDictionary(t => t.Id, t => new TagName(t.Id, t.Name));

    /// <summary>A company's name and colour.</summary>
    public TagName Company(string id) => companies.GetValueOrDefault(id) ?? Unlisted(id);

    /// <summary>A chip's name.</summary>
    public TagName Chip(string id) => chips.GetValueOrDefault(id) ?? Unlisted(id);

    /// <summary>A topic's name.</summary>
    public TagName Topic(string id) => topics.GetValueOrDefault(id) ?? Unlisted(id);

    /// <summary>Whether the catalogue has a topic of that id.</summary>
    public bool HasTopic(string id) => topics.ContainsKey(id);

    /// <summary>The shown name of a facet's value; of an outlet only where it is not known by the store.</summary>
    public TagName Of(Facet facet, string value) => facet switch
    {
        Facet.Vendor => Company(value),
        Facet.Chip => Chip(value),
        Facet.Topic => Topic(value),
        Facet.Event or Facet.Status => new(value, Sentence(value)),
        Facet.Language => new(value, LanguageName(value)),
        _ => Unlisted(value),
    };

    private static TagName Unlisted(string id) => new(id, CultureInfo.InvariantCulture.TextInfo.ToTitleCase(id.Replace('-', ' ')));

    private static string Sentence(string word) => word.Length == 0 ? word : char.ToUpperInvariant(word[0]) + word[1..];

    private static string LanguageName(string code)
    {
        try
        {
            return CultureInfo.GetCultureInfo(code, predefinedOnly: true).EnglishName;
        }
        catch (CultureNotFoundException)
        {
            return code;
        }
    }
}

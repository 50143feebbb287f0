using System.Collections.Frozen;
using System.Globalization;
using ChipWatch.Pipeline.Catalogue;
using ChipWatch.Store.Catalogue;
using ChipWatch.Store.Timelines;

namespace ChipWatch.Store;

/// <summary>Names of the catalogue's ids as pages show them. An id outside the catalogue shows as its words.</summary>
public sealed class TagNames
{
    private readonly LiveCatalogue live;
    private Tables tables;

    /// <summary>Names as they stand whenever one is asked for.</summary>
    public TagNames(LiveCatalogue live)
    {
        this.live = live;
        tables = new(live.Current.News);
    }

    /// <summary>Names of a catalogue that nobody changes.</summary>
    public TagNames(NewsCatalogue catalogue)
        : this(new LiveCatalogue(catalogue))
    {
    }

    /// <summary>A company's name and colour.</summary>
    public TagName Company(string id) => Current.Companies.GetValueOrDefault(id) ?? Unlisted(id);

    /// <summary>A chip's name.</summary>
    public TagName Chip(string id) => Current.Chips.GetValueOrDefault(id) ?? Unlisted(id);

    /// <summary>A topic's name.</summary>
    public TagName Topic(string id) => Current.Topics.GetValueOrDefault(id) ?? Unlisted(id);

    /// <summary>Whether the catalogue has a company of that id.</summary>
    public bool HasCompany(string id) => Current.Companies.ContainsKey(id);

    /// <summary>Whether the catalogue has a topic of that id.</summary>
    public bool HasTopic(string id) => Current.Topics.ContainsKey(id);

    private Tables Current
    {
        get
        {
            var (known, news) = (Volatile.Read(ref tables), live.Current.News);
            if (!ReferenceEquals(known.News, news))
            {
                Volatile.Write(ref tables, known = new(news));
            }

            return known;
        }
    }

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

    private sealed class Tables(NewsCatalogue news)
    {
        public NewsCatalogue News => news;

        public FrozenDictionary<string, TagName> Companies { get; } = news.Companies.ToFrozenDictionary(c => c.Id, c => new TagName(c.Id, c.Name, c.Colour));

        public FrozenDictionary<string, TagName> Chips { get; } = news.Chips.ToFrozenDictionary(c => c.Id, c => new TagName(c.Id, c.Name));

        public FrozenDictionary<string, TagName> Topics { get; } = news.Topics.ToFrozenDictionary(t => t.Id, t => new TagName(t.Id, t.Name));
    }
}

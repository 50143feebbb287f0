using System.Collections.Frozen;
using System.Text.RegularExpressions;
using ChipWatch.Pipeline.Text;

namespace ChipWatch.Pipeline.Catalogue;

/// <summary>
/// Which names stand for one outlet, so that a paper which is credited in two scripts, by its site or with and without its article counts as one origin.
/// </summary>
public sealed partial class OutletAliases
{
    private const string Article = "the ";

    private readonly FrozenDictionary<string, string> asWritten;
    private readonly FrozenDictionary<string, string> byKey;

    private OutletAliases(Dictionary<string, string> asWritten, Dictionary<string, string> byKey) =>
        (this.asWritten, this.byKey) = (asWritten.ToFrozenDictionary(StringComparer.Ordinal), byKey.ToFrozenDictionary(StringComparer.Ordinal));

    /// <summary>Those of a catalogue.</summary>
    /// <remarks>Where two outlets claim a spelling, the one that is called so has it, then the one that stands first.</remarks>
    public static OutletAliases Of(NewsCatalogue catalogue)
    {
        var asWritten = new Dictionary<string, string>(StringComparer.Ordinal);
        var byKey = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var outlet in catalogue.Outlets)
        {
            Add(outlet.Name, outlet.Name);
        }

        foreach (var outlet in catalogue.Outlets)
        {
            foreach (var alias in outlet.Site is { } site ? outlet.Aliases.Append(site) : outlet.Aliases)
            {
                Add(alias, outlet.Name);
            }
        }

        return new(asWritten, byKey);

        void Add(string spelling, string name)
        {
            asWritten.TryAdd(spelling, name);
            byKey.TryAdd(KeyOf(spelling), name);
        }
    }

    /// <summary>The one name of an outlet: that of the catalogue, and of others the name as it is written.</summary>
    /// <param name="written">As a text or a source calls it.</param>
    public string NameOf(string written) => asWritten.TryGetValue(written, out var name) || byKey.TryGetValue(KeyOf(written), out name) ? name : written;

    /// <summary>
    /// What spellings of one outlet share: letters and digits, without accents, without the English article and the ending of a site, which are written
    /// or not. Equal for two names where they are one outlet to whoever counts origins.
    /// </summary>
    /// <param name="name">Any name of an outlet.</param>
    /// <remarks>Articles of other languages tell papers apart: Der Standard, La Presse, Die Presse.</remarks>
    public static string KeyOf(string name)
    {
        var bare = SiteEnding().Replace(name.Trim(), "");
        return Slug.Of(bare.Length > Article.Length && bare.StartsWith(Article, StringComparison.OrdinalIgnoreCase) ? bare[Article.Length..] : bare);
    }

    [GeneratedRegex(@"\.(com|net|org|info|news|io|ai|cn|de|at|ch|fr|es|nl|be|jp|kr|tw|hk|in|eu|it|(co|com)\.[a-z]{2})$", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex SiteEnding();
}

using ChipWatch.Store.Sources;
using Microsoft.AspNetCore.WebUtilities;

namespace ChipWatch.Pages.Sources;

/// <summary>By what the starter pack is chosen; what stands in the page's address. Values of one group are alternatives; groups must all hold.</summary>
/// <param name="Languages">Codes.</param>
/// <param name="Interests">Ids of topics.</param>
/// <param name="Tiers">"1" to "3".</param>
public sealed record StarterRequest(IReadOnlySet<string> Languages, IReadOnlySet<string> Interests, IReadOnlySet<string> Tiers)
{
    /// <summary>Whether nothing was asked for.</summary>
    public bool IsEmpty => Languages.Count + Interests.Count + Tiers.Count == 0;

    /// <summary>Reads an address.</summary>
    public static StarterRequest Read(string uri)
    {
        var query = QueryHelpers.ParseQuery(new Uri(uri).Query);
        return new(Values("language"), Values("interest"), Values("tier"));

        IReadOnlySet<string> Values(string name) =>
            query.TryGetValue(name, out var values) ? values.OfType<string>().Where(value => value.Length is > 0 and < 64).Take(64).ToHashSet(StringComparer.Ordinal) : new HashSet<string>();
    }

    /// <summary>Whether a source fits. Sources that cover no one topic, such as general trade press, fit every interest.</summary>
    public bool Fits(StarterSource source) =>
        (Languages.Count == 0 || Languages.Contains(source.Seed.Language))
        && (Tiers.Count == 0 || Tiers.Contains(TierKey(source.Seed.Tier)))
        && (Interests.Count == 0 || source.Seed.Covers.Count == 0 || source.Seed.Covers.Any(Interests.Contains));

    /// <summary>The address with one value of one group put in, or taken out where it is in.</summary>
    public string With(string group, string value)
    {
        var parts = new List<(string, string?)>();
        Add("language", Languages);
        Add("interest", Interests);
        Add("tier", Tiers);
        return ChipWatchUrls.WithQuery(ChipWatchUrls.StarterPack, [.. parts]);

        void Add(string name, IReadOnlySet<string> values)
        {
            IEnumerable<string> now = name != group ? values : values.Contains(value) ? values.Where(v => v != value) : values.Append(value);
            parts.AddRange(now.Order(StringComparer.Ordinal).Select(v => (name, (string?)v)));
        }
    }

    /// <summary>"vendors and authorities".</summary>
    public static string TierName(int tier) => tier switch
    {
        1 => "first hand",
        2 => "trade press and analysts",
        _ => "commentary",
    };

    /// <summary>A tier as the address has it.</summary>
    public static string TierKey(int tier) => tier.ToString(System.Globalization.CultureInfo.InvariantCulture);
}

using System.Globalization;
using ChipWatch.Store.Timelines;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;

namespace ChipWatch.Pages.Timeline;

/// <summary>In which order a timeline shows its stories.</summary>
public enum TimelineOrder
{
    /// <summary>By day, the newest first.</summary>
    Newest,

    /// <summary>By the printed sum, within a window of days.</summary>
    Weight,
}

/// <summary>What the address of a timeline asks for. Reading an address and writing it again gives its canonical form.</summary>
/// <param name="Filter">Which stories; choices in the order of facet and value, none twice.</param>
/// <param name="After">Cursor of the page; null for the first.</param>
/// <param name="Order">In which order.</param>
public sealed record TimelineRequest(TimelineFilter Filter, string? After, TimelineOrder Order = TimelineOrder.Newest)
{
    private const int LongestValue = 120;
    private const int LongestQuery = 200;
    private const int LongestCursor = 200;
    private const int MostChoices = 60;
    private const string ByWeight = "weight";

    private static readonly (string Name, Facet Facet)[] FacetNames =
        [.. Enum.GetValues<Facet>().Select(facet => (NameOf(facet), facet))];

    /// <summary>The name of a facet in addresses.</summary>
    public static string NameOf(Facet facet) => facet is Facet.Language ? "lang" : facet.ToString().ToLowerInvariant();

    /// <summary>Reads the query of an address; what cannot be read (a day that is none, an empty value) is left out, never an error.</summary>
    /// <param name="address">A whole address, or its query alone.</param>
    public static TimelineRequest Read(string address)
    {
        var query = address.IndexOf('?', StringComparison.Ordinal);
        var text = query < 0 ? "" : address[query..];
        var fragment = text.IndexOf('#', StringComparison.Ordinal);
        return Read(QueryHelpers.ParseQuery(fragment < 0 ? text : text[..fragment]));
    }

    /// <summary>Reads a parsed query, such as that of an HTTP request.</summary>
    public static TimelineRequest Read(IEnumerable<KeyValuePair<string, StringValues>> query)
    {
        var values = new Dictionary<string, StringValues>(StringComparer.OrdinalIgnoreCase);
        foreach (var (name, given) in query)
        {
            values[name] = StringValues.Concat(values.GetValueOrDefault(name), given);
        }

        var included = new SortedSet<FacetChoice>(ChoiceOrder);
        var excluded = new SortedSet<FacetChoice>(ChoiceOrder);
        foreach (var (name, facet) in FacetNames)
        {
            foreach (var given in values.GetValueOrDefault(name))
            {
                var value = given?.Trim().ToLowerInvariant() ?? "";
                var isExcluded = value.StartsWith('-');
                value = value.TrimStart('-');
                if (value.Length is > 0 and <= LongestValue && included.Count + excluded.Count < MostChoices)
                {
                    (isExcluded ? excluded : included).Add(new FacetChoice(facet, value));
                }
            }
        }

        // asked for and excluded at once: nothing could match, so the stricter of the two is kept
        included.RemoveWhere(excluded.Contains);
        return new TimelineRequest(
            new TimelineFilter([.. included], [.. excluded], Words(Last(values, "q")), Day(Last(values, "from")), Day(Last(values, "to"))),
            Last(values, "after") is { Length: > 0 and <= LongestCursor } cursor ? cursor : null,
            string.Equals(Last(values, "order")?.Trim(), ByWeight, StringComparison.OrdinalIgnoreCase) ? TimelineOrder.Weight : TimelineOrder.Newest);
    }

    /// <summary>The filter with its choices in canonical order.</summary>
    public static TimelineFilter Canonical(TimelineFilter filter) => filter with
    {
        Included = [.. filter.Included.Distinct().Order(ChoiceOrder)],
        Excluded = [.. filter.Excluded.Distinct().Order(ChoiceOrder)],
    };

    /// <summary>Names and values of the query, in canonical order.</summary>
    public IEnumerable<(string Name, string Value)> Parameters()
    {
        var filter = Canonical(Filter);
        foreach (var (name, facet) in FacetNames)
        {
            foreach (var choice in filter.Included.Where(choice => choice.Facet == facet))
            {
                yield return (name, choice.Value);
            }

            foreach (var choice in filter.Excluded.Where(choice => choice.Facet == facet))
            {
                yield return (name, "-" + choice.Value);
            }
        }

        if (Words(filter.Query) is { } words)
        {
            yield return ("q", words);
        }

        if (filter.From is { } from)
        {
            yield return ("from", from.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        }

        if (filter.To is { } to)
        {
            yield return ("to", to.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        }

        if (Order is TimelineOrder.Weight)
        {
            yield return ("order", ByWeight);
        }

        if (After is not null)
        {
            yield return ("after", After);
        }
    }

    private static readonly Comparer<FacetChoice> ChoiceOrder = Comparer<FacetChoice>.Create((one, other) =>
        one.Facet != other.Facet ? one.Facet.CompareTo(other.Facet) : string.CompareOrdinal(one.Value, other.Value));

    private static string? Last(Dictionary<string, StringValues> values, string name) =>
        values.GetValueOrDefault(name).LastOrDefault(value => !string.IsNullOrWhiteSpace(value));

    private static string? Words(string? text)
    {
        var words = text?.Trim();
        return string.IsNullOrEmpty(words) ? null : words.Length > LongestQuery ? words[..LongestQuery].TrimEnd() : words;
    }

    private static DateOnly? Day(string? text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}

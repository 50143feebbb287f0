using System.Globalization;
using ChipWatch.Pipeline.Catalogue;
using ChipWatch.Pipeline.Tagging;
using ChipWatch.Pipeline.Text;

namespace ChipWatch.Tests.Pipeline.Tagging.Labelled;

/// <summary>The figures of the tagger on a labelled set: F1 summed over articles for sets, shares for the rest.</summary>
public sealed class LabelledScore
{
    private static readonly HashSet<string> HardUnits =
        ["USD", "EUR", "KRW", "CNY", "HKD", "JPY", "TWD", "GBP", "%", "GW", "MW", "kW", "W", "nm", "GB", "TB/s", "GB/s", "kV"];

    private readonly HashSet<string> companies;
    private readonly HashSet<string> chips;
    private int types, statuses, typesAsked, statusesAsked, quiet, quietAsked, untopical, proven, tags, quantities, quantitiesAsked;

    private LabelledScore(NewsCatalogue catalogue)
    {
        companies = [.. catalogue.Companies.Select(company => company.Id)];
        chips = [.. catalogue.Chips.Where(chip => chip.Kind != "system").Select(chip => chip.Id)];
    }

    public int Articles { get; private set; }

    public FacetCount Companies { get; } = new();

    public FacetCount Primary { get; } = new();

    public FacetCount Chips { get; } = new();

    public FacetCount Topics { get; } = new();

    public FacetCount Credited { get; } = new();

    /// <summary>By topic id.</summary>
    public SortedDictionary<string, FacetCount> ByTopic { get; } = new(StringComparer.Ordinal);

    public double EventType => Share(types, typesAsked);

    public double EventStatus => Share(statuses, statusesAsked);

    /// <summary>Articles that only look like ours and got no event.</summary>
    public double QuietEvents => Share(quiet, quietAsked);

    /// <summary>Articles that only look like ours and got no topic.</summary>
    public double QuietTopics => Share(untopical, quietAsked);

    /// <summary>Tags whose every span is the very text.</summary>
    public double Evidence => Share(proven, tags);

    /// <summary>Listed quantities found with value, unit and hypothetical flag right.</summary>
    public double Quantities => Share(quantities, quantitiesAsked);

    /// <summary>Tags the articles and counts.</summary>
    public static LabelledScore Of(IEnumerable<LabelledArticle> articles, Tagger tagger, NewsCatalogue catalogue)
    {
        var score = new LabelledScore(catalogue);
        foreach (var labelled in articles)
        {
            var article = labelled.ToArticle();
            score.Add(labelled, article, tagger.Tag(article));
        }

        return score;
    }

    /// <summary>The figures in one line of a Markdown table.</summary>
    public string ToRow(string name) => string.Create(CultureInfo.InvariantCulture,
        $"| {name} | {Articles} | {Companies.F1:0.000} | {Primary.F1:0.000} | {Chips.F1:0.000} | {Topics.F1:0.000} | {EventType:0.000} | {EventStatus:0.000} | {Credited.F1:0.000} | {Evidence:0.000} | {Quantities:0.000} | {QuietTopics:0.000} | {QuietEvents:0.000} |");

    private void Add(LabelledArticle labelled, ArticleText article, ArticleTags said)
    {
        Articles++;
        var wanted = labelled.Labels;
        Companies.Add(Known(wanted.Companies, companies), Known(said.Companies.Select(tag => tag.Id), companies));
        Primary.Add(Known(wanted.Primary, companies), Known(said.Companies.Where(tag => tag.Salience == Salience.Primary).Select(tag => tag.Id), companies));
        Chips.Add(Known(wanted.Chips, chips), Known(said.Chips.Select(tag => tag.Id), chips));
        var (wantedTopics, saidTopics) = (wanted.Topics.ToHashSet(), said.Topics.Select(tag => tag.Id).ToHashSet());
        Topics.Add(wantedTopics, saidTopics);
        foreach (var topic in wantedTopics.Union(saidTopics))
        {
            var count = ByTopic.TryGetValue(topic, out var known) ? known : ByTopic[topic] = new();
            count.Add(wantedTopics.Where(id => id == topic).ToHashSet(), saidTopics.Where(id => id == topic).ToHashSet());
        }

        Credited.Add((wanted.Event?.ReportedBy ?? []).Select(OutletKey).ToHashSet(), (said.Event?.ReportedBy ?? []).Select(OutletKey).ToHashSet());
        AddEvent(wanted, said);
        foreach (var tag in said.Companies.Concat(said.Chips).Concat(said.Topics))
        {
            tags++;
            proven += tag.Evidence.Count > 0 && tag.Evidence.All(span => Holds(span, article)) ? 1 : 0;
        }

        AddQuantities(labelled.Quantities ?? [], said.Quantities);
    }

    private void AddEvent(ArticleLabels wanted, ArticleTags said)
    {
        if (wanted.Event?.Type is { } type)
        {
            typesAsked++;
            types += Same(said.Event?.Type?.ToString(), type) ? 1 : 0;
        }

        if (wanted.Event?.Status is { } status)
        {
            statusesAsked++;
            statuses += Same(said.Event?.Status?.ToString(), status) ? 1 : 0;
        }
        else if (wanted.Distractor)
        {
            quietAsked++;
            quiet += said.Event?.Type is null && said.Event?.Status is null ? 1 : 0;
            untopical += said.Topics.Count == 0 ? 1 : 0;
        }
    }

    private void AddQuantities(IReadOnlyList<LabelledQuantity> wanted, IReadOnlyList<Quantity> said)
    {
        foreach (var one in wanted)
        {
            quantitiesAsked++;
            var unit = BaseUnit(one.Unit);
            quantities += said.Any(other => Math.Abs(other.Value - one.Value) <= 1e-6 * Math.Max(1, Math.Abs(one.Value))
                && other.Hypothetical == one.Hypothetical && (!HardUnits.Contains(unit) || BaseUnit(other.Unit) == unit)) ? 1 : 0;
        }
    }

    private static bool Holds(TextSpan span, ArticleText article)
    {
        var text = span.Field == TextField.Title ? article.Title : article.Text;
        return span.Length > 0 && span.Start >= 0 && span.Start + span.Length <= text.Length
            && string.CompareOrdinal(text, span.Start, span.Quote, 0, span.Length) == 0 && span.Quote.Length == span.Length;
    }

    private static HashSet<string> Known(IEnumerable<string> ids, HashSet<string> known) => [.. ids.Where(known.Contains)];

    private static string BaseUnit(string unit) => unit.Split(" per ")[0];

    private static string OutletKey(string name)
    {
        var key = string.Concat(name.Where(char.IsLetterOrDigit)).ToLowerInvariant();
        return key.StartsWith("the", StringComparison.Ordinal) ? key[3..] : key;
    }

    private static bool Same(string? said, string wanted) => string.Equals(said, wanted, StringComparison.OrdinalIgnoreCase);

    private static double Share(int part, int whole) => whole == 0 ? 1 : (double)part / whole;
}

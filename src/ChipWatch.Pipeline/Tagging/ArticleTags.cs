using System.Text.Json.Serialization;
using ChipWatch.Pipeline.Tagging.Proposals;
using ChipWatch.Pipeline.Text;

namespace ChipWatch.Pipeline.Tagging;

/// <summary>How much an article is about what a tag names.</summary>
public enum Salience
{
    /// <summary>Named, but the article would exist without it.</summary>
    Mentioned,

    /// <summary>The article is about it.</summary>
    Primary,
}

/// <summary>One tag with what proves it.</summary>
/// <param name="Id">Slug of the catalogue, such as "amazon-trainium3".</param>
/// <param name="Salience">How much the article is about it.</param>
/// <param name="Score">0 to 1.</param>
/// <param name="Evidence">At least one span; the first proves best.</param>
public sealed record Tag(string Id, Salience Salience, double Score, IReadOnlyList<TextSpan> Evidence)
{
    /// <summary>How the score came about, in words ("“sovereign AI”, term of weight 5"), for "why this tag?".</summary>
    public IReadOnlyList<ScorePart> Parts { get; init; } = [];

    /// <summary>Of a chip the family that it shares with other chips of its maker ("google TPU"); null for none. For grouping, no answer of the filter `tag`.</summary>
    [JsonIgnore]
    public string? Family { get; init; }
}

/// <summary>One addend of a score.</summary>
/// <param name="What">What was found, in words.</param>
/// <param name="Points">What it adds.</param>
public sealed record ScorePart(string What, double Points);

/// <summary>What kind of event an article reports.</summary>
public enum EventType
{
    /// <summary>A product is shown or ships.</summary>
    Launch,

    /// <summary>A purchase, order or contract.</summary>
    Deal,

    /// <summary>Negotiation or exploration.</summary>
    Talks,

    /// <summary>Working together without a purchase.</summary>
    Partnership,

    /// <summary>Sites, plants, clusters: more or less of them.</summary>
    Capacity,

    /// <summary>Money raised.</summary>
    Funding,

    /// <summary>A company or stake bought.</summary>
    Acquisition,

    /// <summary>Results and guidance.</summary>
    Earnings,

    /// <summary>Plans for products.</summary>
    Roadmap,

    /// <summary>Measured or published performance.</summary>
    Benchmark,

    /// <summary>Acts of states.</summary>
    Regulation,

    /// <summary>Courts and claims.</summary>
    Legal,

    /// <summary>Something comes later, or fails for a while.</summary>
    Delay,

    /// <summary>Vulnerabilities, theft, attestation.</summary>
    Security,

    /// <summary>Comment or explanation without a new event.</summary>
    Analysis,
}

/// <summary>How firm a reported event is. The first four are the rungs of the ladder, in order.</summary>
public enum EventStatus
{
    /// <summary>Unnamed sources, nobody confirms.</summary>
    Rumor,

    /// <summary>A party confirms that talks or exploration are under way.</summary>
    Talks,

    /// <summary>A party has announced it; not in force or in use yet.</summary>
    Announced,

    /// <summary>Done, shipping, signed, in force.</summary>
    Confirmed,

    /// <summary>A party denies it.</summary>
    Denied,

    /// <summary>Called off.</summary>
    Cancelled,

    /// <summary>Opinion, scenario, forecast.</summary>
    Hypothetical,
}

/// <summary>The event that an article reports.</summary>
/// <param name="Type">Its kind; null where the article's language has no rules.</param>
/// <param name="Status">How firm the article itself makes it; null likewise.</param>
/// <param name="ReportedBy">Outlets and agencies credited for the news, outermost first; the last is the origin.</param>
/// <param name="Evidence">Spans that show type and status.</param>
public sealed record ArticleEvent(EventType? Type, EventStatus? Status, IReadOnlyList<string> ReportedBy, IReadOnlyList<TextSpan> Evidence)
{
    /// <summary>Spans of the credits, one for each name of <see cref="ReportedBy"/>, in its order.</summary>
    public IReadOnlyList<TextSpan> CreditEvidence { get; init; } = [];

    /// <summary>What speaks most for kind and status, in words, for "why this event?".</summary>
    public IReadOnlyList<ScorePart> Parts { get; init; } = [];
}

/// <summary>A number with what it counts.</summary>
/// <param name="Value">In the unit's base size: "1.5 billion dollars" is 1,500,000,000 USD.</param>
/// <param name="Unit">"USD", "%", "GW", "nm", or the counted noun.</param>
/// <param name="Clause">The words of the article around it, from comma to comma.</param>
/// <param name="Hedge">"up to", "about" …, or null.</param>
/// <param name="Hypothetical">Whether it stands in an example or analogy.</param>
/// <param name="Evidence">The number's span.</param>
public sealed record Quantity(double Value, string Unit, [property: JsonIgnore] string Clause, string? Hedge, bool Hypothetical, IReadOnlyList<TextSpan> Evidence)
{
    /// <summary>What it measures, in few of the article's words; the whole clause where the few are not plain.</summary>
    public string What => (Evidence.Count > 0 ? QuantityPhrase.In(Clause, Evidence[0].Quote, Unit) : null) ?? Clause;
}

/// <summary>Everything that the tagger says about one article.</summary>
public sealed record ArticleTags(
    IReadOnlyList<Tag> Companies,
    IReadOnlyList<Tag> Chips,
    IReadOnlyList<Tag> Topics,
    ArticleEvent? Event,
    IReadOnlyList<Quantity> Quantities)
{
    /// <summary>Nothing said.</summary>
    public static ArticleTags None { get; } = new([], [], [], null, []);

    /// <summary>Names that no list holds and that the article uses like those of companies or chips: for people to decide, no answer of the filter `tag`.</summary>
    [JsonIgnore]
    public IReadOnlyList<NameProposal> Names { get; init; } = [];
}

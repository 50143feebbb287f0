using System.Text.Json.Serialization;
using ChipWatch.Pipeline.Listings;
using ChipWatch.Pipeline.Sources;

namespace ChipWatch.Pipeline.Catalogue;

/// <summary>One way in which texts name a company or chip. The rules stand in seeds/README.md.</summary>
/// <param name="Text">The name as written.</param>
/// <param name="NeedsContext">Count it only beside a word of <paramref name="Context"/> in the same paragraph or the title.</param>
/// <param name="Context">Words that make an ambiguous name sure.</param>
/// <param name="NotWhen">Phrases that block it.</param>
/// <param name="CaseSensitive">Match the spelling as written.</param>
/// <param name="From">First article month (yyyy-MM, inclusive) in which it counts.</param>
/// <param name="Until">Last article month (yyyy-MM, inclusive) in which it counts.</param>
public sealed record Alias(
    string Text,
    bool NeedsContext,
    IReadOnlyList<string> Context,
    IReadOnlyList<string> NotWhen,
    bool CaseSensitive,
    string? From = null,
    string? Until = null);

/// <summary>A company of the catalogue.</summary>
/// <param name="Broad">Known for much else than chips and computing capacity: its name alone does not say that an article is about them.</param>
public sealed record Company(
    string Id,
    string Name,
    IReadOnlyList<Alias> Aliases,
    IReadOnlyList<string> Roles,
    string? Country,
    string? Headquarters,
    string? Ticker,
    string? Parent,
    string? Website,
    string? Newsroom,
    string? Colour,
    bool Broad = false);

/// <summary>A chip, family, system, link or memory of the catalogue.</summary>
public sealed record Chip(
    string Id,
    string Name,
    string Company,
    string? Family,
    string? Generation,
    string Kind,
    IReadOnlyList<Alias> Aliases,
    string? Announced,
    string? Available,
    string? Process,
    string? Foundry,
    ChipMemory? Memory,
    ChipPeak? Peak,
    double? TdpW,
    string? Interconnect,
    string? Predecessor,
    string? Successor,
    string? Status,
    string? Notes,
    IReadOnlyList<string> Sources,
    string? Confidence);

/// <summary>Memory of one package, or of one rack for a system.</summary>
public sealed record ChipMemory(string? Type, double? CapacityGB, double? BandwidthTBps);

/// <summary>Dense peak figures in TFLOPS of one package, or of one rack for a system.</summary>
public sealed record ChipPeak(double? Bf16Tflops, double? Fp8Tflops, double? Fp4Tflops);

/// <summary>A topic of the catalogue.</summary>
/// <param name="Id">Slug.</param>
/// <param name="Name">Shown name.</param>
/// <param name="Description">What it means, one sentence.</param>
/// <param name="Parent">Groups for display only.</param>
/// <param name="Terms">Weighted terms that speak for it.</param>
/// <param name="Translations">Its name by language.</param>
public sealed record Topic(
    string Id,
    string Name,
    string Description,
    string? Parent,
    IReadOnlyList<TopicTerm> Terms,
    IReadOnlyDictionary<string, string> Translations);

/// <summary>A term that speaks for a topic.</summary>
/// <param name="Text">The term; '*' at its end stands for any ending.</param>
/// <param name="Weight">From 1, a passing hint, to 5, which speaks for the topic by itself; below zero it speaks against it.</param>
/// <param name="NeedsContext">Count it only beside a word of <paramref name="Context"/> in the same paragraph or the title.</param>
/// <param name="Context">Words that make an ambiguous term sure.</param>
/// <param name="Language">Two letters; a term in Latin script counts only in texts of that language. null: in every text.</param>
public sealed record TopicTerm(string Text, double Weight, bool NeedsContext = false, IReadOnlyList<string>? Context = null, string? Language = null)
{
    /// <summary>Words that make an ambiguous term sure; none where it needs none.</summary>
    public IReadOnlyList<string> Context { get; init; } = Context ?? [];
}

/// <summary>A source of the starter pack.</summary>
/// <param name="Id">Slug.</param>
/// <param name="Name">Name of the outlet.</param>
/// <param name="Kind">rss, atom, api or html-listing.</param>
/// <param name="FeedUrl">Address of the feed; null for a listing.</param>
/// <param name="SiteUrl">Address of the site or listing.</param>
/// <param name="Language">BCP 47 language.</param>
/// <param name="Tier">1 (closest to the event) to 3.</param>
/// <param name="Type">trade-press, vendor-newsroom …</param>
/// <param name="Covers">Ids of topics and companies it writes about.</param>
/// <param name="Evidence">Where the address was seen.</param>
/// <param name="Listing">Selectors of a listing page; null to find its repeated structure.</param>
public sealed record SeedSource(
    string Id,
    string Name,
    string Kind,
    string? FeedUrl,
    string SiteUrl,
    string Language,
    int Tier,
    string Type,
    IReadOnlyList<string> Covers,
    string? Evidence,
    ListingRules? Listing)
{
    /// <summary>Where the JSON answer of an `api` keeps its entries.</summary>
    public JsonMapping? Mapping { get; init; }

    /// <summary>How to read it; null for feeds and for pages whose repeated structure is found.</summary>
    [JsonIgnore]
    public SourceRules? Rules => Listing is null && Mapping is null ? null : new(Listing, Mapping);
}

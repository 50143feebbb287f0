namespace ChipWatch.Pipeline.Catalogue;

/// <summary>Between the lists as the seeds write them and the one shape in which they are shown and changed.</summary>
internal static class EntryShapes
{
    private const string Yes = "yes";

    public static CatalogueEntry Of(Company company) => new(EntryKind.Company, company.Id, company.Name, [.. company.Aliases.Select(Rule)], Facts(
        (EntryFacts.Roles, string.Join(", ", company.Roles)), (EntryFacts.Country, company.Country), (EntryFacts.Website, company.Website),
        (EntryFacts.Broad, company.Broad ? Yes : null)));

    public static CatalogueEntry Of(Chip chip) => new(EntryKind.Chip, chip.Id, chip.Name, [.. chip.Aliases.Select(Rule)], Facts(
        (EntryFacts.Company, chip.Company), (EntryFacts.Kind, chip.Kind), (EntryFacts.Family, chip.Family), (EntryFacts.Generation, chip.Generation)));

    public static CatalogueEntry Of(Topic topic) => new(
        EntryKind.Topic,
        topic.Id,
        topic.Name,
        [.. topic.Terms.Select(term => new NameRule(term.Text) { Weight = term.Weight, NeedsContext = term.NeedsContext, Context = term.Context, Language = term.Language })],
        Facts((EntryFacts.Description, topic.Description)));

    public static CatalogueEntry Of(OutletEntry outlet, string id) => new(
        EntryKind.Outlet,
        id,
        outlet.Name,
        [.. outlet.Aliases.Select(alias => new NameRule(alias) { CaseSensitive = true })],
        Facts((EntryFacts.Kind, outlet.Kind), (EntryFacts.NeedsCredit, outlet.NeedsCredit ? Yes : null)));

    public static Company Company(CatalogueEntry entry, Company? known) =>
        (known ?? new(entry.Id, entry.Name, [], [], null, null, null, null, null, null, null)) with
        {
            Name = entry.Name,
            Aliases = Aliases(entry),
            Roles = Words(entry.Fact(EntryFacts.Roles)),
            Country = entry.Fact(EntryFacts.Country),
            Website = entry.Fact(EntryFacts.Website),
            Broad = entry.Fact(EntryFacts.Broad) == Yes,
        };

    public static Chip Chip(CatalogueEntry entry, Chip? known) =>
        (known ?? new(entry.Id, entry.Name, "", null, null, "asic", [], null, null, null, null, null, null, null, null, null, null, null, null, [], null)) with
        {
            Name = entry.Name,
            Aliases = Aliases(entry),
            Company = entry.Fact(EntryFacts.Company) ?? "",
            Kind = entry.Fact(EntryFacts.Kind) ?? "asic",
            Family = entry.Fact(EntryFacts.Family),
            Generation = entry.Fact(EntryFacts.Generation),
        };

    public static Topic Topic(CatalogueEntry entry, Topic? known) =>
        (known ?? new(entry.Id, entry.Name, "", null, [], new Dictionary<string, string>())) with
        {
            Name = entry.Name,
            Description = entry.Fact(EntryFacts.Description) ?? "",
            Terms = [.. entry.Names.Select(name => new TopicTerm(name.Text, name.Weight ?? 1, name.NeedsContext, name.Context, name.Language))],
        };

    public static OutletEntry Outlet(CatalogueEntry entry, OutletEntry? known) => (known ?? new(entry.Name, [])) with
    {
        Id = entry.Id,
        Name = entry.Name,
        Aliases = [.. entry.Names.Select(name => name.Text)],
        Kind = entry.Fact(EntryFacts.Kind),
        NeedsCredit = entry.Fact(EntryFacts.NeedsCredit) == Yes,
    };

    private static NameRule Rule(Alias alias) => new(alias.Text)
    {
        NeedsContext = alias.NeedsContext, Context = alias.Context, NotWhen = alias.NotWhen, CaseSensitive = alias.CaseSensitive, From = alias.From, Until = alias.Until,
    };

    private static List<Alias> Aliases(CatalogueEntry entry) =>
        [.. entry.Names.Select(name => new Alias(name.Text, name.NeedsContext, name.Context, name.NotWhen, name.CaseSensitive, name.From, name.Until))];

    private static string[] Words(string? list) => list?.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) ?? [];

    private static Dictionary<string, string> Facts(params (string Key, string? Value)[] facts) =>
        facts.Where(fact => !string.IsNullOrEmpty(fact.Value)).ToDictionary(fact => fact.Key, fact => fact.Value!, StringComparer.Ordinal);
}

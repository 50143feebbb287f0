namespace ChipWatch.Pipeline.Catalogue;

/// <summary>The facts of an entry that people may change, beside its names.</summary>
public static class EntryFacts
{
    /// <summary>What a company does, parted by commas.</summary>
    public const string Roles = "roles";

    /// <summary>ISO 3166 code of a company's seat.</summary>
    public const string Country = "country";

    /// <summary>A company's site.</summary>
    public const string Website = "website";

    /// <summary>"yes" for a company known for much else than chips.</summary>
    public const string Broad = "broad";

    /// <summary>Id of a chip's maker.</summary>
    public const string Company = "company";

    /// <summary>What a chip is; what an outlet is ("analyst", "bank").</summary>
    public const string Kind = "kind";

    /// <summary>Family of a chip.</summary>
    public const string Family = "family";

    /// <summary>Generation of a chip within its family.</summary>
    public const string Generation = "generation";

    /// <summary>What a topic means, one sentence.</summary>
    public const string Description = "description";

    /// <summary>"yes" where only a strong phrase of credit makes a name the outlet.</summary>
    public const string NeedsCredit = "needs-credit";

    /// <summary>Roles of companies.</summary>
    public static IReadOnlyList<string> AllRoles { get; } =
        ["cloud", "designer", "equipment", "foundry", "ip", "lab", "memory", "networking", "packaging", "power", "systems"];

    /// <summary>Kinds of chips.</summary>
    public static IReadOnlyList<string> ChipKinds { get; } =
        ["asic", "cpu", "dpu", "gpu", "interconnect", "lpu", "memory", "npu", "switch", "system", "tpu", "wafer-scale"];

    /// <summary>Kinds of outlets besides those that report.</summary>
    public static IReadOnlyList<string> OutletKinds { get; } = ["analyst", "bank"];

    /// <summary>The facts of a list, in the order in which they are shown.</summary>
    public static IReadOnlyList<string> Of(EntryKind kind) => kind switch
    {
        EntryKind.Company => [Roles, Country, Website, Broad],
        EntryKind.Chip => [Company, Kind, Family, Generation],
        EntryKind.Topic => [Description],
        _ => [Kind, NeedsCredit],
    };
}

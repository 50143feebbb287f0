using ChipWatch.Pipeline.Catalogue;

namespace ChipWatch.Pipeline.Tagging.Topics;

/// <summary>
/// What an article holds beside a topic's own terms, free of language: roles of the companies, kinds of chips,
/// units of its numbers, and how strong each topic's terms are.
/// </summary>
internal sealed class ArticleSignals
{
    private static readonly string[] Roles = ["cloud", "designer", "equipment", "foundry", "ip", "lab", "memory", "networking", "packaging", "power", "systems"];
    private static readonly string[] Kinds = ["asic", "cpu", "dpu", "gpu", "interconnect", "lpu", "memory", "npu", "switch", "system", "tpu", "wafer-scale"];
    private static readonly string[] Units = ["money", "%", "power", "nm", "bytes"];
    private const double Strongest = 10;

    private readonly string[] names;

    /// <param name="topics">The topics, in the catalogue's order.</param>
    public ArticleSignals(IReadOnlyList<Topic> topics) => names =
    [
        .. Roles.Select(role => "company " + role), .. Roles.Select(role => "headline company " + role),
        .. Kinds.Select(kind => "chip " + kind), "chip of its user", "no company", "one company", "many companies",
        .. Units.Select(unit => "unit " + unit), .. topics.Select(topic => "topic " + topic.Id),
    ];

    /// <summary>Names of the figures, in order.</summary>
    public IReadOnlyList<string> Names => names;

    /// <summary>The figures, each from 0 to about 1.</summary>
    public double[] Read(Vocabulary vocabulary, IReadOnlyList<Mention> mentions, IReadOnlyList<Quantity> quantities, TopicTerms terms)
    {
        var into = new double[names.Length];
        var at = 0;
        var companies = 0;
        foreach (var mention in mentions)
        {
            var company = mention.IsChip ? vocabulary.MakerOf(mention.Owner) : mention.Owner;
            if (company < 0)
            {
                continue;
            }

            companies |= 1 << (company % 31);
            foreach (var role in vocabulary.Catalogue.Companies[company].Roles)
            {
                var place = Array.IndexOf(Roles, role);
                if (place >= 0)
                {
                    into[at + place] = 1;
                    into[at + Roles.Length + place] = mention.Sentence.IsTitle ? 1 : into[at + Roles.Length + place];
                }
            }

            if (mention.IsChip)
            {
                var kind = Array.IndexOf(Kinds, vocabulary.Catalogue.Chips[mention.Owner].Kind);
                if (kind >= 0)
                {
                    into[at + (2 * Roles.Length) + kind] = 1;
                }

                if (vocabulary.Catalogue.Companies[company].Roles.Any(role => role is "cloud" or "lab"))
                {
                    into[at + (2 * Roles.Length) + Kinds.Length] = 1;
                }
            }
        }

        at += (2 * Roles.Length) + Kinds.Length + 1;
        var count = System.Numerics.BitOperations.PopCount((uint)companies);
        into[at++] = count == 0 ? 1 : 0;
        into[at++] = count == 1 ? 1 : 0;
        into[at++] = count > 3 ? 1 : 0;
        foreach (var quantity in quantities)
        {
            var unit = quantity.Unit switch
            {
                "%" or "percentage points" => 1,
                "GW" or "MW" or "kW" or "W" or "GWh" => 2,
                "nm" => 3,
                "GB" or "TB" or "GB/s" or "TB/s" => 4,
                _ => UnitTable.IsMoney(quantity.Unit) ? 0 : -1,
            };
            if (unit >= 0 && !quantity.Hypothetical)
            {
                into[at + unit] = 1;
            }
        }

        at += Units.Length;
        for (var topic = 0; at < names.Length; topic++, at++)
        {
            var points = 0.0;
            foreach (var hit in terms.Of(topic) ?? [])
            {
                points += hit.Term.Weight;
            }

            into[at] = Math.Clamp(points, 0, Strongest) / Strongest;
        }

        return into;
    }
}

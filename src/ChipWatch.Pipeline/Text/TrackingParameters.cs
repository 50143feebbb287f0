using System.Collections.Frozen;

namespace ChipWatch.Pipeline.Text;

/// <summary>Knows the query parameters that only say where a reader came from.</summary>
internal static class TrackingParameters
{
    private static readonly string[] Prefixes = ["utm_", "mtm_", "pk_", "piwik_", "matomo_", "hsa_", "_hs", "__hs", "oly_", "fb_action_", "guce_", "vero_"];

    private static readonly FrozenSet<string> Names = new[]
    {
        "fbclid", "gclid", "gclsrc", "dclid", "gbraid", "wbraid", "msclkid", "yclid", "ysclid", "twclid", "ttclid", "igshid", "igsh", "li_fat_id",
        "mc_cid", "mc_eid", "hsctatracking", "_openstat", "wickedid", "mkt_tok", "trk", "trkcampaign", "sc_cid", "s_cid", "icid", "ncid", "cmpid", "ocid",
        "_ga", "_gl", "rb_clickid", "ref_src", "ref_url", "fb_source", "fb_ref", "guccounter", "xtor", "wt_mc", "wt.mc_id", "spm", "srsltid",
        "__twitter_impression", "smid", "smtyp", "ftag", "epik", "zanpid", "_branch_match_id", "at_medium", "at_campaign",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    // Names that elsewhere mean something: only these values are known to say nothing of the page
    private static readonly FrozenSet<string> SourceNames =
        new[] { "ref", "source", "src", "from", "via", "partner", "cmp", "emc" }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string> SourceValues =
        new[] { "rss", "feed", "atom", "twitter", "facebook", "linkedin", "newsletter", "email", "share" }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>The query (without "?") less what tracks; the rest stays as it was, in its order.</summary>
    public static string Strip(string query) => string.Join('&', query.Split('&').Where(pair => pair.Length > 0 && !IsTracking(pair)));

    private static bool IsTracking(string pair)
    {
        var equals = pair.IndexOf('=', StringComparison.Ordinal);
        var name = equals < 0 ? pair : pair[..equals];
        return Names.Contains(name)
            || Array.Exists(Prefixes, prefix => name.StartsWith(prefix, StringComparison.OrdinalIgnoreCase))
            || (equals > 0 && SourceNames.Contains(name) && SourceValues.Contains(pair[(equals + 1)..]));
    }
}

using System.Collections.Frozen;
using System.Text;
using ChipWatch.Store.Timelines;

namespace ChipWatch.Components;

/// <summary>The hue of a vendor as the design tokens give it; never text, never alone.</summary>
public static class VendorColour
{
    private static readonly FrozenSet<string> Tokens = FrozenSet.ToFrozenSet(
    [
        "nvidia", "amd", "intel", "amazon", "google", "microsoft", "meta", "apple", "qualcomm", "broadcom", "marvell", "tsmc", "samsung", "sk-hynix",
        "micron", "asml", "arm", "cerebras", "huawei", "openai",
    ]);

    /// <summary>A style that sets --vc: the token, else the catalogue's hue in the theme's lightness, else a hue from the id (tokens.css, "vendors").</summary>
    public static string Style(TagName vendor) => "--vc:" + Value(vendor);

    /// <summary>The colour as CSS writes it.</summary>
    public static string Value(TagName vendor)
    {
        if (Tokens.Contains(vendor.Id))
        {
            return $"var(--v-{vendor.Id})";
        }

        return IsHex(vendor.Colour)
            ? $"oklch(from {vendor.Colour} var(--v-l) min(c, .15) h)"
            : $"oklch(var(--v-l) var(--v-c) {Fnv1A(vendor.Id) % 24 * 15})";
    }

    private static bool IsHex(string? colour) => colour is ['#', .. { Length: 6 } digits] && digits.All(char.IsAsciiHexDigit);

    private static uint Fnv1A(string id)
    {
        var hash = 2166136261u;
        foreach (var octet in Encoding.UTF8.GetBytes(id))
        {
            hash = (hash ^ octet) * 16777619u;
        }

        return hash;
    }
}

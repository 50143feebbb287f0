using System.Collections.Frozen;
using System.Text.Json;
using AngleSharp.Css.Parser;
using ChipWatch.Pipeline.Text;

namespace ChipWatch.Pipeline.Extraction;

/// <summary>Where on the pages of one site the parts of an article stand, as CSS selectors; what is null is found as on any other page.</summary>
/// <param name="Content">The article's body; where it matches several elements, all of them in order.</param>
/// <param name="Remove">What stands in the body and is no part of it.</param>
/// <param name="Title">The headline.</param>
/// <param name="Byline">The names of the authors; where it matches several elements, each is a name.</param>
/// <param name="Date">The day of publication, as text or in a `datetime` or `content` attribute.</param>
public sealed record SiteRule(string? Content, IReadOnlyList<string>? Remove, string? Title, string? Byline, string? Date);

/// <summary>The rules for sites whose pages the general rules read wrongly, by host (seeds/sites.json).</summary>
public sealed class SiteRules
{
    private readonly FrozenDictionary<string, SiteRule> byHost;

    private SiteRules(IEnumerable<KeyValuePair<string, SiteRule>> rules) => byHost = rules.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>No rules.</summary>
    public static SiteRules None { get; } = new([]);

    /// <summary>Number of hosts with a rule.</summary>
    public int Count => byHost.Count;

    /// <summary>Reads rules: an object with a member for each host, without `www.`; a host's rule holds for its subdomains.</summary>
    /// <exception cref="InvalidDataException">A selector is none; the message names host and selector.</exception>
    /// <exception cref="JsonException">The text is no such object.</exception>
    public static SiteRules Read(Stream json)
    {
        var rules = JsonSerializer.Deserialize<Dictionary<string, SiteRule>>(json, PipelineJson.Options) ?? [];
        var parser = new CssSelectorParser();
        foreach (var (host, rule) in rules)
        {
            foreach (var selector in new[] { rule.Content, rule.Title, rule.Byline, rule.Date }.Concat(rule.Remove ?? []).OfType<string>())
            {
                if (parser.ParseSelector(selector) is null)
                {
                    throw new InvalidDataException($"sites.json, {host}: \"{selector}\" is no selector.");
                }
            }
        }

        return new(rules);
    }

    /// <summary>The rules in a folder of seeds; none where it has no sites.json.</summary>
    public static SiteRules Load(string folder)
    {
        var file = Path.Combine(folder, "sites.json");
        if (!File.Exists(file))
        {
            return None;
        }

        using var json = File.OpenRead(file);
        return Read(json);
    }

    /// <summary>The rule of the page's host or of the nearest domain above it; null where there is none.</summary>
    public SiteRule? For(Uri? url)
    {
        for (var host = url?.IdnHost ?? ""; host.Contains('.', StringComparison.Ordinal); host = host[(host.IndexOf('.', StringComparison.Ordinal) + 1)..])
        {
            if (byHost.TryGetValue(host, out var rule))
            {
                return rule;
            }
        }

        return null;
    }
}

using System.CommandLine;
using System.Globalization;
using System.Text;
using System.Text.Json;
using ChipWatch.Pipeline.Fetching;
using ChipWatch.Pipeline.Sources;
using ChipWatch.Pipeline.Text;
using Microsoft.Extensions.Options;

namespace ChipWatch.Commands;

/// <summary>`discover`: the feeds and listings that an address offers.</summary>
internal static class DiscoverCommand
{
    private static readonly JsonSerializerOptions Indented = new(PipelineJson.Options) { WriteIndented = true };

    /// <summary>The verb.</summary>
    public static Command Create(IReadOnlyList<string> settings)
    {
        var url = new Argument<string>("url") { Description = "An address of a site, page, feed, channel or OPML file; the scheme may be left out." };
        var json = new Option<bool>("--json") { Description = "Print JSON, with the first entries of each." };
        var command = new Command("discover", "Find the feeds and listings that an address offers.") { url, json };
        command.SetAction((parsed, cancellationToken) => RunAsync(parsed.GetValue(url) ?? "", parsed.GetValue(json), settings, cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(string typed, bool asJson, IReadOnlyList<string> settings, CancellationToken cancellationToken)
    {
        if (PastedAddress.Read(typed) is not { } address)
        {
            await Console.Error.WriteLineAsync("chipwatch: This is no web address. See chipwatch discover --help.");
            return 2;
        }

        try
        {
            await using var services = FetchingServices.Build(settings);
            var outcome = await new SourceDiscovery(services.GetRequiredService<IPageFetcher>()).FindAsync(address, cancellationToken);
            if (outcome is DiscoveryOutcome.Nothing(var failure, var reason))
            {
                await Console.Error.WriteLineAsync($"chipwatch: {(failure is null ? "" : $"{failure}: ")}{reason}");
                return 1;
            }

            var candidates = ((DiscoveryOutcome.Found)outcome).Candidates;
            Console.WriteLine(asJson ? JsonSerializer.Serialize(candidates, Indented) : Describe(candidates));
            return 0;
        }
        catch (OptionsValidationException wrong)
        {
            await Console.Error.WriteLineAsync($"chipwatch: {wrong.Describe()}");
            return 1;
        }
    }

    private static string Describe(IReadOnlyList<SourceCandidate> candidates)
    {
        var text = new StringBuilder();
        foreach (var candidate in candidates)
        {
            var newest = candidate.Items.Max(item => item.Published) is { } at ? $", newest {at.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}" : "";
            text.Append(candidate.Kind.PadRight(12)).Append("  ").Append(candidate.Url.AbsoluteUri).Append("  ").Append(candidate.Title)
                .Append("  (").Append(candidate.FoundBy).Append(newest).Append(')').AppendLine();
        }

        return text.ToString().TrimEnd();
    }
}

using System.CommandLine;
using System.Net;
using System.Text.Json;
using ChipWatch.Pipeline.Fetching;

namespace ChipWatch.Commands;

/// <summary>`check-url`: whether and where the fetcher would connect, opening nothing.</summary>
internal static class CheckUrlCommand
{
    public static Command Create() => JsonLinesFilter.Create(
        "check-url",
        "Say whether and where the fetcher would connect.",
        input => AddressPolicy.Check(input.Needed("url"), Answers(input)),
        (path, _) => throw new FilterInputException($"{path}: check-url reads JSON Lines from standard input only."));

    private static Dictionary<string, IReadOnlyList<IPAddress>> Answers(JsonElement input)
    {
        var answers = new Dictionary<string, IReadOnlyList<IPAddress>>(StringComparer.OrdinalIgnoreCase);
        if (input.TryGetProperty("addresses", out var names) && names.ValueKind == JsonValueKind.Object)
        {
            foreach (var name in names.EnumerateObject())
            {
                answers[name.Name] = [.. name.Value.EnumerateArray().Select(ip => IPAddress.Parse(ip.GetString() ?? ""))];
            }
        }

        return answers;
    }
}

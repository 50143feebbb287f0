using System.CommandLine;
using System.Net;
using System.Text.Json;
using ChipWatch.Pipeline.Fetching;

namespace ChipWatch.Commands;

/// <summary>`check-url`: whether and where the fetcher would connect, opening nothing.</summary>
internal static class CheckUrlCommand
{
    public static Command Create(IReadOnlyList<string> settings)
    {
        var policy = new Lazy<AddressPolicy>(() => Policy(settings));
        return JsonLinesFilter.Create(
            "check-url",
            "Say whether and where the fetcher would connect.",
            input => policy.Value.Check(input.Needed("url"), Answers(input)),
            (path, _) => throw new FilterInputException($"{path}: check-url reads JSON Lines from standard input only."));
    }

    private static AddressPolicy Policy(IReadOnlyList<string> settings)
    {
        using var services = FetchingServices.Build(settings);
        return services.GetRequiredService<AddressPolicy>();
    }

    private static Dictionary<string, IReadOnlyList<IPAddress>> Answers(JsonElement input)
    {
        var answers = new Dictionary<string, IReadOnlyList<IPAddress>>(StringComparer.OrdinalIgnoreCase);
        if (input.TryGetProperty("addresses", out var names) && names.ValueKind == JsonValueKind.Object)
        {
            foreach (var name in names.EnumerateObject())
            {
                answers[name.Name.TrimEnd('.')] = name.Value.ValueKind == JsonValueKind.Array
                    ? [.. name.Value.EnumerateArray().Select(ip => Read(name.Name, ip))]
                    : throw new FilterInputException($"The addresses of {name.Name} are no list.");
            }
        }

        return answers;
    }

    private static IPAddress Read(string name, JsonElement ip) =>
        ip.ValueKind == JsonValueKind.String && IPAddress.TryParse(ip.GetString(), out var address)
            ? address
            : throw new FilterInputException($"An address of {name} cannot be read.");
}

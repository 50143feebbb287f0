using System.CommandLine;
using System.Text.Json;
using ChipWatch.Pipeline.Text;

namespace ChipWatch.Commands;

/// <summary>`url`: resolves addresses and finds their canonical form.</summary>
internal static class UrlCommand
{
    public static Command Create() => JsonLinesFilter.Create(
        "url",
        "Resolve an address, or find its canonical form.",
        input =>
        {
            var (baseUrl, url) = (input.Text("base"), input.Needed("url"));
            var answer = input.Text("op") switch
            {
                "resolve" or null => CanonicalUrl.Resolve(baseUrl, url),
                "canonical" => CanonicalUrl.Of(baseUrl, url),
                var other => throw new FilterInputException($"The op \"{other}\" is neither resolve nor canonical."),
            };
            return new UrlAnswer(answer, answer is null ? "This is no address." : null);
        },
        (path, _) => throw new FilterInputException($"{path}: url reads JSON Lines from standard input only."));

    private sealed record UrlAnswer(string? Url, string? Error) : IFilterAnswer
    {
        public void WriteMembers(Utf8JsonWriter json)
        {
            json.WriteString("url", Url);
            json.WriteString("error", Error);
        }
    }
}

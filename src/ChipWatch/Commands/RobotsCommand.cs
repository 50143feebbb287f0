using System.CommandLine;
using System.Text.Json;
using ChipWatch.Pipeline.Fetching;

namespace ChipWatch.Commands;

/// <summary>`robots`: may this agent read this address?</summary>
internal static class RobotsCommand
{
    public static Command Create() => JsonLinesFilter.Create(
        "robots",
        "Ask a robots.txt (RFC 9309) whether an agent may read an address.",
        input => new RobotsAnswer(RobotsRules.Allows(input.Text("robotsTxt") ?? "", input.Needed("userAgent"), input.Needed("url"))),
        (path, _) => throw new FilterInputException($"{path}: robots reads JSON Lines from standard input only."));

    private sealed record RobotsAnswer(bool Allowed) : IFilterAnswer
    {
        public void WriteMembers(Utf8JsonWriter json)
        {
            json.WriteBoolean("allowed", Allowed);
            json.WriteNull("error");
        }
    }
}

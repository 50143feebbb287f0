using System.CommandLine;
using System.Text;
using System.Text.Json;
using ChipWatch.Pipeline.Text;

namespace ChipWatch.Commands;

/// <summary>`sanitize`: what a page may show of foreign HTML.</summary>
internal static class SanitizeCommand
{
    public static Command Create() => JsonLinesFilter.Create(
        "sanitize",
        "Make foreign HTML safe to show.",
        input => new HtmlAnswer(SafeHtml.Sanitize(input.Needed("html"), input.Address("base")), null),
        (_, bytes) => new { html = Encoding.UTF8.GetString(bytes) },
        said => ((HtmlAnswer)said).Html);

    private sealed record HtmlAnswer(string Html, string? Error) : IFilterAnswer
    {
        public void WriteMembers(Utf8JsonWriter json)
        {
            json.WriteString("html", Html);
            json.WriteString("error", Error);
        }
    }
}

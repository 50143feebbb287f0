using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace ChipWatch.Pipeline.Text;

/// <summary>The one spelling of JSON at the filters' edges and in the store: camelCase members, enum values in lower case, text unescaped.</summary>
public static class PipelineJson
{
    /// <summary>Writes text unescaped: what is written goes to programs and files, never into a page.</summary>
    public static JavaScriptEncoder Encoder => JavaScriptEncoder.UnsafeRelaxedJsonEscaping;

    /// <summary>Options shared by all who read or write that JSON; depth 64.</summary>
    public static JsonSerializerOptions Options { get; } = new(JsonSerializerDefaults.Web)
    {
        Encoder = Encoder,
        MaxDepth = 64,
        Converters = { new JsonStringEnumConverter(new LowerCaseNaming(), allowIntegerValues: false) },
    };

    /// <summary>The spelling of an enum value.</summary>
    public static string Name<T>(T value)
        where T : struct, Enum => value.ToString().ToLowerInvariant();

    private sealed class LowerCaseNaming : JsonNamingPolicy
    {
        public override string ConvertName(string name) => name.ToLowerInvariant();
    }
}

using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace ChipWatch.Pipeline.Text;

/// <summary>The one spelling of JSON at the filters' edges and in the store: camelCase members, enum values in lower case, text unescaped.</summary>
public static class PipelineJson
{
    /// <summary>Options shared by all who read or write that JSON; depth 64.</summary>
    public static JsonSerializerOptions Options { get; } = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        MaxDepth = 64,
        Converters = { new JsonStringEnumConverter(new LowerCaseNaming(), allowIntegerValues: false) },
    };

    private sealed class LowerCaseNaming : JsonNamingPolicy
    {
        public override string ConvertName(string name) => name.ToLowerInvariant();
    }
}

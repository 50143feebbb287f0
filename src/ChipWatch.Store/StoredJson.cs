using System.Text.Json;
using ChipWatch.Pipeline.Text;

namespace ChipWatch.Store;

/// <summary>The JSON columns of the store: spans, blocks, ids, signatures, in the spelling of the filters.</summary>
internal static class StoredJson
{
    /// <summary>A value as its column holds it.</summary>
    public static string Write<T>(T value) => JsonSerializer.Serialize(value, PipelineJson.Options);

    /// <summary>The value of a column.</summary>
    /// <exception cref="InvalidDataException">The column holds null: the store is damaged.</exception>
    public static T Read<T>(string json) =>
        JsonSerializer.Deserialize<T>(json, PipelineJson.Options) ?? throw new InvalidDataException($"A stored {typeof(T).Name} is empty.");

    /// <summary>The list of a column.</summary>
    public static IReadOnlyList<T> ReadList<T>(string json) => Read<List<T>>(json);
}

using System.Text.Json;
using System.Text.Json.Serialization;

namespace ChipWatch.Pipeline.Clustering;

/// <summary>Reads and writes a term as its members are called. A signature holds up to 64 of them, and in stores of before grouping reads dozens of signatures an article: by hand that takes a quarter of the time.</summary>
internal sealed class StoryTermJson : JsonConverter<StoryTerm>
{
    /// <inheritdoc/>
    public override StoryTerm Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            throw new JsonException("A term is an object.");
        }

        string? text = null;
        var (weight, isName, inTitle, count) = (0, false, false, 1);
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("text"u8))
            {
                reader.Read();
                text = reader.GetString();
            }
            else if (reader.ValueTextEquals("weight"u8))
            {
                reader.Read();
                weight = reader.GetInt32();
            }
            else if (reader.ValueTextEquals("isName"u8))
            {
                reader.Read();
                isName = reader.GetBoolean();
            }
            else if (reader.ValueTextEquals("inTitle"u8))
            {
                reader.Read();
                inTitle = reader.GetBoolean();
            }
            else if (reader.ValueTextEquals("count"u8))
            {
                reader.Read();
                count = reader.GetInt32();
            }
            else
            {
                reader.Skip();
            }
        }

        return new(text ?? throw new JsonException("A term without a text."), weight, isName, inTitle, count);
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, StoryTerm value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        writer.WriteString("text"u8, value.Text);
        writer.WriteNumber("weight"u8, value.Weight);
        writer.WriteBoolean("isName"u8, value.IsName);
        writer.WriteBoolean("inTitle"u8, value.InTitle);
        writer.WriteNumber("count"u8, value.Count);
        writer.WriteEndObject();
    }
}

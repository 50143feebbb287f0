using System.Buffers;
using System.CommandLine;
using System.Text;
using System.Text.Json;
using System.Text.Unicode;
using ChipWatch.Pipeline.Text;

namespace ChipWatch.Commands;

/// <summary>
/// Runs one step of the pipeline as a filter: one JSON object a line in, one out, in order, same id, each flushed.
/// Input that cannot be used gives an error object; the filter goes on until its input ends.
/// </summary>
internal static class JsonLinesFilter
{
    /// <summary>A buffer that grew beyond this for one answer is given back behind it.</summary>
    private const int LargeAnswer = 256 * 1024;

    private static readonly JsonDocumentOptions Reading = new() { MaxDepth = 64 };
    private static readonly JsonWriterOptions Writing = new() { Encoder = PipelineJson.Encoder };

    /// <summary>A verb that filters standard input, or treats files where some are named.</summary>
    /// <param name="name">The verb.</param>
    /// <param name="description">One sentence for the help.</param>
    /// <param name="answer">One input object → the answer's members (its id is added).</param>
    /// <param name="readFile">Makes an input object of a file's bytes.</param>
    /// <param name="describe">What people are shown of an answer; null shows the JSON.</param>
    public static Command Create(
        string name,
        string description,
        Func<JsonElement, object> answer,
        Func<string, byte[], object> readFile,
        Func<object, string>? describe = null)
    {
        var files = new Argument<FileInfo[]>("file") { Description = "Files to treat instead of standard input.", Arity = ArgumentArity.ZeroOrMore };
        var json = new Option<bool>("--json") { Description = "With files: print JSON instead of text for people." };
        var command = new Command(name, description) { files, json };
        command.SetAction((parsed, cancellationToken) =>
        {
            var named = parsed.GetValue(files) ?? [];
            return named.Length == 0
                ? Task.FromResult(Filter(Console.OpenStandardInput(), Console.OpenStandardOutput(), answer))
                : TreatAsync(named, answer, readFile, parsed.GetValue(json) ? null : describe, cancellationToken);
        });
        return command;
    }

    /// <summary>Answers each line of <paramref name="input"/> on <paramref name="output"/>.</summary>
    /// <remarks>One line after the other, waiting for each: what makes waiting cheap for many costs one filter a tenth of its start.</remarks>
    internal static int Filter(Stream input, Stream output, Func<JsonElement, object> answer)
    {
        var lines = new LineReader(input);
        var line = new ArrayBufferWriter<byte>();
        while (lines.Read() is { } read)
        {
            var json = WithoutMark(read);
            if (json.Span.IndexOfAnyExcept(" \t\r"u8) < 0)
            {
                continue;
            }

            AnswerLine(json, answer, line);
            output.Write(line.WrittenSpan);
            output.Flush();
            if (line.Capacity > LargeAnswer)
            {
                line = new ArrayBufferWriter<byte>();
            }
        }

        return 0;
    }

    /// <summary>The line without a byte order mark; bytes that are no UTF-8 become the sign for that.</summary>
    private static ReadOnlyMemory<byte> WithoutMark(ReadOnlyMemory<byte> line)
    {
        var bytes = Utf8.IsValid(line.Span) ? line : Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(line.Span));
        return bytes.Span.StartsWith(Encoding.UTF8.Preamble) ? bytes[Encoding.UTF8.Preamble.Length..] : bytes;
    }

    private static void AnswerLine(ReadOnlyMemory<byte> json, Func<JsonElement, object> answer, ArrayBufferWriter<byte> line)
    {
        JsonElement? id = null;
        try
        {
            using var document = JsonDocument.Parse(json, Reading);
            if (document.RootElement.ValueKind != JsonValueKind.Object)
            {
                Write(line, null, new FilterFault("The line is no JSON object."));
                return;
            }

            id = document.RootElement.TryGetProperty("id", out var given) ? given.Clone() : null;
            Write(line, id, answer(document.RootElement));
        }
        catch (JsonException)
        {
            Write(line, id, new FilterFault("The line is no JSON that this filter can read."));
        }
        catch (FilterInputException wrong)
        {
            Write(line, id, new FilterFault(wrong.Message));
        }
#pragma warning disable CA1031 // a bug in one answer must not end the filter: the contract is one line out for each line in
        catch (Exception bug)
#pragma warning restore CA1031
        {
            Console.Error.WriteLine(bug);
            Write(line, id, new FilterFault("This input could not be treated; the cause is on standard error."));
        }
    }

    /// <summary>Writes one answer with the id of its question, and the end of the line.</summary>
    private static void Write(ArrayBufferWriter<byte> line, JsonElement? id, object answer)
    {
        line.ResetWrittenCount();
        using (var json = new Utf8JsonWriter(line, Writing))
        {
            json.WriteStartObject();
            json.WritePropertyName("id");
            if (id is { } given)
            {
                given.WriteTo(json);
            }
            else
            {
                json.WriteNullValue();
            }

            WriteMembers(json, answer);
            json.WriteEndObject();
        }

        line.Write("\n"u8);
    }

    private static void WriteMembers(Utf8JsonWriter json, object answer)
    {
        if (answer is IFilterAnswer own)
        {
            own.WriteMembers(json);
            return;
        }

        using var document = JsonSerializer.SerializeToDocument(answer, PipelineJson.Options);
        foreach (var member in document.RootElement.EnumerateObject())
        {
            member.WriteTo(json);
        }
    }

    private static async Task<int> TreatAsync(
        FileInfo[] files,
        Func<JsonElement, object> answer,
        Func<string, byte[], object> readFile,
        Func<object, string>? describe,
        CancellationToken cancellationToken)
    {
        var failed = 0;
        foreach (var file in files)
        {
            try
            {
                var input = readFile(file.FullName, await File.ReadAllBytesAsync(file.FullName, cancellationToken));
                var said = answer(JsonSerializer.SerializeToElement(input, PipelineJson.Options));
                Console.WriteLine(describe?.Invoke(said) ?? Indented(said));
            }
            catch (Exception cause) when (cause is IOException or UnauthorizedAccessException or FilterInputException or JsonException)
            {
                await Console.Error.WriteLineAsync($"{file.Name}: {cause.Message}");
                failed = 1;
            }
        }

        return failed;
    }

    private static string Indented(object answer)
    {
        var text = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(text, Writing with { Indented = true }))
        {
            json.WriteStartObject();
            WriteMembers(json, answer);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(text.WrittenSpan);
    }

    /// <summary>The string member, or null where it is absent or null.</summary>
    /// <exception cref="FilterInputException">It is of another type.</exception>
    public static string? Text(this JsonElement input, string member) =>
        !input.TryGetProperty(member, out var value) || value.ValueKind == JsonValueKind.Null ? null
        : value.ValueKind == JsonValueKind.String ? value.GetString()
        : throw new FilterInputException($"The member \"{member}\" is no text.");

    /// <summary>The string member.</summary>
    /// <exception cref="FilterInputException">It is absent or of another type.</exception>
    public static string Needed(this JsonElement input, string member) =>
        input.Text(member) ?? throw new FilterInputException($"The member \"{member}\" is missing.");

    /// <summary>The address in the member; null where it is absent or no absolute http(s) address.</summary>
    public static Uri? Address(this JsonElement input, string member) =>
        Uri.TryCreate(input.Text(member), UriKind.Absolute, out var url) && url.Scheme is "http" or "https" ? url : null;
}

/// <summary>An input that a filter cannot use; the message is the sentence for people.</summary>
internal sealed class FilterInputException(string message) : Exception(message);

/// <summary>Why an input got no answer.</summary>
internal sealed record FilterFault(string Error) : IFilterAnswer
{
    /// <inheritdoc/>
    public void WriteMembers(Utf8JsonWriter json) => json.WriteString("error", Error);
}

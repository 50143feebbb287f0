using System.CommandLine;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Unicode;
using ChipWatch.Pipeline.Text;

namespace ChipWatch.Commands;

/// <summary>
/// Runs one step of the pipeline as a filter: one JSON object a line in, one out, in order, same id, each flushed.
/// Input that cannot be used gives an error object; the filter goes on until its input ends.
/// </summary>
internal static class JsonLinesFilter
{
    private static readonly JsonSerializerOptions Indented = new(PipelineJson.Options) { WriteIndented = true };

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
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var named = parsed.GetValue(files) ?? [];
            return named.Length == 0
                ? await FilterAsync(Console.OpenStandardInput(), Console.OpenStandardOutput(), answer, cancellationToken)
                : await TreatAsync(named, answer, readFile, parsed.GetValue(json) ? null : describe, cancellationToken);
        });
        return command;
    }

    /// <summary>Answers each line of <paramref name="input"/> on <paramref name="output"/>.</summary>
    internal static async Task<int> FilterAsync(Stream input, Stream output, Func<JsonElement, object> answer, CancellationToken cancellationToken)
    {
        await using var lines = new LineReader(input);
        await using var answers = new StreamWriter(output, new UTF8Encoding(false)) { NewLine = "\n" };
        while (await lines.ReadAsync(cancellationToken) is { } line)
        {
            var json = WithoutMark(line);
            if (json.Span.IndexOfAnyExcept(" \t\r"u8) < 0)
            {
                continue;
            }

            await answers.WriteLineAsync(AnswerLine(json, answer).AsMemory(), cancellationToken);
            await answers.FlushAsync(cancellationToken);
        }

        return 0;
    }

    /// <summary>The line without a byte order mark; bytes that are no UTF-8 become the sign for that.</summary>
    private static ReadOnlyMemory<byte> WithoutMark(byte[] line)
    {
        var bytes = Utf8.IsValid(line) ? line : Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(line));
        return bytes.AsSpan().StartsWith(Encoding.UTF8.Preamble) ? bytes.AsMemory(Encoding.UTF8.Preamble.Length) : bytes;
    }

    private static string AnswerLine(ReadOnlyMemory<byte> line, Func<JsonElement, object> answer)
    {
        JsonNode? id = null;
        try
        {
            using var document = JsonDocument.Parse(line, new JsonDocumentOptions { MaxDepth = 64 });
            if (document.RootElement.ValueKind != JsonValueKind.Object)
            {
                return Serialize(null, new JsonObject { ["error"] = "The line is no JSON object." });
            }

            id = document.RootElement.TryGetProperty("id", out var given) ? JsonNode.Parse(given.GetRawText()) : null;
            var members = JsonSerializer.SerializeToNode(answer(document.RootElement), PipelineJson.Options)?.AsObject() ?? [];
            return Serialize(id, members);
        }
        catch (JsonException)
        {
            return Serialize(id, new JsonObject { ["error"] = "The line is no JSON that this filter can read." });
        }
        catch (FilterInputException wrong)
        {
            return Serialize(id, new JsonObject { ["error"] = wrong.Message });
        }
#pragma warning disable CA1031 // a bug in one answer must not end the filter: the contract is one line out for each line in
        catch (Exception bug)
#pragma warning restore CA1031
        {
            Console.Error.WriteLine(bug);
            return Serialize(id, new JsonObject { ["error"] = "This input could not be treated; the cause is on standard error." });
        }
    }

    private static string Serialize(JsonNode? id, JsonObject members)
    {
        members.Remove("id");
        members.Insert(0, "id", id);
        return members.ToJsonString(PipelineJson.Options);
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
                Console.WriteLine(describe?.Invoke(said) ?? JsonSerializer.Serialize(said, Indented));
            }
            catch (Exception cause) when (cause is IOException or UnauthorizedAccessException or FilterInputException or JsonException)
            {
                await Console.Error.WriteLineAsync($"{file.Name}: {cause.Message}");
                failed = 1;
            }
        }

        return failed;
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

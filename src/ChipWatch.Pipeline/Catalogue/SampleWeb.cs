using System.Text.Json;
using ChipWatch.Pipeline.Text;

namespace ChipWatch.Pipeline.Catalogue;

/// <summary>The sample corpus: a small web of files, each standing for one address.</summary>
/// <param name="Outlets">Who publishes in it, each with one feed.</param>
/// <param name="Files">What each address answers.</param>
public sealed record SampleWeb(IReadOnlyList<SampleOutlet> Outlets, IReadOnlyList<SampleFile> Files)
{
    /// <summary>Where the sample corpus lies beside the program.</summary>
    public static string Folder => Path.Combine(NewsCatalogue.SeedsFolder, "samples");

    /// <summary>Reads web.json of a folder.</summary>
    /// <exception cref="IOException">The file is missing or cannot be read.</exception>
    /// <exception cref="JsonException">It does not have the documented shape.</exception>
    public static SampleWeb Load(string folder)
    {
        using var stream = File.OpenRead(Path.Combine(folder, "web.json"));
        return JsonSerializer.Deserialize<SampleWeb>(stream, PipelineJson.Options) ?? new([], []);
    }
}

/// <summary>An outlet of the sample corpus.</summary>
public sealed record SampleOutlet(string Id, string Name, string Language, string FeedUrl, string SiteUrl);

/// <summary>One address of the sample corpus and the file that answers for it, relative to the corpus's folder.</summary>
public sealed record SampleFile(string Url, string File, string ContentType);

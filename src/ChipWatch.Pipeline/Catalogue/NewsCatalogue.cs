using System.Text.Json;
using ChipWatch.Pipeline.Text;

namespace ChipWatch.Pipeline.Catalogue;

/// <summary>Companies, chips, topics and sources as `seeds/` gives them, each list sorted by id.</summary>
public sealed record NewsCatalogue(
    IReadOnlyList<Company> Companies,
    IReadOnlyList<Chip> Chips,
    IReadOnlyList<Topic> Topics,
    IReadOnlyList<SeedSource> Sources)
{
    /// <summary>Outlets and agencies that texts credit.</summary>
    public IReadOnlyList<OutletEntry> Outlets { get; init; } = [];

    /// <summary>Reads companies.json, chips.json, topics.json, sources.json and outlets.json of a folder.</summary>
    /// <exception cref="IOException">A file is missing or cannot be read.</exception>
    /// <exception cref="JsonException">A file does not have the documented shape.</exception>
    public static NewsCatalogue Load(string folder) => new(
        Read<Company>(folder, "companies.json"),
        Read<Chip>(folder, "chips.json"),
        Read<Topic>(folder, "topics.json"),
        Read<SeedSource>(folder, "sources.json"))
    {
        Outlets = Read<OutletEntry>(folder, "outlets.json"),
    };

    /// <summary>The catalogue that travels with the program.</summary>
    public static NewsCatalogue LoadSeeds() => Load(SeedsFolder);

    /// <summary>Where the seeds lie beside the program.</summary>
    public static string SeedsFolder => Path.Combine(AppContext.BaseDirectory, "seeds");

    private static List<T> Read<T>(string folder, string file)
    {
        using var stream = File.OpenRead(Path.Combine(folder, file));
        return JsonSerializer.Deserialize<List<T>>(stream, PipelineJson.Options) ?? [];
    }
}

using System.Text.Json;
using ChipWatch.Pipeline.Text;

namespace ChipWatch.Pipeline.Tagging.Companies;

/// <summary>Weights of <see cref="CompanyFigures.Names"/>, trained on the labelled articles of the tests.</summary>
/// <param name="Threshold">From this score on a company is primary.</param>
/// <param name="Weights">Weight by name; what is not named weighs nothing.</param>
internal sealed record SalienceModel(double Threshold, IReadOnlyDictionary<string, double> Weights)
{
    private const string Resource = "salience-model.json";

    /// <summary>The weights that travel with the program.</summary>
    public static SalienceModel Shipped()
    {
        using var stream = typeof(SalienceModel).Assembly.GetManifestResourceStream(Resource)
            ?? throw new InvalidOperationException($"The program lacks its resource {Resource}.");
        return JsonSerializer.Deserialize<SalienceModel>(stream, PipelineJson.Options) ?? throw new InvalidOperationException($"The resource {Resource} is empty.");
    }
}

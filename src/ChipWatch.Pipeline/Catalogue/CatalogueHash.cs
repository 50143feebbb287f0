using System.Security.Cryptography;
using System.Text.Json;
using ChipWatch.Pipeline.Text;

namespace ChipWatch.Pipeline.Catalogue;

/// <summary>Tells two states of the catalogue apart by what decides tags.</summary>
public static class CatalogueHash
{
    /// <summary>SHA-256 in hexadecimal, the same for equal lists on every machine.</summary>
    public static string Of(NewsCatalogue catalogue) => Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(
        new
        {
            catalogue.Companies,
            catalogue.Chips,
            catalogue.Topics,
            catalogue.Outlets,
            Sources = catalogue.Sources.Select(source => new { source.Name, source.Type }),
        },
        PipelineJson.Options)));
}

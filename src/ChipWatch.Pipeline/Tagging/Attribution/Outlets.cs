using ChipWatch.Pipeline.Catalogue;

namespace ChipWatch.Pipeline.Tagging.Attribution;

/// <summary>Names of outlets and agencies, with the ways in which texts write them.</summary>
internal static class Outlets
{
    /// <summary>Adds the outlets known by name and those of the catalogue's sources.</summary>
    public static void AddTo(VocabularyBuilder builder, IReadOnlyList<SeedSource> sources)
    {
        foreach (var line in OutletNames.Lines.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var names = line.TrimStart('?').Split('|', StringSplitOptions.TrimEntries);
            foreach (var name in names)
            {
                builder.Add(name, new OutletMeaning(names[0], name, Always: !line.StartsWith('?')));
            }
        }

        foreach (var source in sources.Where(source => source.Type is not "vendor-newsroom"))
        {
            builder.Add(source.Name, new OutletMeaning(source.Name, source.Name, Always: false));
        }
    }
}

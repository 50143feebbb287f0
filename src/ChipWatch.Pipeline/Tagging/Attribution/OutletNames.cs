using ChipWatch.Pipeline.Catalogue;

namespace ChipWatch.Pipeline.Tagging.Attribution;

/// <summary>Names of outlets and agencies, with the ways in which texts write them.</summary>
internal static class OutletNames
{
    /// <summary>Adds the outlets of the catalogue and the sources that it reads.</summary>
    public static void AddTo(VocabularyBuilder builder, NewsCatalogue catalogue)
    {
        foreach (var outlet in catalogue.Outlets)
        {
            foreach (var spelling in outlet.Aliases.Prepend(outlet.Name))
            {
                // Readers know a foreign outlet by one name; what is at home in that script is called as the text calls it.
                var name = outlet.Native && spelling.Any(Folding.IsCjk) ? spelling : outlet.Name;
                builder.Add(spelling, new OutletMeaning(name, spelling, outlet.Kind, outlet.NeedsCredit));
            }
        }

        foreach (var source in catalogue.Sources.Where(source => source.Type is not ("vendor-newsroom" or "government" or "research" or "community")))
        {
            builder.Add(source.Name, new OutletMeaning(source.Name, source.Name, null, NeedsCredit: true));
        }
    }
}

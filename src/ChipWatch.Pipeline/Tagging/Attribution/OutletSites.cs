using System.Collections.Frozen;
using ChipWatch.Pipeline.Catalogue;

namespace ChipWatch.Pipeline.Tagging.Attribution;

/// <summary>Which outlet an address belongs to.</summary>
internal sealed class OutletSites
{
    private readonly FrozenDictionary<string, OutletEntry> byHost;

    /// <summary>The sites of the catalogue's outlets; of two outlets on one site the first.</summary>
    public OutletSites(IEnumerable<OutletEntry> outlets) =>
        byHost = outlets.Where(outlet => outlet.Site is not null).DistinctBy(outlet => outlet.Site, StringComparer.OrdinalIgnoreCase)
            .ToFrozenDictionary(outlet => outlet.Site!, StringComparer.OrdinalIgnoreCase);

    /// <summary>The outlet of an absolute address: that of its host, else of the nearest domain above; null for a site that is none's.</summary>
    public OutletEntry? Of(string url)
    {
        if (!Uri.TryCreate(url, UriKind.Absolute, out var address))
        {
            return null;
        }

        var host = address.IdnHost;
        for (var dot = -1; dot < host.Length;)
        {
            if (byHost.TryGetValue(host[(dot + 1)..], out var outlet))
            {
                return outlet;
            }

            dot = host.IndexOf('.', dot + 1);
            if (dot < 0)
            {
                break;
            }
        }

        return null;
    }
}

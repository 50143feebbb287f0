using ChipWatch.Pipeline.Text;
using ChipWatch.Store.Rows;
using Microsoft.EntityFrameworkCore;

namespace ChipWatch.Store.Sources;

/// <summary>Which source reads an address, or read it before it moved. Scheme, "www." and a closing slash make no other address.</summary>
internal sealed class KnownAddresses
{
    private readonly Dictionary<string, List<SourceRow>> sources = new(StringComparer.Ordinal);

    /// <summary>Reads those of all sources but the samples.</summary>
    public static async Task<KnownAddresses> ReadAsync(ChipWatchDb db, CancellationToken cancellationToken)
    {
        var known = new KnownAddresses();
        foreach (var source in await db.Sources.AsNoTracking().Where(s => !s.IsSample).ToListAsync(cancellationToken))
        {
            known.Add(source);
        }

        return known;
    }

    /// <summary>Takes a source in.</summary>
    public void Add(SourceRow source)
    {
        foreach (var url in StoredJson.ReadList<string>(source.FormerUrls).Append(source.Url))
        {
            (sources.TryGetValue(Key(url), out var same) ? same : sources[Key(url)] = []).Add(source);
        }
    }

    /// <summary>The source that reads this address; null where none does.</summary>
    /// <param name="url">The address.</param>
    /// <param name="except">A source that does not count.</param>
    public SourceChange.AlreadyThere? Find(string url, string? except = null) =>
        sources.GetValueOrDefault(Key(url))?.FirstOrDefault(source => source.Id != except) is { } found ? new(found.Id, found.Name) : null;

    private static string Key(string url)
    {
        var plain = CanonicalUrl.Of(null, url) ?? url;
        var bare = plain[(plain.IndexOf("//", StringComparison.Ordinal) + 2)..];
        return (bare.StartsWith("www.", StringComparison.Ordinal) ? bare[4..] : bare).TrimEnd('/');
    }
}

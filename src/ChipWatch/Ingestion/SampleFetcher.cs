using System.Collections.Frozen;
using ChipWatch.Pipeline.Catalogue;
using ChipWatch.Pipeline.Fetching;

namespace ChipWatch.Ingestion;

/// <summary>Answers requests for addresses of the sample corpus from its files. Opens no connection.</summary>
internal sealed class SampleFetcher : IPageFetcher
{
    private readonly string folder;
    private readonly Lazy<FrozenDictionary<string, SampleFile>> files;

    /// <param name="folder">Where web.json and the files lie.</param>
    public SampleFetcher(string folder)
    {
        this.folder = folder;
        files = new(() => SampleWeb.Load(folder).Files.ToFrozenDictionary(file => WithoutFragment(file.Url), StringComparer.Ordinal));
    }

    /// <inheritdoc/>
    public async Task<FetchOutcome> FetchAsync(FetchRequest request, CancellationToken cancellationToken)
    {
        if (!files.Value.TryGetValue(WithoutFragment(request.Url.OriginalString), out var file))
        {
            return new FetchOutcome.Failed(FetchFailure.NotFound, "The sample corpus has no such page.", StatusCode: 404);
        }

        try
        {
            var body = await File.ReadAllBytesAsync(Path.Combine(folder, file.File), cancellationToken);
            return new FetchOutcome.Fetched(request.Url, body, file.ContentType, Validators.None);
        }
        catch (IOException cause)
        {
            return new FetchOutcome.Failed(FetchFailure.Connection, $"A file of the sample corpus cannot be read: {cause.Message}");
        }
    }

    private static string WithoutFragment(string url) => url.Split('#')[0];
}

using ChipWatch.Pipeline.Extraction;
using ChipWatch.Pipeline.Feeds;
using ChipWatch.Pipeline.Sources;
using ChipWatch.Pipeline.Tagging;
using ChipWatch.Store;
using ChipWatch.Store.Catalogue;
using ChipWatch.Store.Sources;

namespace ChipWatch.Sources;

/// <summary>Looks at a pasted address, and shows its items as they would be tagged. Saves nothing.</summary>
public sealed class SourceFinder(SourceDiscovery discovery, ISourceCatalogue catalogue, LiveCatalogue vocabulary, TagNames names)
{
    private const int LongestText = 4000;

    /// <summary>Finds what can be read at an address.</summary>
    /// <param name="pasted">As typed; may lack its scheme.</param>
    /// <param name="cancellationToken">Ends the search.</param>
    public async Task<SourceLook> LookAsync(string pasted, CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(pasted))
        {
            return new(pasted, [], "Paste the address of a site, a page, a feed, a channel or a list of feeds.", null);
        }

        if (pasted.Length > LongestText || PastedAddress.Read(pasted) is not { } address)
        {
            return new(pasted.Length > LongestText ? "" : pasted, [], "This is no web address. It looks like https://example.com/news.", null);
        }

        return await discovery.FindAsync(address, cancellationToken) switch
        {
            DiscoveryOutcome.Found(var candidates) => new(pasted, await WithObstaclesAsync(candidates, cancellationToken), null, null),
            DiscoveryOutcome.Nothing(var failure, var reason) => new(pasted, [], reason, failure),
            var other => throw new InvalidOperationException($"Unknown outcome {other}."),
        };
    }

    private async Task<IReadOnlyList<FoundSource>> WithObstaclesAsync(IReadOnlyList<SourceCandidate> candidates, CancellationToken cancellationToken)
    {
        List<FoundSource> found = [.. candidates.Select(candidate => new FoundSource(candidate, [.. candidate.Items.Select(item => Preview(candidate, item))], null))];
        for (var i = 0; i < found.Count; i++)
        {
            // Each for itself: that two candidates name the same address is no obstacle to the first.
            var came = (await catalogue.AddAsync([found[i].Settings], dryRun: true, cancellationToken))[0];
            found[i] = found[i] with { Obstacle = came is SourceChange.AlreadyThere or SourceChange.Refused { Field: SourceField.Address } ? came : null };
        }

        return found;
    }

    private FoundItem Preview(SourceCandidate candidate, FeedItem item)
    {
        var text = item.Summary ?? "";
        IReadOnlyList<Block> blocks = text.Length == 0 ? [] : [new Block(BlockRole.Fact, BlockKind.Paragraph, 0, text.Length)];
        var tags = vocabulary.Current.Tagger.Tag(new ArticleText(item.Id, item.Url, candidate.Title, candidate.Language, item.Published, item.Title, text, blocks));
        return new(
            item.Title.Length > 0 ? item.Title : text.Length > 120 ? text[..120] + "…" : text,
            ChipWatchUrls.Outside(item.Url),
            item.Published,
            [.. tags.Companies.Select(tag => names.Company(tag.Id))],
            [.. tags.Chips.Select(tag => names.Chip(tag.Id)), .. tags.Topics.Select(tag => names.Topic(tag.Id))]);
    }
}

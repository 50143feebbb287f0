using ChipWatch.Pipeline.Feeds;
using ChipWatch.Pipeline.Fetching;
using ChipWatch.Pipeline.Listings;
using ChipWatch.Pipeline.Text;

namespace ChipWatch.Pipeline.Sources;

/// <summary>
/// Finds what can be polled at an address: a feed or a list of feeds itself, feeds that its page names or links to, feeds at the usual places,
/// else the page itself where it repeats entries, else the sitemap that robots.txt names.
/// </summary>
/// <param name="fetcher">All requests go through it, at most <see cref="MaxRequests"/> of them.</param>
public sealed class SourceDiscovery(IPageFetcher fetcher)
{
    /// <summary>Requests of one search, its robots.txt not counted where the fetcher asks for that by itself.</summary>
    public const int MaxRequests = 12;

    /// <summary>Looks for sources at an address.</summary>
    /// <exception cref="OperationCanceledException">The caller gave up; every other trouble is a <see cref="DiscoveryOutcome.Nothing"/>.</exception>
    public Task<DiscoveryOutcome> FindAsync(Uri address, CancellationToken cancellationToken) =>
        new Search(fetcher, address).RunAsync(cancellationToken);

    /// <summary>One search.</summary>
    private sealed class Search(IPageFetcher fetcher, Uri address)
    {
        // What is left for the sitemap when the usual places gave nothing.
        private const int KeptForSitemap = 3;
        private const int MostCandidates = 5;

        private readonly List<SourceCandidate> _found = [];
        private readonly List<Uri> _parts = [];
        private readonly HashSet<string> _tried = new(StringComparer.Ordinal);
        private int _left = MaxRequests;

        public async Task<DiscoveryOutcome> RunAsync(CancellationToken cancellationToken)
        {
            var outcome = await FetchAsync(address, FeedLinks.LooksLikeFeed(address) ? FetchPurpose.Feed : FetchPurpose.Page, cancellationToken);
            if (outcome is not FetchOutcome.Fetched answer)
            {
                return await WithoutPageAsync(outcome as FetchOutcome.Failed, cancellationToken);
            }

            _tried.Add(answer.FinalUrl.AbsoluteUri);
            if (OpmlReader.IsOpml(answer.Body.Span) && Opml.Read(answer.Body) is OpmlOutcome.Read list)
            {
                return list.Entries.Count > 0 ? new DiscoveryOutcome.Found(CandidatesOf(list)) : new DiscoveryOutcome.Nothing(null, "This list of feeds has no entry that could be used.");
            }

            if (Take(answer, "the address itself"))
            {
                await SitemapsAsync(_parts, "a part of the address itself", cancellationToken);
                return Outcome("The sitemap lists others, and none of those that were read lists a page.");
            }

            using var page = IndexPage.Read(answer.Body.Span, answer.ContentType, answer.FinalUrl);
            await TryAsync(page is null ? [] : FeedLinks.Named(page), "named by the page", KeptForSitemap, cancellationToken);
            await TryAsync(FeedLinks.OfChannel(answer.FinalUrl, page), "the channel's own feed", KeptForSitemap, cancellationToken);
            if (_found.Count == 0 && page is not null)
            {
                await TryAsync(FeedLinks.Linked(page).Take(4), "the page's own links", KeptForSitemap, cancellationToken);
            }

            if (_found.Count == 0)
            {
                await TryAsync(FeedLinks.Usual(answer.FinalUrl), "usual place", KeptForSitemap, cancellationToken, stopAtFirst: true);
            }

            if (page is not null)
            {
                // What was asked of the network meanwhile is no work on the page.
                page.Work = new WorkDeadline();
            }

            if (page is not null && ListingReader.Read(null, page) is FeedOutcome.Read(var listing) && listing.Items.Count >= RepeatedLinks.Fewest)
            {
                _found.Add(Candidate(answer.FinalUrl, listing, "html-listing", "repeated entries on the page"));
            }

            if (_found.Count == 0 && await FetchAsync(new Uri(answer.FinalUrl, "/robots.txt"), FetchPurpose.Feed, cancellationToken) is FetchOutcome.Fetched robots)
            {
                await SitemapsAsync(SitemapReader.NamedBy(robots.Body.Span, robots.FinalUrl), "named by robots.txt", cancellationToken);
            }

            return Outcome(page is null
                ? "The page is too large to be searched."
                : "Neither the page nor the usual places of its site offer a feed, and the page has no repeated entries to watch.");
        }

        private async Task<DiscoveryOutcome> WithoutPageAsync(FetchOutcome.Failed? failed, CancellationToken cancellationToken)
        {
            // Where the page may not be read or is not there, its site may still have a feed; where nobody answers, nobody will.
            if (failed?.Failure is FetchFailure.NotFound or FetchFailure.Gone or FetchFailure.Robots or FetchFailure.AccessDenied or FetchFailure.ClientError or FetchFailure.Empty or FetchFailure.TooLarge)
            {
                await TryAsync(FeedLinks.OfChannel(address, null), "the channel's own feed", KeptForSitemap, cancellationToken);
                await TryAsync(FeedLinks.Usual(address), "usual place", KeptForSitemap, cancellationToken, stopAtFirst: true);
            }

            return _found.Count > 0 ? Outcome("") : new DiscoveryOutcome.Nothing(failed?.Failure, failed?.Reason ?? "The server gives no body.");
        }

        private async Task TryAsync(IEnumerable<Uri> urls, string foundBy, int kept, CancellationToken cancellationToken, bool stopAtFirst = false)
        {
            foreach (var url in urls)
            {
                if (_left <= kept || _found.Count >= MostCandidates || (stopAtFirst && _found.Count > 0))
                {
                    return;
                }

                if (_tried.Add(url.AbsoluteUri) && await FetchAsync(url, FetchPurpose.Feed, cancellationToken) is FetchOutcome.Fetched answer)
                {
                    Take(answer, foundBy);
                }
            }
        }

        private async Task SitemapsAsync(IEnumerable<Uri> sitemaps, string foundBy, CancellationToken cancellationToken)
        {
            // A source is one address that lists pages, so of an index the newest part that does is taken.
            var waiting = new Queue<Uri>(sitemaps);
            while (_left > 0 && _found.Count == 0 && waiting.TryDequeue(out var url))
            {
                if (!_tried.Add(url.AbsoluteUri) || await FetchAsync(url, FetchPurpose.Feed, cancellationToken) is not FetchOutcome.Fetched answer
                    || SitemapReader.Read(answer.Body, answer.ContentType, answer.FinalUrl) is not FeedOutcome.Read(var sitemap))
                {
                    continue;
                }

                if (sitemap.Items.Count > 0)
                {
                    _found.Add(Candidate(url, sitemap, "sitemap", foundBy));
                }

                foreach (var part in sitemap.Parts.Take(_left))
                {
                    waiting.Enqueue(part);
                }
            }
        }

        private bool Take(FetchOutcome.Fetched answer, string foundBy)
        {
            _tried.Add(answer.FinalUrl.AbsoluteUri);
            if (FeedReader.Read(answer.Body, answer.ContentType, answer.FinalUrl) is FeedOutcome.Read(var feed))
            {
                if (!_found.Exists(known => known.Url == answer.FinalUrl))
                {
                    _found.Add(Candidate(answer.FinalUrl, feed, feed.Kind.ToString().ToLowerInvariant(), foundBy));
                }

                return true;
            }

            if (SitemapReader.Read(answer.Body, answer.ContentType, answer.FinalUrl) is FeedOutcome.Read(var sitemap))
            {
                _parts.AddRange(sitemap.Parts);
                if (sitemap.Items.Count > 0)
                {
                    _found.Add(Candidate(answer.FinalUrl, sitemap, "sitemap", foundBy));
                }

                return true;
            }

            return false;
        }

        private async Task<FetchOutcome> FetchAsync(Uri url, FetchPurpose purpose, CancellationToken cancellationToken)
        {
            _left--;
            // What a page names is a stranger's choice: it may reach no further than the page itself.
            return await fetcher.FetchAsync(new FetchRequest(url, purpose, Validators.None) { FoundOn = url == address ? null : address }, cancellationToken);
        }

        private DiscoveryOutcome Outcome(string otherwise) =>
            _found.Count > 0 ? new DiscoveryOutcome.Found(_found) : new DiscoveryOutcome.Nothing(null, otherwise);

        private static SourceCandidate Candidate(Uri url, Feed feed, string kind, string foundBy) =>
            new(url, kind, feed.Title ?? url.Host, foundBy, null, feed.SiteUrl, feed.Language, [.. feed.Items.Take(SourceCandidate.PreviewItems)]);

        private static List<SourceCandidate> CandidatesOf(OpmlOutcome.Read list) =>
            [.. list.Entries.Select(entry => new SourceCandidate(
                new Uri(entry.Url), entry.Kind, entry.Title, "listed in the file", entry.Rules, entry.SiteUrl, entry.Language, []))];
    }
}

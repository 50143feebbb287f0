using ChipWatch.Ingestion;
using ChipWatch.Store.Articles;
using ChipWatch.Store.Catalogue;

namespace ChipWatch.Catalogue;

/// <summary>Tags the articles again that changes of the catalogue touch, newest first. What was cut off goes on with the next call.</summary>
internal sealed class CatalogueRetagging(ICatalogueStore catalogue, IRetagStore articles, ArticleRetagging retagging) : IDisposable
{
    private const int LookedThroughAtOnce = 400;
    private readonly SemaphoreSlim one = new(1, 1);

    /// <summary>Brings all that the present changes touch up to date.</summary>
    /// <returns>How many articles changed.</returns>
    public async Task<int> SettleAsync(CancellationToken cancellationToken)
    {
        await one.WaitAsync(cancellationToken);
        try
        {
            var changed = 0;
            var isWork = false;
            foreach (var version in await catalogue.UnsettledAsync(cancellationToken))
            {
                isWork = true;
                do
                {
                    changed += await RetagAsync(version, cancellationToken);
                }
                while (!await catalogue.SettleAsync(version.Version, cancellationToken));
            }

            if (isWork)
            {
                await retagging.GroupAsync(cancellationToken);
            }

            return changed;
        }
        finally
        {
            one.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => one.Dispose();

    private async Task<int> RetagAsync(UnsettledVersion version, CancellationToken cancellationToken)
    {
        var (changed, below) = (0, long.MaxValue);
        while (await catalogue.NamingAsync(version.Touched, below, LookedThroughAtOnce, cancellationToken) is { Count: > 0 } ids)
        {
            below = ids[^1];
            changed += (await retagging.RunAsync(await articles.OlderAsync(ids, version.Version, cancellationToken), cancellationToken)).Count;
            await articles.SumUpAsync(version.IsOfOutlet ? ids : [], cancellationToken);
        }

        // An outlet may be credited under a name that no text holds: the usual one that stands for it.
        await articles.SumUpAsync(version.IsOfOutlet ? await articles.CreditingAsync(version.Touched, cancellationToken) : [], cancellationToken);

        return changed;
    }
}

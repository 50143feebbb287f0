using System.Globalization;
using ChipWatch.Pipeline.Claims;
using ChipWatch.Pipeline.Clustering;
using ChipWatch.Store.Rows;
using Microsoft.EntityFrameworkCore;

namespace ChipWatch.Store.Stories;

/// <summary>Puts one article after the other into its story, or lets it found one, within one transaction.</summary>
internal sealed class StoryPlacer(ChipWatchDb db, int mostCandidates) : IAsyncDisposable
{
    private readonly StoryShelf shelf = new(db);
    private readonly StoryKeyIndex keys = new(db);

    /// <summary>How many rows were read to find and compare candidates.</summary>
    public int RowsRead => keys.RowsRead + shelf.SignaturesRead;

    /// <summary>Says the story of an article that the context tracks, and why; the story's sums come with its next refresh.</summary>
    /// <param name="article">The article; older ones were placed before.</param>
    /// <param name="signature">What decides its story.</param>
    /// <param name="decided">The story that people put it into; null where nobody did.</param>
    /// <param name="cancellationToken">Ends the placing.</param>
    public async Task PlaceAsync(ArticleRow article, StorySignature signature, long? decided, CancellationToken cancellationToken)
    {
        var isKnown = false;
        if (article.StoryId is not null)
        {
            article.StoryReason = "Revised; stays in its story.";
        }
        else if (decided is not null)
        {
            (article.StoryId, article.StoryReason) = (decided, "Decided by hand.");
        }
        else
        {
            isKnown = await MatchAsync(article, signature, cancellationToken);
        }

        var story = article.StoryId ?? article.Id;
        var isFounded = !isKnown && !await db.Stories.AnyAsync(s => s.Id == story, cancellationToken);
        if (isFounded)
        {
            db.Stories.Add(StoryRefresh.NewRow(story, article));
        }

        await db.SaveChangesAsync(cancellationToken);
        await keys.AddAsync(story, article.PublishedAt, signature, cancellationToken);
        shelf.Add(story, article.Id, signature, isFounded);
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => keys.DisposeAsync();

    /// <returns>Whether it joins a story that is there already.</returns>
    private async Task<bool> MatchAsync(ArticleRow article, StorySignature signature, CancellationToken cancellationToken)
    {
        var near = await keys.FindAsync(signature.Keys, article.PublishedAt, mostCandidates, cancellationToken);
        var candidates = await shelf.OpenAsync([.. near.Select(story => story.Id)], cancellationToken);
        var match = StoryClusterer.Match(signature, candidates);
        article.StoryId = match.Story is { } story ? long.Parse(story, CultureInfo.InvariantCulture) : article.Id;
        article.StoryReason = match.Reason;
        var step = match.Story is null ? AffairSteps.Of(signature, candidates) : AffairSteps.OfLaw(signature, candidates.Single(story => story.Id == match.Story), candidates);
        if (step is not null)
        {
            db.FollowUps.Add(new FollowUpRow { ArticleId = article.Id, FollowsId = long.Parse(step.Story, CultureInfo.InvariantCulture), Reason = step.Reason });
        }

        return match.Story is not null;
    }
}

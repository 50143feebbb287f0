using System.Globalization;
using ChipWatch.Pipeline.Claims;
using ChipWatch.Pipeline.Clustering;
using ChipWatch.Store.Rows;

namespace ChipWatch.Store.Stories;

/// <summary>Puts one article after the other into its story, or lets it found one, within one transaction.</summary>
/// <remarks>It writes by prepared commands: the change tracker takes half a millisecond for the two rows of an article.</remarks>
internal sealed class StoryPlacer(ChipWatchDb db, SignatureReader signatures) : IAsyncDisposable
{
    private readonly StoryShelf shelf = new(db, signatures);
    private readonly StoryKeyIndex keys = new(db, signatures);
    private readonly PlaceWriter places = new(db);

    /// <summary>How many rows were read to find and compare candidates.</summary>
    public int RowsRead => keys.RowsRead + shelf.SignaturesRead;

    /// <summary>Says the story of a stored article, and why, in its row; the story's sums come with its next refresh.</summary>
    /// <param name="article">The article; older ones were placed before.</param>
    /// <param name="signature">What decides its story.</param>
    /// <param name="decided">The story that people put it into; null where nobody did.</param>
    /// <param name="cancellationToken">Ends the placing.</param>
    public async Task PlaceAsync(ArticleRow article, StorySignature signature, long? decided, CancellationToken cancellationToken)
    {
        FollowUpRow? step = null;
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
            step = await MatchAsync(article, signature, cancellationToken);
        }

        var story = article.StoryId ?? article.Id;
        var isFounded = await places.WriteAsync(article, step, cancellationToken);
        await keys.AddAsync(story, article.PublishedAt, signature, cancellationToken);
        shelf.Add(story, article.Id, signature, isFounded);
    }

    /// <summary>Says of a stored article in its row that it belongs to no story.</summary>
    public Task LeaveAsync(ArticleRow article, string reason, CancellationToken cancellationToken)
    {
        article.StoryReason = reason;
        return places.WriteAsync(article, null, cancellationToken);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await shelf.DisposeAsync();
        await keys.DisposeAsync();
        await places.DisposeAsync();
    }

    /// <returns>The earlier story that the article goes on with, where it founds one.</returns>
    private async Task<FollowUpRow?> MatchAsync(ArticleRow article, StorySignature signature, CancellationToken cancellationToken)
    {
        var near = await keys.FindAsync(signature.Keys, article.PublishedAt, cancellationToken);
        var choice = new StoryChoice(signature);
        var candidates = await shelf.OpenAsync([.. near.Take(StoryChoice.FirstLook)], cancellationToken);
        choice.Weigh(candidates);
        if (!choice.IsPlain || AffairSteps.MayGoOnWithALaw(signature))
        {
            var rest = await shelf.OpenAsync([.. near.Skip(StoryChoice.FirstLook)], cancellationToken);
            choice.Weigh(rest);
            candidates = [.. candidates, .. rest];
        }

        var match = choice.Match;
        article.StoryId = match.Story is { } story ? long.Parse(story, CultureInfo.InvariantCulture) : article.Id;
        article.StoryReason = match.Reason;
        var step = match.Story is null ? AffairSteps.Of(signature, candidates) : AffairSteps.OfLaw(signature, candidates.Single(story => story.Id == match.Story), candidates);
        return step is null ? null : new FollowUpRow { ArticleId = article.Id, FollowsId = long.Parse(step.Story, CultureInfo.InvariantCulture), Reason = step.Reason };
    }
}

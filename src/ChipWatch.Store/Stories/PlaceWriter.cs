using System.Data.Common;
using ChipWatch.Store.Rows;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace ChipWatch.Store.Stories;

/// <summary>Writes where articles belong, by prepared commands, within one transaction.</summary>
internal sealed class PlaceWriter : IAsyncDisposable
{
    private readonly DbCommand place;
    private readonly RowInserter<StoryRow> stories;
    private readonly RowInserter<FollowUpRow> steps;

    /// <param name="db">A context whose transaction is open.</param>
    public PlaceWriter(ChipWatchDb db)
    {
        stories = new(db);
        steps = new(db, "(\"ArticleId\") DO UPDATE SET \"FollowsId\" = excluded.\"FollowsId\", \"Reason\" = excluded.\"Reason\"");
        place = db.Database.GetDbConnection().CreateCommand();
        place.Transaction = db.Database.CurrentTransaction!.GetDbTransaction();
        place.CommandText = "UPDATE \"Articles\" SET \"StoryId\" = @story, \"StoryReason\" = @reason WHERE \"Id\" = @id";
        foreach (var name in new[] { "@story", "@reason", "@id" })
        {
            var parameter = place.CreateParameter();
            parameter.ParameterName = name;
            place.Parameters.Add(parameter);
        }
    }

    /// <summary>Writes an article's story and reason, the story where it is not there yet, and the step that it begins with.</summary>
    /// <returns>Whether the story is new.</returns>
    public async Task<bool> WriteAsync(ArticleRow article, FollowUpRow? step, CancellationToken cancellationToken)
    {
        var isFounded = article.StoryId is { } story && await stories.InsertAsync(StoryRefresh.NewRow(story, article), cancellationToken);
        place.Parameters[0].Value = article.StoryId ?? (object)DBNull.Value;
        place.Parameters[1].Value = article.StoryReason;
        place.Parameters[2].Value = article.Id;
        await place.ExecuteNonQueryAsync(cancellationToken);
        if (step is not null)
        {
            await steps.InsertAsync(step, cancellationToken);
        }

        return isFounded;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await place.DisposeAsync();
        await stories.DisposeAsync();
        await steps.DisposeAsync();
    }
}

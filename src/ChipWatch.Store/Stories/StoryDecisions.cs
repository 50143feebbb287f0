using ChipWatch.Store.Catalogue;
using ChipWatch.Store.Rows;
using Microsoft.EntityFrameworkCore;

namespace ChipWatch.Store.Stories;

/// <summary>Writes decisions and carries them out at once, in one transaction each.</summary>
internal sealed class StoryDecisions(IDbContextFactory<ChipWatchDb> databases, WriteGate gate, LiveCatalogue catalogue, TimeProvider clock) : IStoryDecisions
{
    /// <inheritdoc/>
    public Task<DecisionOutcome> SplitAsync(long storyId, IReadOnlyCollection<long> articles, CancellationToken cancellationToken) => WriteAsync(
        async db =>
        {
            var members = await MembersAsync(db, storyId, cancellationToken);
            var chosen = members.Where(articles.Contains).ToList();
            if (members.Count == 0)
            {
                return new DecisionOutcome.Missing();
            }

            if (chosen.Count == 0 || chosen.Count == members.Count)
            {
                return new DecisionOutcome.Refused(chosen.Count == 0 ? DecisionRefusal.NothingChosen : DecisionRefusal.EverythingChosen);
            }

            // The founding article keeps the address, so where it is among the chosen the others move.
            var moved = chosen.Contains(storyId) ? [.. members.Except(chosen)] : chosen;
            var other = moved[0];
            db.StoryDecisions.Add(Row(StoryDecisionKind.Split, storyId, other, moved, [.. members.Except(moved)]));
            await MoveAsync(db, moved, other, "Taken out of another story by hand.", cancellationToken);
            return await ShowAsync(db, chosen.Contains(storyId) ? storyId : other, cancellationToken);
        },
        cancellationToken);

    /// <inheritdoc/>
    public Task<DecisionOutcome> MergeAsync(long storyId, long into, CancellationToken cancellationToken) => WriteAsync(
        async db =>
        {
            var members = await MembersAsync(db, storyId, cancellationToken);
            if (members.Count == 0 || !await db.Stories.AnyAsync(s => s.Id == into, cancellationToken))
            {
                return new DecisionOutcome.Missing();
            }

            if (storyId == into)
            {
                return new DecisionOutcome.Refused(DecisionRefusal.SameStory);
            }

            db.StoryDecisions.Add(Row(StoryDecisionKind.Merge, storyId, into, members, []));
            await MoveAsync(db, members, into, "Merged from another story by hand.", cancellationToken);
            return await ShowAsync(db, into, cancellationToken);
        },
        cancellationToken);

    /// <inheritdoc/>
    public Task<DecisionOutcome> PinAsync(long storyId, IReadOnlyCollection<long> articles, CancellationToken cancellationToken) => WriteAsync(
        async db =>
        {
            var members = await MembersAsync(db, storyId, cancellationToken);
            var chosen = members.Where(articles.Contains).ToList();
            if (members.Count == 0)
            {
                return new DecisionOutcome.Missing();
            }

            if (chosen.Count == 0)
            {
                return new DecisionOutcome.Refused(DecisionRefusal.NothingChosen);
            }

            db.StoryDecisions.Add(Row(StoryDecisionKind.Pin, storyId, null, chosen, []));
            return await ShowAsync(db, storyId, cancellationToken);
        },
        cancellationToken);

    /// <inheritdoc/>
    public Task<DecisionOutcome> UndoAsync(long decisionId, CancellationToken cancellationToken) => WriteAsync(
        async db =>
        {
            if (await db.StoryDecisions.SingleOrDefaultAsync(d => d.Id == decisionId && d.UndoneAt == null, cancellationToken) is not { } decision)
            {
                return new DecisionOutcome.Missing();
            }

            decision.UndoneAt = clock.GetUtcNow();
            await db.SaveChangesAsync(cancellationToken);
            if (decision.OtherStoryId is { } other)
            {
                var held = await HandDecisions.LoadAsync(db, cancellationToken);
                var listed = StoredJson.ReadList<long>(decision.Articles);
                var there = await db.Articles.Where(a => a.StoryId == other && listed.Contains(a.Id)).Select(a => a.Id).ToListAsync(cancellationToken);
                foreach (var back in there.GroupBy(id => held.StoryOf(id) ?? decision.StoryId).Where(g => g.Key != other))
                {
                    await MoveAsync(db, [.. back.Order()], back.Key, "Back in its story: a decision by hand was undone.", cancellationToken);
                }
            }

            return await ShowAsync(db, decision.StoryId, cancellationToken);
        },
        cancellationToken);

    private async Task<DecisionOutcome> WriteAsync(Func<ChipWatchDb, Task<DecisionOutcome>> decide, CancellationToken cancellationToken)
    {
        using var turn = await gate.EnterAsync(cancellationToken);
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var outcome = await decide(db);
        if (outcome is DecisionOutcome.Done)
        {
            await db.SaveChangesAsync(cancellationToken);
            await transaction.CommitAsync(cancellationToken);
        }

        return outcome;
    }

    private StoryDecisionRow Row(StoryDecisionKind kind, long story, long? other, IReadOnlyList<long> articles, IReadOnlyList<long> stays) => new()
    {
        Kind = kind,
        StoryId = story,
        OtherStoryId = other,
        Articles = StoredJson.Write(articles),
        Stays = StoredJson.Write(stays),
        At = clock.GetUtcNow(),
    };

    private static Task<List<long>> MembersAsync(ChipWatchDb db, long storyId, CancellationToken cancellationToken) =>
        db.Articles.Where(a => a.StoryId == storyId).OrderBy(a => a.Id).Select(a => a.Id).ToListAsync(cancellationToken);

    private async Task MoveAsync(ChipWatchDb db, IReadOnlyList<long> articles, long target, string reason, CancellationToken cancellationToken)
    {
        var rows = await db.Articles.Where(a => articles.Contains(a.Id)).OrderBy(a => a.Id).ToListAsync(cancellationToken);
        var touched = rows.Where(a => a.StoryId != null).Select(a => a.StoryId!.Value).Append(target).ToHashSet();
        foreach (var row in rows)
        {
            (row.StoryId, row.StoryReason) = (target, reason);
        }

        if (!await db.Stories.AnyAsync(s => s.Id == target, cancellationToken))
        {
            db.Stories.Add(StoryRefresh.NewRow(target, rows[0]));
        }

        await db.SaveChangesAsync(cancellationToken);
        await using var keys = new StoryKeyIndex(db, new SignatureReader());
        foreach (var story in touched)
        {
            await keys.RebuildAsync(story, cancellationToken);
        }

        await StoryRefresh.RunAsync(db, catalogue.Current.Outlets, touched, cancellationToken);
    }

    /// <summary>The story that an address leads to now.</summary>
    private static async Task<DecisionOutcome> ShowAsync(ChipWatchDb db, long storyId, CancellationToken cancellationToken)
    {
        var home = await db.Stories.Where(s => s.Id == storyId).Select(s => new { s.Id, s.Slug }).SingleOrDefaultAsync(cancellationToken)
            ?? await db.Articles.Where(a => a.Id == storyId).Join(db.Stories, a => a.StoryId, s => s.Id, (_, s) => new { s.Id, s.Slug }).SingleOrDefaultAsync(cancellationToken);
        return home is null ? new DecisionOutcome.Missing() : new DecisionOutcome.Done(home.Id, home.Slug);
    }
}

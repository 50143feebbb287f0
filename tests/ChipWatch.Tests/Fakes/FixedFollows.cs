using ChipWatch.Store.Follows;
using ChipWatch.Store.Timelines;

namespace ChipWatch.Tests.Fakes;

/// <summary>A list that stays as it is.</summary>
internal sealed class FixedFollows(FollowList list) : IFollows
{
    public Task<FollowList> ReadAsync(CancellationToken cancellationToken) => Task.FromResult(list);

    public Task<bool> SetAsync(Facet facet, string id, bool isFollowed, CancellationToken cancellationToken) => Task.FromResult(false);
}

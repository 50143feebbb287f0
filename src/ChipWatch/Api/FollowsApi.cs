using ChipWatch.Store.Follows;
using ChipWatch.Store.Timelines;

namespace ChipWatch.Api;

/// <summary>What the star beside a vendor or topic posts. A plain form; the answer leads back to where the star stands.</summary>
internal static class FollowsApi
{
    /// <summary>Adds what is posted below /follow.</summary>
    public static void MapFollows(this IEndpointRouteBuilder routes) =>
        routes.MapGroup("/follow").AddEndpointFilter(ChangeGuard.CheckAsync).MapPost("/{facet}/{id}", SetAsync);

    private static async Task<IResult> SetAsync(string facet, string id, HttpRequest request, IFollows follows, CancellationToken cancellationToken)
    {
        var isFollowed = (await request.ReadFormAsync(cancellationToken))["follow"] == "yes";
        return Enum.TryParse<Facet>(facet, ignoreCase: true, out var of) && await follows.SetAsync(of, id, isFollowed, cancellationToken)
            ? TypedResults.Redirect(of is Facet.Vendor ? ChipWatchUrls.Vendor(id) : ChipWatchUrls.Timeline(of, id))
            : TypedResults.Problem("There is no such vendor or topic.", statusCode: StatusCodes.Status404NotFound, title: "Not found");
    }
}

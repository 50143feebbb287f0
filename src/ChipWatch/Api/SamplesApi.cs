using ChipWatch.Live;
using ChipWatch.Store.Seeding;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ChipWatch.Api;

/// <summary>Takes the sample corpus out of the store. Until sign-in exists, only while the server is asked over loopback.</summary>
internal static class SamplesApi
{
    /// <summary>Adds POST /samples/remove.</summary>
    public static void MapSamples(this IEndpointRouteBuilder routes) => routes.MapPost("/samples/remove", RemoveAsync);

    private static async Task<Results<RedirectHttpResult, ProblemHttpResult>> RemoveAsync(
        HttpContext context, IAntiforgery antiforgery, IStoreSetup store, StoryNotifier notifier, CancellationToken cancellationToken)
    {
        if (!ChangeRights.Of(context))
        {
            return TypedResults.Problem(ChangeRights.Refusal, statusCode: StatusCodes.Status403Forbidden, title: "Not from here");
        }

        if (!await antiforgery.IsRequestValidAsync(context))
        {
            return TypedResults.Problem("The page was too old. Load it again and repeat.", statusCode: StatusCodes.Status400BadRequest, title: "Not sent");
        }

        await store.RemoveSamplesAsync(cancellationToken);
        notifier.Tell((RoundProgress?)null);
        return TypedResults.Redirect("/");
    }
}

using ChipWatch.Store.Sources;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ChipWatch.Api;

/// <summary>Whether the program runs, and whether it can answer. Tells nothing else to strangers.</summary>
internal static class HealthApi
{
    /// <summary>Adds /health/live and /health/ready.</summary>
    public static void MapHealth(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/health/live", () => TypedResults.Text("live"));
        routes.MapGet("/health/ready", ReadyAsync);
    }

    /// <summary>Ready once the store answers a question.</summary>
    private static async Task<ContentHttpResult> ReadyAsync(ISourceQueries sources, CancellationToken cancellationToken)
    {
        await sources.GlanceAsync(cancellationToken);
        return TypedResults.Text("ready");
    }
}

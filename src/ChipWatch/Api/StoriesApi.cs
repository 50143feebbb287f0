using ChipWatch.Live;
using ChipWatch.Store.Stories;

namespace ChipWatch.Api;

/// <summary>What the forms of the story page post: split, pin, merge, undo. Plain forms, so that they work without a circuit; the answer is a redirect.</summary>
internal static class StoriesApi
{
    /// <summary>Adds what is posted below /stories.</summary>
    public static void MapStories(this IEndpointRouteBuilder routes)
    {
        var changes = routes.MapGroup("/stories").AddEndpointFilter(ChangeGuard.CheckAsync);
        changes.MapPost("/{id:long}/split", SplitAsync);
        changes.MapPost("/{id:long}/pin", PinAsync);
        changes.MapPost("/{id:long}/merge", MergeAsync);
        changes.MapPost("/decisions/{id:long}/undo", UndoAsync);
    }

    private static async Task<IResult> SplitAsync(long id, HttpRequest request, IStoryDecisions decisions, StoryNotifier notifier, CancellationToken cancellationToken) =>
        Answer(id, await decisions.SplitAsync(id, await IdsAsync(request, "article", cancellationToken), cancellationToken), notifier);

    private static async Task<IResult> PinAsync(long id, HttpRequest request, IStoryDecisions decisions, StoryNotifier notifier, CancellationToken cancellationToken) =>
        Answer(id, await decisions.PinAsync(id, await IdsAsync(request, "article", cancellationToken), cancellationToken), notifier);

    private static async Task<IResult> MergeAsync(long id, HttpRequest request, IStoryDecisions decisions, StoryNotifier notifier, CancellationToken cancellationToken) =>
        Answer(
            id,
            await IdsAsync(request, "into", cancellationToken) is [var into]
                ? await decisions.MergeAsync(id, into, cancellationToken)
                : new DecisionOutcome.Refused(DecisionRefusal.NothingChosen),
            notifier);

    private static async Task<IResult> UndoAsync(long id, IStoryDecisions decisions, StoryNotifier notifier, CancellationToken cancellationToken) =>
        Answer(null, await decisions.UndoAsync(id, cancellationToken), notifier);

    private static async Task<IReadOnlyList<long>> IdsAsync(HttpRequest request, string name, CancellationToken cancellationToken) =>
        [.. (await request.ReadFormAsync(cancellationToken))[name].Select(value => long.TryParse(value, out var id) ? id : 0).Where(id => id > 0)];

    private static IResult Answer(long? asked, DecisionOutcome outcome, StoryNotifier notifier)
    {
        switch (outcome)
        {
            case DecisionOutcome.Done(var id, var slug):
                notifier.Tell(new[] { id });
                return TypedResults.Redirect(ChipWatchUrls.Story(id, slug));
            case DecisionOutcome.Refused(var reason) when asked is { } story:
                return TypedResults.Redirect(ChipWatchUrls.StoryRefused(story, reason));
            default:
                return TypedResults.Problem("There is no such story or decision any more.", statusCode: StatusCodes.Status404NotFound, title: "Not found");
        }
    }
}

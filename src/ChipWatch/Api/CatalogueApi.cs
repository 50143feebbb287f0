using ChipWatch.Catalogue;

namespace ChipWatch.Api;

/// <summary>What the pages of the catalogue post where no circuit is: the same desk, the answer a redirect.</summary>
internal static class CatalogueApi
{
    /// <summary>Adds what is posted below /admin/catalogue. No address is a page's own: pages are mapped for posts too.</summary>
    public static void MapCatalogue(this IEndpointRouteBuilder routes)
    {
        var changes = routes.MapGroup("/admin/catalogue").AddEndpointFilter(ChangeGuard.CheckAsync);
        changes.MapPost("/preview", PreviewAsync);
        changes.MapPost("/save", SaveAsync);
        changes.MapPost("/changes/{id:long}/undo", UndoAsync);
        changes.MapPost("/proposals/{id:long}/reject", (long id, CatalogueDesk desk, CancellationToken cancellationToken) => DecideAsync(id, isRejected: true, desk, cancellationToken));
        changes.MapPost("/proposals/{id:long}/allow", (long id, CatalogueDesk desk, CancellationToken cancellationToken) => DecideAsync(id, isRejected: false, desk, cancellationToken));
        changes.MapPost("/proposals/{id:long}/merge", MergeAsync);
    }

    private static async Task<IResult> PreviewAsync(HttpRequest request, CatalogueDesk desk, CancellationToken cancellationToken) =>
        TypedResults.Redirect(await desk.PreviewAsync(CatalogueForm.Of(await request.ReadFormAsync(cancellationToken)), cancellationToken));

    private static async Task<IResult> SaveAsync(HttpRequest request, CatalogueDesk desk, CancellationToken cancellationToken) =>
        TypedResults.Redirect(await desk.SaveAsync((await request.ReadFormAsync(cancellationToken))["draft"], cancellationToken));

    private static async Task<IResult> UndoAsync(long id, CatalogueDesk desk, CancellationToken cancellationToken) =>
        await desk.UndoAsync(id, cancellationToken) is { } address ? TypedResults.Redirect(address) : NotThere();

    private static async Task<IResult> DecideAsync(long id, bool isRejected, CatalogueDesk desk, CancellationToken cancellationToken) =>
        await desk.DecideAsync(id, isRejected, cancellationToken) ? TypedResults.Redirect(ChipWatchUrls.Proposals) : NotThere();

    private static async Task<IResult> MergeAsync(long id, HttpRequest request, CatalogueDesk desk, CancellationToken cancellationToken) =>
        await desk.MergeAsync(id, (await request.ReadFormAsync(cancellationToken))["into"].ToString(), cancellationToken) is { } address ? TypedResults.Redirect(address) : NotThere();

    private static IResult NotThere() =>
        TypedResults.Problem("There is no such change, proposal or entry any more.", statusCode: StatusCodes.Status404NotFound, title: "Not there");
}

using System.Globalization;
using ChipWatch.Pages.Sources;
using ChipWatch.Pipeline.Sources;
using ChipWatch.Sources;
using ChipWatch.Store.Sources;
using Microsoft.AspNetCore.Mvc;

namespace ChipWatch.Api;

/// <summary>
/// What the sources pages post where no circuit is: the same desk, the answer a redirect. Each change needs the page's own token and a person at this
/// very machine. Uploads come here always.
/// </summary>
internal static class SourcesApi
{
    /// <summary>A file of the greatest size with what a form puts around it.</summary>
    private const long MostUploadBytes = Opml.MaxBytes + (64 * 1024);

    /// <summary>Adds what is posted below /sources, and the list of feeds to download. No address is a page's own: pages are mapped for posts too.</summary>
    public static void MapSources(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/sources/export.opml", ExportAsync);
        var changes = routes.MapGroup("/sources").AddEndpointFilter(ChangeGuard.CheckAsync);
        changes.MapPost("/look", LookAsync);
        changes.MapPost("/add/keep", AddAsync);
        changes.MapPost("/import/read", ImportAsync).WithMetadata(new RequestSizeLimitAttribute(MostUploadBytes));
        changes.MapPost("/import/keep", KeepListAsync);
        changes.MapPost("/starter/choose", ChooseAsync);
        changes.MapPost("/round/stop", StopRound);
        changes.MapPost("/{id}/save", EditAsync);
        changes.MapPost("/{id}/{act}", ActAsync);
    }

    private static async Task<IResult> ExportAsync(SourceImport lists, CancellationToken cancellationToken) =>
        TypedResults.File(await lists.ExportAsync(cancellationToken), "text/x-opml; charset=utf-8", "chipwatch.opml");

    private static async Task<IResult> LookAsync(HttpRequest request, SourceDesk desk, CancellationToken cancellationToken) =>
        TypedResults.Redirect(await desk.LookAsync((await request.ReadFormAsync(cancellationToken))["url"].ToString(), cancellationToken));

    private static async Task<IResult> AddAsync(HttpRequest request, SourceDesk desk, SourceDrafts drafts, CancellationToken cancellationToken)
    {
        var posted = await request.ReadFormAsync(cancellationToken);
        var (ticket, pick, form) = (posted["look"].ToString(), posted["pick"].ToString(), SourceForm.Of(posted));
        var look = drafts.Find<SourceLook>(ticket);
        var found = int.TryParse(pick, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? look?.Found.ElementAtOrDefault(number) : null;
        var came = await desk.AddAsync(found, form, cancellationToken);
        return TypedResults.Redirect(came is SourceChange.Done(var id)
            ? ChipWatchUrls.Source(id)
            : ChipWatchUrls.WithQuery(ChipWatchUrls.AddSource, ("url", look?.Pasted), ("look", ticket), ("pick", pick), ("draft", drafts.Keep(new SourceDraft(form, came)))));
    }

    private static async Task<IResult> EditAsync(string id, HttpRequest request, SourceDesk desk, SourceDrafts drafts, CancellationToken cancellationToken)
    {
        var form = SourceForm.Of(await request.ReadFormAsync(cancellationToken));
        return await desk.EditAsync(id, form, cancellationToken) switch
        {
            SourceChange.Done => TypedResults.Redirect(ChipWatchUrls.Source(id)),
            SourceChange.Missing => NotThere(),
            var refused => TypedResults.Redirect(ChipWatchUrls.WithQuery(ChipWatchUrls.EditSource(id), ("draft", drafts.Keep(new SourceDraft(form, refused))))),
        };
    }

    private static async Task<IResult> ActAsync(string id, string act, SourceDesk desk, CancellationToken cancellationToken) =>
        await desk.ActAsync(id, act, cancellationToken) switch
        {
            SourceChange.Done when act == "remove" => TypedResults.Redirect(ChipWatchUrls.Sources),
            SourceChange.Done(var other) when act == "clone" => TypedResults.Redirect(ChipWatchUrls.EditSource(other)),
            SourceChange.Done => TypedResults.Redirect(ChipWatchUrls.Source(id)),
            _ => NotThere(),
        };

    private static async Task<IResult> ImportAsync(HttpRequest request, SourceDesk desk, CancellationToken cancellationToken)
    {
        var posted = await request.ReadFormAsync(cancellationToken);
        if (posted.Files.GetFile("file") is not { } file)
        {
            return TypedResults.Redirect(ChipWatchUrls.ImportSources);
        }

        if (file.Length > Opml.MaxBytes)
        {
            return TooLarge();
        }

        var bytes = new byte[file.Length];
        await using var stream = file.OpenReadStream();
        await stream.ReadExactlyAsync(bytes, cancellationToken);
        return TypedResults.Redirect(await desk.ReadListAsync(bytes, cancellationToken));
    }

    private static async Task<IResult> KeepListAsync(HttpRequest request, SourceDesk desk, CancellationToken cancellationToken) =>
        TypedResults.Redirect(await desk.SaveListAsync((await request.ReadFormAsync(cancellationToken))["draft"].ToString(), cancellationToken));

    private static async Task<IResult> ChooseAsync(HttpRequest request, SourceDesk desk, CancellationToken cancellationToken)
    {
        await desk.ChooseStarterAsync([.. (await request.ReadFormAsync(cancellationToken))["id"].OfType<string>()], cancellationToken);
        return TypedResults.Redirect(ChipWatchUrls.Sources);
    }

    private static IResult StopRound(SourceDesk desk)
    {
        desk.StopRound();
        return TypedResults.Redirect(ChipWatchUrls.Sources);
    }

    private static IResult NotThere() =>
        TypedResults.Problem("There is no such source any more.", statusCode: StatusCodes.Status404NotFound, title: "Not there");

    private static IResult TooLarge() => TypedResults.Problem(
        "A list of feeds has at most 5 MiB. Nothing was changed.", statusCode: StatusCodes.Status413PayloadTooLarge, title: "Too large");
}

using System.Text;
using ChipWatch.Digests;
using ChipWatch.Store.Digests;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ChipWatch.Api;

/// <summary>A weekly digest as a file.</summary>
internal static class DigestApi
{
    /// <summary>Adds /digests/{week}.md.</summary>
    public static void MapDigests(this IEndpointRouteBuilder routes) => routes.MapGet("/digests/{week}.md", MarkdownAsync);

    private static async Task<Results<FileContentHttpResult, NotFound>> MarkdownAsync(string week, IDigestQueries digests, CancellationToken cancellationToken)
    {
        if (!IsoWeek.TryParse(week, out var asked))
        {
            return TypedResults.NotFound();
        }

        var issue = await digests.IssueAsync(asked.ToString(), cancellationToken);
        return TypedResults.File(Encoding.UTF8.GetBytes(DigestMarkdown.Write(issue)), "text/markdown; charset=utf-8", $"chipwatch-{asked}.md");
    }
}

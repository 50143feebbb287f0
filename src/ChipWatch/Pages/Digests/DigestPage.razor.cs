using ChipWatch.Store.Digests;
using Microsoft.AspNetCore.Components;

namespace ChipWatch.Pages.Digests;

/// <summary>One issue and its neighbours.</summary>
/// <param name="Issue">The issue.</param>
/// <param name="Earlier">The week with stories before; null for none.</param>
/// <param name="Later">The week with stories after; null for none.</param>
public sealed record DigestPageView(DigestIssue Issue, string? Earlier, string? Later);

/// <summary>One weekly digest, to be read and to be checked: every sentence leads to its proof.</summary>
public partial class DigestPage
{
    /// <summary>ISO week, "2026-W25".</summary>
    [Parameter]
    public string Week { get; set; } = "";

    [Inject] private IDigestQueries Digests { get; set; } = null!;

    /// <inheritdoc/>
    protected override string Address => $"/digests/{Week}";

    /// <inheritdoc/>
    protected override async Task<DigestPageView?> LoadAsync(CancellationToken cancellationToken)
    {
        DigestIssue issue;
        try
        {
            issue = await Digests.IssueAsync(Week, cancellationToken);
        }
        catch (FormatException)
        {
            return null; // the address names no week: nothing is there
        }

        var weeks = await Digests.WeeksAsync(cancellationToken);
        return new DigestPageView(
            issue,
            weeks.Where(week => week.From < issue.From).MaxBy(week => week.From)?.Week,
            weeks.Where(week => week.From > issue.From).MinBy(week => week.From)?.Week);
    }

    private static IEnumerable<(string Id, string Title, int Count)> Contents(DigestIssue issue) =>
        new[]
        {
            ("moves", "Status moves", issue.Moves.Count),
            ("top", "Top stories", issue.Top.Count),
            ("vendors", "By vendor", issue.ByVendor.Count),
            ("topics", "By topic", issue.ByTopic.Count),
            ("notes", "Proofs", issue.Footnotes.Count),
        }.Where(entry => entry.Item3 > 0);
}

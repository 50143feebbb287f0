using ChipWatch.Store.Sources;
using Microsoft.AspNetCore.Components;

namespace ChipWatch.Pages.Sources;

/// <summary>All that the sources page shows.</summary>
/// <param name="Summary">All in numbers.</param>
/// <param name="Own">Real sources, the worst first.</param>
/// <param name="Samples">Those of the sample corpus.</param>
public sealed record SourcesView(SourceSummary Summary, IReadOnlyList<SourceLine> Own, IReadOnlyList<SourceLine> Samples);

/// <summary>Which sources ail, why, and what can be done.</summary>
public partial class SourcesPage
{
    [Inject] private ISourceQueries Sources { get; set; } = null!;

    /// <inheritdoc/>
    protected override async Task<SourcesView?> LoadAsync(CancellationToken cancellationToken)
    {
        var summary = await Sources.SummaryAsync(cancellationToken);
        var lines = await Sources.ListAsync(cancellationToken);
        return new SourcesView(summary, [.. lines.Where(line => !line.IsSample)], [.. lines.Where(line => line.IsSample)]);
    }
}

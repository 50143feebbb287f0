using ChipWatch.Live;
using ChipWatch.Pipeline.Fetching;
using ChipWatch.Store.Sources;

namespace ChipWatch.Ingestion;

/// <summary>One source on its way through a round: its check, then one page after the other. Used by one worker at a time.</summary>
internal sealed class SourceRun(DueSource source)
{
    private const int MostTroubleInARow = 3;
    private readonly Queue<PendingItem> pages = [];
    private int pageCount;
    private int pagesRead;
    private int troubleInARow;
    private int counted;
    private SourceCheck? check;
    private string? bug;

    public DueSource Source { get; } = source;

    /// <summary>What the next step asks on the network, as <see cref="FetchRequest.HostKey"/>; null where it asks nothing.</summary>
    public string? Host { get; private set; } = HostOf(source, source.IsCheckDue ? source.Url : null);

    /// <summary>Whether the source is to be asked first.</summary>
    public bool NeedsCheck { get; private set; } = source.IsCheckDue;

    /// <summary>Whether the pages to read are not known yet.</summary>
    public bool NeedsPages { get; private set; } = true;

    public bool IsOver { get; private set; }

    public int NewItems { get; private set; }

    public int Articles { get; private set; }

    public string? PageTrouble { get; private set; }

    public SourceProgress Progress => new(
        Source.Id,
        Source.Name,
        IsOver ? (check?.Failure is null && bug is null ? SourceStage.Done : SourceStage.Failed)
            : NeedsCheck ? SourceStage.ReadingFeed
            : SourceStage.ReadingPages)
    {
        IsUnchanged = check?.WasUnchanged ?? false,
        NewItems = NewItems,
        PagesRead = pagesRead,
        Pages = pageCount,
        Articles = Articles,
        Failure = check?.Failure,
        Cause = bug ?? check?.Cause ?? PageTrouble,
    };

    public SourceResult Result => new(
        Source.Id, check?.Items.Count ?? 0, NewItems, Articles, check?.Failure, bug ?? check?.Cause ?? PageTrouble, check?.WasUnchanged ?? false);

    public void Checked(SourceCheck came, int newItems) => (check, NewItems, NeedsCheck, Host) = (came, newItems, false, null);

    public void Found(IReadOnlyList<PendingItem> pending)
    {
        NeedsPages = false;
        pageCount = pending.Count;
        foreach (var item in pending)
        {
            pages.Enqueue(item);
        }

        LookAhead();
    }

    /// <summary>The page that is next; it stays next until it is said what came of it.</summary>
    public PendingItem NextPage => pages.Peek();

    public void Stored(bool isNews)
    {
        Articles += isNews ? 1 : 0;
        troubleInARow = 0;
        PageDone();
    }

    /// <summary>A page could not be read.</summary>
    /// <returns>Whether its host is in trouble, so that the other pages have to wait.</returns>
    public bool PageFailed(FetchOutcome.Failed failure)
    {
        PageTrouble = failure.Reason;
        troubleInARow = failure.Failure is FetchFailure.ServerError or FetchFailure.Protocol ? troubleInARow + 1 : 0;
        PageDone();
        var isHostInTrouble = troubleInARow >= MostTroubleInARow
            || failure.Failure is FetchFailure.RateLimited or FetchFailure.Dns or FetchFailure.Connection or FetchFailure.Timeout or FetchFailure.Tls;
        if (isHostInTrouble)
        {
            (IsOver, Host) = (true, null);
        }

        return isHostInTrouble;
    }

    /// <summary>Articles since this was asked last.</summary>
    public int TakeUncounted()
    {
        var news = Articles - counted;
        counted = Articles;
        return news;
    }

    public void EndByBug(string sentence) => (bug, IsOver, Host) = (sentence, true, null);

    private void PageDone()
    {
        pages.Dequeue();
        pagesRead++;
        LookAhead();
    }

    private void LookAhead()
    {
        IsOver = pages.Count == 0;
        Host = pages.TryPeek(out var next) && !SourceIngester.HasWholeText(next) ? HostOf(Source, next.Url) : null;
    }

    private static string? HostOf(DueSource source, Uri? url) => source.IsSample || url is null ? null : FetchRequest.HostKey(url);
}

using ChipWatch.Live;

namespace ChipWatch.Components;

/// <summary>
/// Counts the stories that came in since a page was made, and tells the page at most twice a second: a round may bring hundreds, and they come on the writer's thread.
/// </summary>
public sealed class FreshStories : IDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(500);

    private readonly Lock gate = new();
    private readonly HashSet<long> ids = [];
    private readonly StoryNotifier notifier;
    private readonly Func<int, Task> tell;
    private readonly ITimer timer;
    private bool isTold = true;

    /// <summary>Begins to count.</summary>
    /// <param name="notifier">Who tells of stories.</param>
    /// <param name="clock">Sets the pace.</param>
    /// <param name="tell">Takes the number of stories since the last <see cref="Forget"/>; called from any thread.</param>
    public FreshStories(StoryNotifier notifier, TimeProvider clock, Func<int, Task> tell)
    {
        this.notifier = notifier;
        this.tell = tell;
        timer = clock.CreateTimer(_ => Tell(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        notifier.StoriesChanged += Add;
    }

    /// <summary>Begins again at none: the page has just asked.</summary>
    public void Forget()
    {
        lock (gate)
        {
            ids.Clear();
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        notifier.StoriesChanged -= Add;
        timer.Dispose();
    }

    private void Add(IReadOnlyCollection<long> storyIds)
    {
        lock (gate)
        {
            ids.UnionWith(storyIds);
            if (isTold)
            {
                isTold = false;
                timer.Change(Pause, Timeout.InfiniteTimeSpan);
            }
        }
    }

    private void Tell()
    {
        int count;
        lock (gate)
        {
            isTold = true;
            count = ids.Count;
        }

        if (count > 0)
        {
            _ = tell(count);
        }
    }
}

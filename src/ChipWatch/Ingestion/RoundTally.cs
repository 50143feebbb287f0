using ChipWatch.Live;

namespace ChipWatch.Ingestion;

/// <summary>Keeps count of a round and passes it on to whoever watches. Safe for parallel use.</summary>
internal sealed class RoundTally(int total, RoundRecorder recorder, StoryNotifier notifier, Action<SourceResult>? done)
{
    private readonly List<SourceResult> results = [];
    private readonly Lock changing = new();
    private int sources = total;
    private int articles;

    /// <summary>One result a source that is through.</summary>
    public IReadOnlyList<SourceResult> Results => results;

    /// <summary>Articles stored or revised so far, those of unfinished sources too.</summary>
    public int Articles => Volatile.Read(ref articles);

    /// <summary>A source that somebody asked for is begun.</summary>
    public void Begin(SourceRun run, bool isNew)
    {
        lock (changing)
        {
            sources += isNew ? 1 : 0;
        }

        recorder.Put(run.Progress);
    }

    /// <summary>Notes how far a source is.</summary>
    public void Note(SourceRun run)
    {
        recorder.Put(run.Progress);
        lock (changing)
        {
            articles += run.TakeUncounted();
            if (!run.IsOver)
            {
                return;
            }

            results.Add(run.Result);
            done?.Invoke(run.Result);
            notifier.Tell(new RoundProgress(results.Count, sources, articles, results.Count(r => r.Failure is not null)));
        }
    }
}

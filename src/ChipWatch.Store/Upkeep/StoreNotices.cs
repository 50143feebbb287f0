namespace ChipWatch.Store.Upkeep;

/// <summary>Why the sources are not read at the moment.</summary>
public enum IngestHindrance
{
    /// <summary>Nothing is in the way.</summary>
    None,

    /// <summary>Less than 200 MiB are free.</summary>
    DiskShort,

    /// <summary>Another program holds the store's lock.</summary>
    StoreLocked,

    /// <summary>Another ChipWatch reads the sources of this store.</summary>
    AnotherReads,
}

/// <summary>A hindrance with the sentence that pages and terminals show.</summary>
public sealed record StoreNotice(IngestHindrance Hindrance, string Sentence);

/// <summary>What is to be told of the store on every page, if anything. One for the whole process; safe from any thread.</summary>
public sealed class StoreNotices
{
    /// <summary>What is in the way; null while nothing is.</summary>
    public StoreNotice? Current { get; private set; }

    /// <summary>Another hindrance, or none any more. Handlers run on any thread: hand over with InvokeAsync and return.</summary>
    public event Action<StoreNotice?>? Changed;

    /// <summary>Tells what is in the way now; null for nothing.</summary>
    public void Tell(StoreNotice? notice)
    {
        var isNews = notice?.Hindrance != Current?.Hindrance;
        Current = notice;
        if (isNews)
        {
            Changed?.Invoke(notice);
        }
    }
}

namespace ChipWatch.Store.Sources;

/// <summary>The fields of a source that a person may fill.</summary>
public enum SourceField
{
    /// <summary>Its name.</summary>
    Name,

    /// <summary>What is asked.</summary>
    Address,

    /// <summary>How it is read.</summary>
    Kind,

    /// <summary>The outlet's site.</summary>
    Site,

    /// <summary>Its language.</summary>
    Language,

    /// <summary>Its folder.</summary>
    Folder,

    /// <summary>Time between two checks.</summary>
    CheckEvery,

    /// <summary>How to read a source that is no feed.</summary>
    Rules,
}

/// <summary>What came of changing a source.</summary>
public abstract record SourceChange
{
    private SourceChange()
    {
    }

    /// <summary>Done.</summary>
    /// <param name="Id">The source; of a clone and an addition, the new one.</param>
    public sealed record Done(string Id) : SourceChange;

    /// <summary>Another source reads that address, or did before it moved.</summary>
    public sealed record AlreadyThere(string Id, string Name) : SourceChange;

    /// <summary>There is no such source.</summary>
    public sealed record Missing : SourceChange;

    /// <summary>A field cannot be kept as it is.</summary>
    /// <param name="Field">Which.</param>
    /// <param name="Reason">One sentence: why, and what would do.</param>
    public sealed record Refused(SourceField Field, string Reason) : SourceChange;
}

namespace ChipWatch.Pipeline.Catalogue;

/// <summary>Where a change is at fault.</summary>
public enum EditField
{
    /// <summary>The shown name.</summary>
    Name,

    /// <summary>A name as texts write it.</summary>
    Text,

    /// <summary>Words that make a name sure.</summary>
    Context,

    /// <summary>Phrases that block it.</summary>
    NotWhen,

    /// <summary>The weight of a term.</summary>
    Weight,

    /// <summary>A fact.</summary>
    Fact,
}

/// <summary>Why a change cannot be made.</summary>
/// <param name="Field">Where.</param>
/// <param name="Reason">A sentence for the person.</param>
/// <param name="Fact">Key of the fact, where it is one.</param>
public sealed record EditFault(EditField Field, string Reason, string? Fact = null);

namespace ChipWatch.Pipeline.Catalogue;

/// <summary>An entry of any list, as it is shown and changed.</summary>
/// <param name="Kind">Its list.</param>
/// <param name="Id">Its slug.</param>
/// <param name="Name">Shown name. An outlet is also found by it.</param>
/// <param name="Names">The ways in which texts name it.</param>
/// <param name="Facts">What else may be changed, by the keys of <see cref="EntryFacts"/>; absent where not known.</param>
public sealed record CatalogueEntry(
    EntryKind Kind, string Id, string Name, IReadOnlyList<NameRule> Names, IReadOnlyDictionary<string, string> Facts)
{
    /// <summary>A fact, or null.</summary>
    public string? Fact(string key) => Facts.TryGetValue(key, out var value) && value.Length > 0 ? value : null;
}

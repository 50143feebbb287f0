using System.Collections;
using System.Reflection;
using ChipWatch.Api;
using ChipWatch.Ingestion;
using ChipWatch.Pipeline.Fetching;
using ChipWatch.Store;

namespace ChipWatch;

/// <summary>Finds settings that no option reads: a misspelt key would otherwise be a default in disguise.</summary>
internal static class UnknownSettings
{
    /// <summary>Every option class with the section that it reads.</summary>
    public static IReadOnlyList<(string Section, Type Options)> Sections { get; } =
    [
        (ChipWatchOptions.Section, typeof(ChipWatchOptions)),
        (StoreOptions.Section, typeof(StoreOptions)),
        (IngestionOptions.Section, typeof(IngestionOptions)),
        (RereadingOptions.Section, typeof(RereadingOptions)),
        (FetchingOptions.Section, typeof(FetchingOptions)),
        (AccessOptions.Section, typeof(AccessOptions)),
        (ServerOptions.Section, typeof(ServerOptions)),
    ];

    /// <summary>All keys that the program reads, such as "ChipWatch:Ingestion:Interval", sorted.</summary>
    public static IReadOnlyList<string> KnownKeys() =>
        [.. Sections.SelectMany(section => KeysOf(section.Section, section.Options)).Distinct(StringComparer.OrdinalIgnoreCase).Order(StringComparer.Ordinal)];

    /// <summary>Keys below "ChipWatch" that nothing reads, each as one sentence.</summary>
    public static IReadOnlyList<string> In(IConfiguration configuration)
    {
        var known = KnownKeys();
        return [.. configuration.GetSection("ChipWatch").AsEnumerable()
            .Where(pair => pair.Value is not null && !known.Any(key => IsOf(pair.Key, key)))
            .Select(pair => $"The setting {pair.Key} is not known. Known are: {string.Join(", ", known)}.")];
    }

    /// <summary>The key itself, or an element of the list that it names.</summary>
    private static bool IsOf(string key, string known) =>
        key.Equals(known, StringComparison.OrdinalIgnoreCase)
        || (key.StartsWith(known + ":", StringComparison.OrdinalIgnoreCase) && key[(known.Length + 1)..].All(char.IsAsciiDigit));

    private static IEnumerable<string> KeysOf(string section, Type options) =>
        options.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(p => p.CanWrite).SelectMany(property => IsLeaf(property.PropertyType)
            ? [$"{section}:{property.Name}"]
            : KeysOf($"{section}:{property.Name}", property.PropertyType));

    private static bool IsLeaf(Type type) => type.Namespace == "System" || type.IsEnum || type.IsAssignableTo(typeof(IEnumerable));
}

using ChipWatch.Pipeline.Tagging;

namespace ChipWatch.Components;

/// <summary>How statuses and event types are called, and where a status stands on the ladder.</summary>
public static class StatusWords
{
    /// <summary>All statuses, firmest first, then those off the ladder.</summary>
    public static IReadOnlyList<EventStatus> Firmest { get; } =
        [EventStatus.Confirmed, EventStatus.Announced, EventStatus.Talks, EventStatus.Rumor, EventStatus.Denied, EventStatus.Cancelled, EventStatus.Hypothetical];

    /// <summary>The status of a facet's value ("rumor"), or null for a word that is none.</summary>
    public static EventStatus? Read(string value) =>
        Firmest.Select(status => (EventStatus?)status).FirstOrDefault(status => status!.Value.Key() == value);

    /// <summary>"rumor": in addresses and style names.</summary>
    public static string Key(this EventStatus status) => status.ToString().ToLowerInvariant();

    /// <summary>"Rumor": on pages.</summary>
    public static string Word(this EventStatus status) => status.ToString();

    /// <summary>"Deal".</summary>
    public static string Word(this EventType type) => type.ToString();

    /// <summary>The rung from 1 to 4; 0 for a status that is not on the ladder.</summary>
    public static int Rung(this EventStatus status) => status switch
    {
        EventStatus.Rumor => 1,
        EventStatus.Talks => 2,
        EventStatus.Announced => 3,
        EventStatus.Confirmed => 4,
        _ => 0,
    };
}

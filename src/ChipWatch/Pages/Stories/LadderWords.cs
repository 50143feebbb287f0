using ChipWatch.Components;
using ChipWatch.Pipeline.Claims;
using ChipWatch.Pipeline.Tagging;
using ChipWatch.Store.Stories;

namespace ChipWatch.Pages.Stories;

/// <summary>How the ladder says that a rung does not hold, and why.</summary>
internal static class LadderWords
{
    /// <summary>Whether it is shown struck through.</summary>
    public static bool IsStruck(StoryRung rung) => rung.TakenBack is not null || rung.Unlifted is not null;

    /// <summary>Why wording did not lift the claim.</summary>
    public static string Of(UnliftedReason reason) => reason switch
    {
        UnliftedReason.RelayAlone => "a relay’s wording alone lifts nothing",
        UnliftedReason.Few => "most reports of those days say less",
        UnliftedReason.InPassing => "it tells this in passing, and its own news is another",
        _ => "comment lifts nothing",
    };

    /// <summary>" (and 2 more reports)", or nothing.</summary>
    public static string Others(StoryRung rung) => rung.Others == 0 ? "" : $" (and {Counts.Of(rung.Others, "more report", "more reports")} worded so)";

    /// <summary>What the later report did to the rung.</summary>
    public static string Of(EventStatus end) => end switch
    {
        EventStatus.Denied => "Denied",
        EventStatus.Cancelled => "Taken back, cancelled",
        _ => "Overtaken, " + end.Key(),
    };
}

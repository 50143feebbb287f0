namespace ChipWatch.Pipeline.Tagging.Events;

/// <summary>What a phrase of the event rules hints at. The first fifteen are the event types, in their order.</summary>
internal enum Cue
{
    Launch,
    Deal,
    Talks,
    Partnership,
    Capacity,
    Funding,
    Acquisition,
    Earnings,
    Roadmap,
    Benchmark,
    Regulation,
    Legal,
    Delay,
    Security,
    Analysis,

    /// <summary>Unnamed people, "reportedly", "said to".</summary>
    Unnamed,

    /// <summary>Negotiation or exploration under way.</summary>
    InTalks,

    /// <summary>Announced, planned, agreed, proposed.</summary>
    Announced,

    /// <summary>Done, shipping, signed, in force, reported results.</summary>
    Done,

    /// <summary>A party denies it.</summary>
    Denied,

    /// <summary>Called off, failed, rejected.</summary>
    Cancelled,

    /// <summary>Opinion, scenario, forecast.</summary>
    Opinion,

    /// <summary>A party speaks with its name: "said", "confirmed", "announced".</summary>
    PartySays,
}

using ChipWatch.Pipeline.Tagging;
using ChipWatch.Pipeline.Tagging.Events;

namespace ChipWatch.Tests.Pipeline.Tagging.Labelled;

/// <summary>
/// What is known about cues before any labelled article is seen: the weights that training starts from and is drawn back to. It carries
/// the kinds of which only a few articles are labelled.
/// </summary>
internal static class EventExperience
{
    /// <summary>Cues that speak for a kind of event.</summary>
    public static IReadOnlyList<(Cue Cue, EventType Type, double Weight)> Kinds { get; } =
    [
        (Cue.Unveil, EventType.Launch, 0.8), (Cue.Release, EventType.Launch, 1), (Cue.Product, EventType.Launch, 0.3),
        (Cue.Order, EventType.Deal, 1.2), (Cue.Signed, EventType.Deal, 0.5), (Cue.Negotiate, EventType.Talks, 1.5), (Cue.Partner, EventType.Partnership, 1.3),
        (Cue.Build, EventType.Capacity, 1), (Cue.Site, EventType.Capacity, 0.5), (Cue.Ramp, EventType.Capacity, 0.8), (Cue.Halt, EventType.Capacity, 2), (Cue.Power, EventType.Capacity, 0.3),
        (Cue.Raise, EventType.Funding, 1.3), (Cue.Takeover, EventType.Acquisition, 1.5), (Cue.Results, EventType.Earnings, 1.2), (Cue.Market, EventType.Earnings, 0.5),
        (Cue.Roadmap, EventType.Roadmap, 1), (Cue.Process, EventType.Roadmap, 0.5), (Cue.Dropped, EventType.Roadmap, 1), (Cue.Bench, EventType.Benchmark, 1.8),
        (Cue.Rule, EventType.Regulation, 1), (Cue.State, EventType.Regulation, 0.8), (Cue.Court, EventType.Legal, 1.8), (Cue.Slip, EventType.Delay, 2), (Cue.Vuln, EventType.Security, 2),
        (Cue.Essay, EventType.Analysis, 1), (Cue.Explain, EventType.Analysis, 1), (Cue.Scenario, EventType.Analysis, 0.3),
    ];

    /// <summary>Topics that speak for a kind of event.</summary>
    public static IReadOnlyList<(string Topic, EventType Type, double Weight)> Topics { get; } =
    [
        ("benchmarks", EventType.Benchmark, 1.5), ("earnings-market", EventType.Earnings, 1), ("funding-ma", EventType.Funding, 0.7), ("funding-ma", EventType.Acquisition, 0.7),
        ("export-controls", EventType.Regulation, 1.2), ("policy", EventType.Regulation, 1.2), ("security", EventType.Security, 1.5),
    ];

    /// <summary>Cues that speak for a status.</summary>
    public static IReadOnlyList<(Cue Cue, EventStatus Status, double Weight)> Firmness { get; } =
    [
        (Cue.Unnamed, EventStatus.Rumor, 1.5), (Cue.Hearsay, EventStatus.Rumor, 1.2), (Cue.NoComment, EventStatus.Rumor, 1), (Cue.Unconfirmed, EventStatus.Rumor, 1), (Cue.Third, EventStatus.Rumor, 0.3),
        (Cue.Negotiate, EventStatus.Talks, 1), (Cue.Early, EventStatus.Talks, 0.5),
        (Cue.Plan, EventStatus.Announced, 0.7), (Cue.Agree, EventStatus.Announced, 0.5), (Cue.Propose, EventStatus.Announced, 1), (Cue.Announce, EventStatus.Announced, 0.4), (Cue.Future, EventStatus.Announced, 0.6),
        (Cue.NotYet, EventStatus.Announced, 0.3), (Cue.Roadmap, EventStatus.Announced, 0.4), (Cue.Unveil, EventStatus.Announced, 0.4),
        (Cue.Done, EventStatus.Confirmed, 0.5), (Cue.Signed, EventStatus.Confirmed, 0.8), (Cue.InUse, EventStatus.Confirmed, 0.8), (Cue.InForce, EventStatus.Confirmed, 0.8), (Cue.Confirm, EventStatus.Confirmed, 0.3),
        (Cue.Results, EventStatus.Confirmed, 0.5), (Cue.Release, EventStatus.Confirmed, 0.5), (Cue.Bench, EventStatus.Confirmed, 0.5),
        (Cue.Deny, EventStatus.Denied, 2.5), (Cue.Cancel, EventStatus.Cancelled, 2), (Cue.Dropped, EventStatus.Cancelled, 0.8),
        (Cue.Scenario, EventStatus.Hypothetical, 0.8), (Cue.Essay, EventStatus.Hypothetical, 0.8), (Cue.Explain, EventStatus.Hypothetical, 0.5), (Cue.Modal, EventStatus.Hypothetical, 0.2),
    ];

    /// <summary>What speaks for a status beside single cues: nobody but unnamed people tells it, near the top.</summary>
    public static IReadOnlyList<(string Sign, EventStatus Status, double Weight)> Signs { get; } =
    [
        ("HearsayFrontNobodyNamed", EventStatus.Rumor, 0.5), ("CreditAndHearsay", EventStatus.Rumor, 0.5), ("Unnamed.Front", EventStatus.Rumor, 0.5), ("Unconfirmed.Front", EventStatus.Rumor, 0.3),
    ];

    /// <summary>What the kind alone says about the status.</summary>
    public static IReadOnlyList<(EventType Type, EventStatus Status, double Weight)> Usual { get; } =
    [
        (EventType.Analysis, EventStatus.Hypothetical, 2), (EventType.Earnings, EventStatus.Confirmed, 1), (EventType.Benchmark, EventStatus.Confirmed, 1), (EventType.Legal, EventStatus.Confirmed, 1),
        (EventType.Security, EventStatus.Confirmed, 1), (EventType.Roadmap, EventStatus.Announced, 1), (EventType.Partnership, EventStatus.Announced, 1), (EventType.Talks, EventStatus.Talks, 0.7), (EventType.Talks, EventStatus.Rumor, 0.7),
    ];
}

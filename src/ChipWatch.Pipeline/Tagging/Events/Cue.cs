namespace ChipWatch.Pipeline.Tagging.Events;

/// <summary>What a phrase of the event rules hints at, in every language alike. The first group speaks of kinds of events, the second of how firm one is.</summary>
internal enum Cue
{
    /// <summary>Something is shown or introduced.</summary>
    Unveil,

    /// <summary>Something goes on sale or ships for the first time.</summary>
    Release,

    /// <summary>A chip, card, server or generation as a thing.</summary>
    Product,

    /// <summary>Orders, contracts, supply, rent.</summary>
    Order,

    /// <summary>Talks, exploration, interest.</summary>
    Negotiate,

    /// <summary>Partnership, alliance, doing it together.</summary>
    Partner,

    /// <summary>Building, expanding, investing in a site.</summary>
    Build,

    /// <summary>Data centre, plant, campus, cluster.</summary>
    Site,

    /// <summary>Mass production, going live, output.</summary>
    Ramp,

    /// <summary>Strike, plant stop, earthquake.</summary>
    Halt,

    /// <summary>Rounds, listings, bonds, loans, stakes.</summary>
    Raise,

    /// <summary>A company buys another.</summary>
    Takeover,

    /// <summary>Revenue, profit, guidance.</summary>
    Results,

    /// <summary>Share price, market share, prices.</summary>
    Market,

    /// <summary>Plans for products.</summary>
    Roadmap,

    /// <summary>Nodes, tape-outs, samples.</summary>
    Process,

    /// <summary>A product is given up.</summary>
    Dropped,

    /// <summary>Benchmarks, rankings, measurements.</summary>
    Bench,

    /// <summary>Rules, licences, tariffs, subsidies.</summary>
    Rule,

    /// <summary>Governments, ministries, regulators.</summary>
    State,

    /// <summary>Courts, charges, patents.</summary>
    Court,

    /// <summary>Later than planned; out of order for a while.</summary>
    Slip,

    /// <summary>Vulnerabilities, theft, attacks.</summary>
    Vuln,

    /// <summary>Opinion, editorial, newsletter.</summary>
    Essay,

    /// <summary>How, why, what it means.</summary>
    Explain,

    /// <summary>People who are not named.</summary>
    Unnamed,

    /// <summary>"Reportedly", "said to", rumour.</summary>
    Hearsay,

    /// <summary>Refusal to comment.</summary>
    NoComment,

    /// <summary>Said not to be confirmed.</summary>
    Unconfirmed,

    /// <summary>Early, preliminary, nothing decided.</summary>
    Early,

    /// <summary>May, might, could, would.</summary>
    Modal,

    /// <summary>Plans, intentions, "will".</summary>
    Plan,

    /// <summary>Agreement, memorandum, pact.</summary>
    Agree,

    /// <summary>Bill, draft, demand, consultation.</summary>
    Propose,

    /// <summary>Announced, disclosed, statement.</summary>
    Announce,

    /// <summary>Said, told, according to.</summary>
    Say,

    /// <summary>Confirmed, acknowledged.</summary>
    Confirm,

    /// <summary>Chief executive, spokesperson and other named offices.</summary>
    Officer,

    /// <summary>Past and finished.</summary>
    Done,

    /// <summary>Signed, binding.</summary>
    Signed,

    /// <summary>In service, in production, shipping.</summary>
    InUse,

    /// <summary>In force, ordered, imposed.</summary>
    InForce,

    /// <summary>A time to come.</summary>
    Future,

    /// <summary>Denied, untrue.</summary>
    Deny,

    /// <summary>Called off, failed, refused.</summary>
    Cancel,

    /// <summary>Forecast, scenario, question.</summary>
    Scenario,

    /// <summary>Not yet, pending, subject to.</summary>
    NotYet,

    /// <summary>Analysts, politicians and others who are no party.</summary>
    Third,

    /// <summary>Sums of money.</summary>
    Money,

    /// <summary>Gigawatts and megawatts.</summary>
    Power,

    /// <summary>Percentages.</summary>
    Percent,
}

using ChipWatch.Pipeline.Tagging;

namespace ChipWatch.Pipeline.Clustering;

/// <summary>Kinds between which an affair goes on: from talks to a deal, from a plan to a product, from a draft to a rule.</summary>
internal static class EventKin
{
    /// <summary>A number for each family of kinds.</summary>
    public static int Of(EventType type) => type switch
    {
        EventType.Talks or EventType.Deal or EventType.Partnership or EventType.Acquisition or EventType.Funding => 1,
        EventType.Launch or EventType.Roadmap or EventType.Delay or EventType.Capacity or EventType.Benchmark => 2,
        EventType.Regulation or EventType.Legal => 3,
        _ => 10 + (int)type,
    };
}

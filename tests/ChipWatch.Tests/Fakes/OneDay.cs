using ChipWatch.Pipeline.Tagging;

namespace ChipWatch.Tests.Fakes;

/// <summary>Two affairs of one day, told by several outlets, and one article of its own.</summary>
internal static class OneDay
{
    private const string Talks = "Amazon is negotiating the sale of its Trainium accelerator to outside data centres, Peter DeSantis said. Talks with operators in Frankfurt are under way.";
    private const string Plant = "TSMC will build a packaging plant near Phoenix for 12 billion dollars. The Arizona site shall employ 3000 people, the company announced.";

    public static TestArticle TalksFirst { get; } = new("https://one.example/a", "Amazon in talks to sell Trainium to Frankfurt data centres", "2026-06-18T06:00:00") { Outlet = "bloomberg", Text = Talks, Topics = ["sovereign-ai"] };

    public static TestArticle TalksLater { get; } = new("https://two.example/a", "Amazon talks on selling Trainium in Frankfurt, DeSantis says", "2026-06-18T11:00:00") { Text = Talks, Topics = ["sovereign-ai"], ReportedBy = ["Bloomberg"] };

    public static TestArticle TalksLast { get; } = new("https://two.example/c", "Trainium for Frankfurt: Amazon in talks with data centres", "2026-06-18T19:30:00") { Text = Talks + " No customer is named.", Topics = ["sovereign-ai"], ReportedBy = ["Bloomberg"] };

    public static TestArticle PlantFirst { get; } = new("https://one.example/b", "TSMC to build packaging plant near Phoenix", "2026-06-18T08:00:00")
    {
        Outlet = "bloomberg", Text = Plant, Companies = ["tsmc"], Topics = ["memory-hbm"], Type = EventType.Capacity, Status = EventStatus.Rumor, ReportedBy = ["Reuters"],
    };

    public static TestArticle PlantLater { get; } = PlantFirst with { Url = "https://two.example/b", Title = "TSMC announces packaging plant near Phoenix", Day = "2026-06-18T15:00:00", Outlet = "cyberivy", Status = EventStatus.Announced, ReportedBy = [] };

    public static TestArticle Alone { get; } = new("https://two.example/d", "Driver for NVIDIA workstations mended", "2026-06-18T12:00:00")
    {
        Text = "A patch closes a hole in the kernel module, a changelog shows.", Companies = ["nvidia"], Type = EventType.Security, Status = EventStatus.Confirmed,
    };

    /// <summary>All, oldest first.</summary>
    public static IReadOnlyList<TestArticle> All { get; } = [TalksFirst, PlantFirst, TalksLater, Alone, PlantLater, TalksLast];
}

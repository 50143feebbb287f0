using Microsoft.Extensions.Configuration;

namespace ChipWatch.Tests.App;

public sealed class UnknownSettingsTests
{
    [Fact]
    public void In_MisspeltKey_NamesItAndTheKnownOnes()
    {
        var said = Assert.Single(UnknownSettings.In(Settings(("ChipWatch:Ingestion:Intervall", "00:01:00"))));

        Assert.Contains("ChipWatch:Ingestion:Intervall", said, StringComparison.Ordinal);
        Assert.Contains("ChipWatch:Ingestion:Interval,", said, StringComparison.Ordinal);
    }

    [Fact]
    public void In_KnownKeysAndLists_IsEmpty() => Assert.Empty(UnknownSettings.In(Settings(
        ("chipwatch:datadirectory", "d"), ("ChipWatch:Seeds:Samples", "false"), ("ChipWatch:Fetching:Allow:0", "127.0.0.1/32"), ("Serilog:MinimumLevel", "Debug"))));

    private static IConfiguration Settings(params (string Key, string Value)[] settings) =>
        new ConfigurationBuilder().AddInMemoryCollection(settings.ToDictionary(s => s.Key, s => (string?)s.Value)).Build();
}

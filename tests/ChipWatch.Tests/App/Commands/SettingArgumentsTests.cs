using ChipWatch.Commands;

namespace ChipWatch.Tests.App.Commands;

public sealed class SettingArgumentsTests
{
    [Fact]
    public void Split_BothSpellings_GoToTheSettings()
    {
        var (settings, words) = SettingArguments.Split(["ingest", "--ChipWatch:DataDirectory=/d", "--all", "--ChipWatch:Seeds:Samples", "false"]);

        Assert.Equal(["--ChipWatch:DataDirectory=/d", "--ChipWatch:Seeds:Samples=false"], settings);
        Assert.Equal(["ingest", "--all"], words);
    }
}

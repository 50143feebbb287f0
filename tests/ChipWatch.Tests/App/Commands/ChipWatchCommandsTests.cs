using ChipWatch.Commands;

namespace ChipWatch.Tests.App.Commands;

public sealed class ChipWatchCommandsTests
{
    [Fact]
    public void CreateFor_EachVerb_MakesThatOneAlone()
    {
        foreach (var verb in ChipWatchCommands.Create([]).Subcommands)
        {
            Assert.Equal(verb.Name, Assert.Single(ChipWatchCommands.CreateFor([verb.Name], []).Subcommands).Name);
        }
    }

    [Theory]
    [InlineData("--help")]
    [InlineData("unknown")]
    [InlineData("")]
    public void CreateFor_NoVerb_MakesAll(string word) =>
        Assert.Equal(ChipWatchCommands.Create([]).Subcommands.Count, ChipWatchCommands.CreateFor(word.Length == 0 ? [] : [word], []).Subcommands.Count);
}

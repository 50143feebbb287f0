using ChipWatch.Pipeline.Fetching;

namespace ChipWatch.Tests.Pipeline.Fetching;

public sealed class RobotsRulesTests
{
    [Theory]
    [InlineData("user-agent: *\ndisallow: /x", "/x/y", false)]
    [InlineData("user-agent: *\ndisallow: /x\nuser-agent: ChipWatch\nallow: /", "/x/y", true)]
    [InlineData("user-agent: *\ndisallow: /\nallow: /a/*.html$", "/a/b.html", true)]
    [InlineData("user-agent: *\ndisallow: /\nallow: /a/*.html$", "/a/b.html?c", false)]
    [InlineData("useragent *\rdissallow /x", "/x", false)]
    [InlineData("user-agent: *\ndisallow: /\u00e9", "/%c3%a9", false)]
    public void Allows_Rules_DecideByTheLongest(string robots, string path, bool allowed) =>
        Assert.Equal(allowed, RobotsRules.Allows(robots, "ChipWatch/1.0 (+https://c.example)", $"https://a.example{path}"));
}

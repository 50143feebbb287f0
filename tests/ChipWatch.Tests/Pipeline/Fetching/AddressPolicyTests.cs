using System.Net;
using ChipWatch.Pipeline.Fetching;

namespace ChipWatch.Tests.Pipeline.Fetching;

public sealed class AddressPolicyTests
{
    private static readonly Dictionary<string, IReadOnlyList<IPAddress>> Answers = new()
    {
        ["news.example"] = [IPAddress.Parse("93.184.216.34")],
        ["mixed.example"] = [IPAddress.Parse("93.184.216.34"), IPAddress.Parse("10.0.0.1")],
        ["cloud.corp"] = [IPAddress.Parse("169.254.169.254")],
        ["wiki.corp"] = [IPAddress.Parse("10.1.2.3")],
    };

    [Theory]
    [InlineData("http://127.0.0.1/")]
    [InlineData("http://2130706433/")]
    [InlineData("http://\u2460\u2461\u2466.\u24ea.\u24ea.\u2460/")]
    [InlineData("http://[::ffff:169.254.169.254]/")]
    [InlineData("http://[64:ff9b::a00:1]/")]
    [InlineData("http://localhost./")]
    [InlineData("http://intranet/")]
    [InlineData("http://a.local/")]
    [InlineData("http://news.example:22/")]
    [InlineData("http://me@news.example/")]
    [InlineData("http://news.example\\@a/")]
    [InlineData("http://news%2eexample/")]
    [InlineData("http://mixed.example/")]
    [InlineData("http://unknown.example/")]
    [InlineData("file:///etc/passwd")]
    public void Check_NotPublic_IsRefusedWithAReason(string url)
    {
        var verdict = new AddressPolicy([]).Check(url, Answers);

        Assert.False(verdict.Allowed);
        Assert.Null(verdict.ConnectsTo);
        Assert.NotEmpty(verdict.Reason!);
    }

    [Theory]
    [InlineData("http://127.0.0.1:8600/", true)]
    [InlineData("http://127.0.0.1:8601/", false)]
    [InlineData("http://wiki.corp/", true)]
    [InlineData("http://cloud.corp/", false)]
    [InlineData("http://10.9.9.9:3000/", true)]
    [InlineData("https://news.example/", true)]
    public void Check_AllowList_OpensExactlyWhatItNames(string url, bool allowed) =>
        Assert.Equal(allowed, new AddressPolicy(["127.0.0.1:8600", "wiki.corp", "cloud.corp", "10.0.0.0/8"]).Check(url, Answers).Allowed);

    [Theory]
    [InlineData("0.0.0.0/0")]
    [InlineData("::/16")]
    [InlineData("*.corp")]
    [InlineData("127.0.0.1")]
    public void Constructor_EntryTooWideOrUnreadable_Throws(string entry) => Assert.Throws<ArgumentException>(() => new AddressPolicy([entry]));
}

using System.Net;
using ChipWatch.Api;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

namespace ChipWatch.Tests.App.Api;

public sealed class CircuitLimitsTests
{
    private static readonly IPAddress Somebody = IPAddress.Parse("203.0.113.7");
    private readonly FakeTimeProvider clock = new();

    [Fact]
    public void MayBegin_MoreThanTenInAMinute_OnlyTheFirstTenMay()
    {
        var limits = Limits(new());

        Assert.Equal(10, Enumerable.Range(0, 15).Count(_ => limits.MayBegin(Somebody)));
        Assert.True(limits.MayBegin(IPAddress.Parse("203.0.113.8")));
        clock.Advance(TimeSpan.FromMinutes(1));
        Assert.True(limits.MayBegin(Somebody));
    }

    [Fact]
    public void Enter_TwentyOfOneAddress_TheNextHasToWaitForOneToLeave()
    {
        var limits = Limits(new());
        var places = Enumerable.Range(0, 20).Select(_ => limits.Enter(Somebody)).ToList();

        Assert.All(places, Assert.NotNull);
        Assert.Null(limits.Enter(Somebody));
        Assert.False(limits.MayBegin(Somebody));
        places[3]!.Dispose();
        places[3]!.Dispose();
        Assert.NotNull(limits.Enter(Somebody));
        Assert.Null(limits.Enter(Somebody));
    }

    [Fact]
    public void Enter_FiveHundredInAll_NobodyElseComesIn()
    {
        var limits = Limits(new());
        for (var i = 0; i < 500; i++)
        {
            Assert.NotNull(limits.Enter(new IPAddress([198, 18, (byte)(i / 200), (byte)(i % 200)])));
        }

        Assert.Null(limits.Enter(Somebody));
        Assert.Null(limits.Enter(IPAddress.Loopback));
        Assert.False(limits.MayBegin(IPAddress.Loopback));
    }

    [Fact]
    public void Enter_OneHouseholdOfIPv6_IsOneAddressAndLoopbackIsNone()
    {
        var limits = Limits(new() { MaxCircuitsPerAddress = 2 });

        Assert.NotNull(limits.Enter(IPAddress.Parse("2a00:1450:4001:82a::1")));
        Assert.NotNull(limits.Enter(IPAddress.Parse("2a00:1450:4001:82a:ffff::2")));
        Assert.Null(limits.Enter(IPAddress.Parse("2a00:1450:4001:82a::3")));
        Assert.NotNull(limits.Enter(IPAddress.Parse("2a00:1450:4001:82b::1")));
        Assert.All(Enumerable.Range(0, 30), _ => Assert.NotNull(limits.Enter(IPAddress.IPv6Loopback)));
    }

    [Fact]
    public void MayBegin_ManyAddresses_AreForgottenWhenAtPeace()
    {
        var limits = Limits(new());
        for (var i = 0; i < 5000; i++)
        {
            limits.MayBegin(new IPAddress([198, 18, (byte)(i / 250), (byte)(i % 250)]));
            clock.Advance(TimeSpan.FromMilliseconds(500));
        }

        Assert.InRange(limits.Count, 1, 1100);
    }

    [Theory]
    [InlineData("POST", "/_blazor/negotiate", "", 429)]
    [InlineData("GET", "/_blazor", "", 429)]
    [InlineData("GET", "/_blazor", "?id=x", 200)]
    [InlineData("GET", "/timeline", "", 200)]
    public async Task InvokeAsync_AddressThatBeganTooMany_IsTurnedAwayFromLivePagesAlone(string method, string path, string query, int status)
    {
        var limits = Limits(new() { NewCircuitsPerMinute = 1 });
        limits.MayBegin(Somebody);
        var context = new DefaultHttpContext();
        (context.Request.Method, context.Request.Path, context.Request.QueryString) = (method, path, new QueryString(query));
        context.Connection.RemoteIpAddress = Somebody;

        await new CircuitDoor(_ => Task.CompletedTask, limits).InvokeAsync(context);

        Assert.Equal(status, context.Response.StatusCode);
    }

    private CircuitLimits Limits(ServerOptions options) => new(Options.Create(options), clock);
}

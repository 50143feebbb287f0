using ChipWatch.Pipeline.Fetching;
using Microsoft.Extensions.Time.Testing;

namespace ChipWatch.Tests.Pipeline.Fetching;

public sealed class HostGateTests
{
    [Fact]
    public async Task EnterAsync_SecondToTheSameHost_WaitsForTheFirstAndThePause()
    {
        var clock = new FakeTimeProvider();
        var gate = new HostGate(TimeSpan.FromSeconds(2), 1, clock);
        var first = await gate.EnterAsync(new Uri("http://a.example/1"), TimeSpan.Zero, CancellationToken.None);
        var second = gate.EnterAsync(new Uri("https://a.example/2"), TimeSpan.Zero, CancellationToken.None);
        using var other = await gate.EnterAsync(new Uri("http://b.example/"), TimeSpan.Zero, CancellationToken.None);

        Assert.False(second.IsCompleted);
        first.Dispose();
        clock.Advance(TimeSpan.FromSeconds(1));
        Assert.False(second.IsCompleted);
        while (!second.IsCompleted)
        {
            clock.Advance(TimeSpan.FromSeconds(2));
            await Task.Yield();
        }

        (await second).Dispose();
    }

    [Fact]
    public void Rest_AskedFor_LastsForTheWholeHostUntilItIsOver()
    {
        var clock = new FakeTimeProvider();
        var gate = new HostGate(TimeSpan.FromSeconds(2), 1, clock);

        gate.Rest(new Uri("http://a.example/feed"), TimeSpan.FromMinutes(5));
        gate.Rest(new Uri("http://a.example/page"), TimeSpan.FromMinutes(1));

        Assert.Equal(TimeSpan.FromMinutes(5), gate.RestOf(new Uri("https://a.example/other")));
        Assert.Null(gate.RestOf(new Uri("http://b.example/")));
        Assert.Null(gate.RestOf(new Uri("http://a.example:8080/")));
        clock.Advance(TimeSpan.FromMinutes(5));
        Assert.Null(gate.RestOf(new Uri("http://a.example/feed")));
    }

    [Fact]
    public async Task EnterAsync_ManyHosts_AreForgottenWhenAtPeace()
    {
        var clock = new FakeTimeProvider();
        var gate = new HostGate(TimeSpan.FromSeconds(2), 1, clock);
        for (var i = 0; i < 2000; i++)
        {
            (await gate.EnterAsync(new Uri($"http://h{i}.example/"), TimeSpan.Zero, CancellationToken.None)).Dispose();
            clock.Advance(TimeSpan.FromMilliseconds(100));
        }

        Assert.InRange(gate.Count, 1, 600);
    }
}

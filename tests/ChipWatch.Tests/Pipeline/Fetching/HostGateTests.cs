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
}

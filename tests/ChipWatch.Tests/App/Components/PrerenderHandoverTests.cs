using ChipWatch.Components;
using Microsoft.Extensions.Time.Testing;

namespace ChipWatch.Tests.App.Components;

public sealed class PrerenderHandoverTests
{
    private readonly FakeTimeProvider clock = new();

    [Fact]
    public void Take_Kept_GivesItOnce()
    {
        var handover = new PrerenderHandover(clock);
        var ticket = handover.Keep("/timeline", "view");

        Assert.Equal("view", handover.Take(ticket, "/timeline"));
        Assert.Null(handover.Take(ticket, "/timeline"));
    }

    [Fact]
    public void Take_OfAnotherAddress_GivesNothing()
    {
        var handover = new PrerenderHandover(clock);

        Assert.Null(handover.Take(handover.Keep("/timeline", "view"), "/timeline?vendor=amd"));
        Assert.Null(handover.Take("guess", "/timeline"));
    }

    [Fact]
    public void Take_TooLate_GivesNothing()
    {
        var handover = new PrerenderHandover(clock);
        var ticket = handover.Keep("/timeline", "view");
        clock.Advance(TimeSpan.FromMinutes(1));

        Assert.Null(handover.Take(ticket, "/timeline"));
    }

    [Fact]
    public void Keep_MoreThanRoom_ForgetsTheOldest()
    {
        var handover = new PrerenderHandover(clock);
        var first = handover.Keep("/timeline", "first");
        var last = "";
        for (var at = 0; at < PrerenderHandover.Most; at++)
        {
            last = handover.Keep("/timeline", "last");
        }

        Assert.Null(handover.Take(first, "/timeline"));
        Assert.Equal("last", handover.Take(last, "/timeline"));
    }
}

namespace ChipWatch.Pages.Stories;

/// <summary>Draws who has a report from whom: a curve from box to box; where a column lies between, through the gap between its boxes, so that no line runs through an outlet.</summary>
/// <param name="Chain">What is drawn.</param>
/// <param name="Box">Width of a box.</param>
/// <param name="Gap">Room between two columns.</param>
/// <param name="RowHeight">From one box to the next below it.</param>
public sealed record ChainLines(SourceChain Chain, int Box, int Gap, int RowHeight)
{
    /// <summary>Height of a box.</summary>
    public const int BoxHeight = 34;

    /// <summary>Length of an arrow's head.</summary>
    public const int Head = 7;

    private const int Clear = 4;
    private const int Bend = 40;

    /// <summary>Left edge of an outlet's box.</summary>
    public double X(ChainOutlet outlet) => outlet.Column * (Box + Gap);

    /// <summary>Upper edge of an outlet's box.</summary>
    public double Y(ChainOutlet outlet) => outlet.Row * RowHeight;

    /// <summary>Where the head of a link's arrow begins.</summary>
    public (double X, double Y) End(ChainLink link) => (X(Chain.Outlets[link.To]) - Head, Middle(Chain.Outlets[link.To]));

    /// <summary>The line of a link up to its head, as path data.</summary>
    public string Path(ChainLink link)
    {
        var (from, to) = (Chain.Outlets[link.From], Chain.Outlets[link.To]);
        var (x1, y1) = (X(from) + Box, Middle(from));
        var (x2, y2) = End(link);
        if (to.Column - from.Column < 2)
        {
            return FormattableString.Invariant($"M{x1} {y1}C{x1 + Bend} {y1} {x2 - Bend} {y2} {x2} {y2}");
        }

        var lane = Lane(from.Column, to.Column, y2);
        var (into, outOf) = (x1 + Gap - (Clear * 3), X(to) - Gap + (Clear * 3));
        return FormattableString.Invariant($"M{x1} {y1}C{x1 + Bend} {y1} {into - Bend} {lane} {into} {lane}H{outOf}C{outOf + Bend} {lane} {x2 - Bend} {y2} {x2} {y2}");
    }

    private double Middle(ChainOutlet outlet) => Y(outlet) + (BoxHeight / 2);

    /// <summary>The height nearest to the end at which no box between two columns is in the way.</summary>
    private double Lane(int from, int to, double wanted)
    {
        var boxes = Chain.Outlets.Where(outlet => outlet.Column > from && outlet.Column < to).Select(outlet => (Top: Y(outlet) - Clear, Bottom: Y(outlet) + BoxHeight + Clear)).ToList();
        return boxes.SelectMany(box => new[] { box.Top, box.Bottom }).Prepend(wanted)
            .Where(at => at >= 0 && !boxes.Exists(box => at > box.Top && at < box.Bottom))
            .DefaultIfEmpty(wanted).MinBy(at => Math.Abs(at - wanted));
    }
}

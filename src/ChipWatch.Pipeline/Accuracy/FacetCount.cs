namespace ChipWatch.Pipeline.Accuracy;

/// <summary>Hits, extras and misses of one facet, summed over articles.</summary>
public sealed class FacetCount
{
    public int Hit { get; private set; }

    public int Extra { get; private set; }

    public int Missed { get; private set; }

    public double Precision => Share(Hit, Hit + Extra);

    public double Recall => Share(Hit, Hit + Missed);

    public double F1 => Precision + Recall == 0 ? 0 : 2 * Precision * Recall / (Precision + Recall);

    /// <summary>Adds one article's wanted and given ids.</summary>
    public void Add(IReadOnlySet<string> wanted, IReadOnlySet<string> given)
    {
        var hit = wanted.Count(given.Contains);
        Hit += hit;
        Extra += given.Count - hit;
        Missed += wanted.Count - hit;
    }

    /// <summary>Adds the counts of another part.</summary>
    public void Add(FacetCount other)
    {
        Hit += other.Hit;
        Extra += other.Extra;
        Missed += other.Missed;
    }

    private static double Share(int part, int whole) => whole == 0 ? 0 : (double)part / whole;
}

namespace ChipWatch.Pipeline.Tagging.Companies;

/// <summary>Says which companies an article is about, by a trained sum over <see cref="CompanyFigures"/>.</summary>
internal sealed class CompanySalience
{
    private const int MostPrimary = 3;
    private const double Telling = 0.2;

    private readonly double[] weights;
    private readonly double threshold;

    public CompanySalience(SalienceModel model)
    {
        weights = [.. CompanyFigures.Names.Select(name => model.Weights.GetValueOrDefault(name))];
        threshold = model.Threshold;
    }

    /// <summary>For each company: whether it is primary, a score from 0 to 1, and how it came about.</summary>
    public Dictionary<int, (bool Primary, double Score, IReadOnlyList<ScorePart> Parts)> Of(SortedDictionary<int, List<Mention>> named, ArticleReading reading)
    {
        var figures = CompanyFigures.Of(named, reading);
        var scored = new List<(int Company, double Score)>(named.Count);
        foreach (var (company, values) in figures)
        {
            scored.Add((company, Score(values)));
        }

        scored.Sort((one, other) => other.Score.CompareTo(one.Score) is var order and not 0 ? order : one.Company.CompareTo(other.Company));
        var saliences = new Dictionary<int, (bool, double, IReadOnlyList<ScorePart>)>(scored.Count);
        for (var i = 0; i < scored.Count; i++)
        {
            var (company, score) = scored[i];
            saliences.Add(company, (i < MostPrimary && score >= threshold, Math.Round(Math.Max(score, 0.01), 3), Parts(figures[company])));
        }

        return saliences;
    }

    private double Score(double[] values)
    {
        var sum = 0.0;
        for (var i = 0; i < values.Length; i++)
        {
            sum += values[i] * weights[i];
        }

        return 1 / (1 + Math.Exp(-sum));
    }

    private List<ScorePart> Parts(double[] values)
    {
        var parts = new List<ScorePart>();
        for (var i = 1; i < values.Length; i++)
        {
            var points = values[i] * weights[i];
            if (Math.Abs(points) >= Telling)
            {
                parts.Add(new(CompanyFigures.Names[i], Math.Round(points, 1)));
            }
        }

        return parts;
    }
}

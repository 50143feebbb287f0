using ChipWatch.Pipeline.Tagging;
using ChipWatch.Pipeline.Tagging.Companies;

namespace ChipWatch.Tests.Pipeline.Tagging.Labelled;

/// <summary>Trains the salience model: logistic regression from zero, so that equal articles give equal weights.</summary>
internal static class SalienceTraining
{
    private const int Rounds = 800;
    private const double Step = 0.1;
    private const double Hold = 1.5;

    /// <summary>One company of one article.</summary>
    public sealed record Example(double[] Figures, bool Primary, string Group);

    public static List<Example> Examples(IEnumerable<LabelledArticle> articles, Tagger tagger) =>
    [
        .. articles.SelectMany(article => tagger.CompanyFigures(article.ToArticle())
            .Select(company => new Example(company.Value, article.Labels.Primary.Contains(company.Key), article.Labels.Story ?? article.Id))),
    ];

    public static SalienceModel Train(IReadOnlyList<Example> examples, double threshold)
    {
        var weights = new double[CompanyFigures.Names.Length];
        var descent = new Descent(weights.Length);
        for (var round = 0; round < Rounds; round++)
        {
            var slope = new double[weights.Length];
            foreach (var example in examples)
            {
                var miss = Probability(example.Figures, weights) - (example.Primary ? 1 : 0);
                for (var i = 0; i < weights.Length; i++)
                {
                    slope[i] += miss * example.Figures[i];
                }
            }

            descent.Begin(Step * (1 - (0.9 * round / Rounds)));
            descent.Move(weights, slope, Hold, free: 0);
        }

        return new(threshold, CompanyFigures.Names.Zip(weights).ToDictionary(pair => pair.First, pair => Math.Round(pair.Second, 2)));
    }

    private static double Probability(double[] figures, double[] weights)
    {
        var sum = 0.0;
        for (var i = 0; i < weights.Length; i++)
        {
            sum += figures[i] * weights[i];
        }

        return 1 / (1 + Math.Exp(-sum));
    }
}

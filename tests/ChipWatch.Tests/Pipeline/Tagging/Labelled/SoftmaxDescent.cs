namespace ChipWatch.Tests.Pipeline.Tagging.Labelled;

/// <summary>
/// Multinomial logistic regression by Adam over the whole set, drawn back to a prior by L2: it needs no step size for each feature, and
/// ends at the same place every time.
/// </summary>
internal static class SoftmaxDescent
{
    private const double FirstStep = 0.12;

    /// <summary>The weights: a row for each class, the last column is the bias, which nothing draws back.</summary>
    /// <param name="prior">Where the weights start, and what they are drawn back to.</param>
    /// <param name="inputs">What is not zero of each article; the bias is among it.</param>
    /// <param name="wanted">The class of each.</param>
    /// <param name="pulls">How strongly each column but the last is drawn back.</param>
    /// <param name="steps">How many steps.</param>
    public static double[][] Fit(double[][] prior, List<(int At, double Value)[]> inputs, int[] wanted, List<double> pulls, int steps)
    {
        var (classes, width) = (prior.Length, prior[0].Length);
        var weights = prior.Select(row => row.ToArray()).ToArray();
        var (first, second, slope) = (Zeros(classes, width), Zeros(classes, width), Zeros(classes, width));
        var chances = new double[classes];
        for (var step = 1; step <= steps; step++)
        {
            for (var c = 0; c < classes; c++)
            {
                for (var i = 0; i < width; i++)
                {
                    slope[c][i] = i == width - 1 ? 0 : pulls[i] * (weights[c][i] - prior[c][i]);
                }
            }

            for (var n = 0; n < inputs.Count; n++)
            {
                Chances(weights, inputs[n], chances);
                for (var c = 0; c < classes; c++)
                {
                    var miss = chances[c] - (wanted[n] == c ? 1 : 0);
                    foreach (var (at, value) in inputs[n])
                    {
                        slope[c][at] += miss * value;
                    }
                }
            }

            var size = FirstStep * (1 - ((step - 1.0) / steps));
            var (warm1, warm2) = (1 - Math.Pow(0.9, step), 1 - Math.Pow(0.99, step));
            for (var c = 0; c < classes; c++)
            {
                for (var i = 0; i < width; i++)
                {
                    first[c][i] = (0.9 * first[c][i]) + (0.1 * slope[c][i]);
                    second[c][i] = (0.99 * second[c][i]) + (0.01 * slope[c][i] * slope[c][i]);
                    weights[c][i] -= size * (first[c][i] / warm1) / (Math.Sqrt(second[c][i] / warm2) + 1e-8);
                }
            }
        }

        return weights;
    }

    /// <summary>A table of zeros.</summary>
    public static double[][] Zeros(int rows, int columns) => [.. Enumerable.Range(0, rows).Select(_ => new double[columns])];

    private static void Chances(double[][] weights, (int At, double Value)[] input, double[] chances)
    {
        var most = double.NegativeInfinity;
        for (var c = 0; c < chances.Length; c++)
        {
            chances[c] = 0;
            foreach (var (at, value) in input)
            {
                chances[c] += weights[c][at] * value;
            }

            most = Math.Max(most, chances[c]);
        }

        var sum = 0.0;
        for (var c = 0; c < chances.Length; c++)
        {
            sum += chances[c] = Math.Exp(chances[c] - most);
        }

        for (var c = 0; c < chances.Length; c++)
        {
            chances[c] /= sum;
        }
    }
}

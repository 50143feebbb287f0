namespace ChipWatch.Tests.Pipeline.Clustering;

/// <summary>Logistic regression by Newton's method from zero. Equal samples give equal weights.</summary>
internal static class Regression
{
    private const int Rounds = 20;

    /// <summary>One thing that does or does not hold.</summary>
    /// <param name="Figures">What is known of it; the last is 1 for all.</param>
    /// <param name="Belongs">Whether it holds.</param>
    /// <param name="Counts">How often it counts.</param>
    public sealed record Sample(double[] Figures, bool Belongs, double Counts);

    /// <summary>The weights that fit, by name and rounded.</summary>
    /// <param name="samples">What is learnt from.</param>
    /// <param name="names">A name for each figure.</param>
    /// <param name="hold">How strongly weights are drawn back to zero.</param>
    public static SortedDictionary<string, double> Fit(IReadOnlyCollection<Sample> samples, IReadOnlyList<string> names, double hold)
    {
        var width = names.Count;
        var weights = new double[width];
        for (var round = 0; round < Rounds; round++)
        {
            var slope = new double[width];
            var curve = new double[width, width];
            for (var i = 0; i < width; i++)
            {
                // The last figure is 1 for all: its weight is free.
                slope[i] = i == width - 1 ? 0 : -hold * weights[i];
                curve[i, i] = i == width - 1 ? 1e-6 : hold;
            }

            foreach (var (figures, belongs, counts) in samples)
            {
                var odds = 0.0;
                for (var i = 0; i < width; i++)
                {
                    odds += weights[i] * figures[i];
                }

                var chance = 1 / (1 + Math.Exp(-odds));
                for (var i = 0; i < width; i++)
                {
                    slope[i] += counts * ((belongs ? 1 : 0) - chance) * figures[i];
                    for (var j = 0; j < width; j++)
                    {
                        curve[i, j] += counts * chance * (1 - chance) * figures[i] * figures[j];
                    }
                }
            }

            var step = Solve(curve, slope);
            for (var i = 0; i < width; i++)
            {
                weights[i] += step[i];
            }
        }

        return new(Enumerable.Range(0, width).ToDictionary(i => names[i], i => Math.Round(weights[i], 2)), StringComparer.Ordinal);
    }

    /// <summary>Gauss's elimination with the largest pivot.</summary>
    private static double[] Solve(double[,] matrix, double[] right)
    {
        var size = right.Length;
        for (var column = 0; column < size; column++)
        {
            var pivot = Enumerable.Range(column, size - column).MaxBy(row => Math.Abs(matrix[row, column]));
            for (var i = 0; i < size; i++)
            {
                (matrix[column, i], matrix[pivot, i]) = (matrix[pivot, i], matrix[column, i]);
            }

            (right[column], right[pivot]) = (right[pivot], right[column]);
            for (var row = column + 1; row < size; row++)
            {
                var share = matrix[row, column] / matrix[column, column];
                for (var i = column; i < size; i++)
                {
                    matrix[row, i] -= share * matrix[column, i];
                }

                right[row] -= share * right[column];
            }
        }

        for (var row = size - 1; row >= 0; row--)
        {
            for (var i = row + 1; i < size; i++)
            {
                right[row] -= matrix[row, i] * right[i];
            }

            right[row] /= matrix[row, row];
        }

        return right;
    }
}

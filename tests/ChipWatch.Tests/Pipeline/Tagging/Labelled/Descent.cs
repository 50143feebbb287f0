namespace ChipWatch.Tests.Pipeline.Tagging.Labelled;

/// <summary>Adam's steps, one moment for each weight in a fixed order.</summary>
internal sealed class Descent(int size)
{
    private readonly double[] means = new double[size];
    private readonly double[] squares = new double[size];
    private int at, round;
    private double step;

    public void Begin(double nextStep)
    {
        (at, step) = (0, nextStep);
        round++;
    }

    public void Move(double[] weights, double[] slope, double hold, int free)
    {
        for (var i = 0; i < weights.Length; i++, at++)
        {
            var pull = slope[i] + (i == free ? 0 : hold * weights[i]);
            means[at] = (0.9 * means[at]) + (0.1 * pull);
            squares[at] = (0.999 * squares[at]) + (0.001 * pull * pull);
            weights[i] -= step * (means[at] / (1 - Math.Pow(0.9, round))) / (Math.Sqrt(squares[at] / (1 - Math.Pow(0.999, round))) + 1e-8);
        }
    }
}

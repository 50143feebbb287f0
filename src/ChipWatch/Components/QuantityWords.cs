using System.Globalization;
using ChipWatch.Pipeline.Tagging;

namespace ChipWatch.Components;

/// <summary>Numbers with unit and hedge, as read aloud.</summary>
public static class QuantityWords
{
    private static readonly (double Size, string Word)[] Scales = [(1e12, "trillion"), (1e9, "billion"), (1e6, "million")];

    /// <summary>"about 4 billion USD", "up to 45 %", "5,000 GPUs".</summary>
    public static string Of(Quantity quantity) =>
        string.Join(' ', new[] { quantity.Hedge, Value(quantity.Value), quantity.Unit }.Where(part => !string.IsNullOrWhiteSpace(part)));

    private static string Value(double value)
    {
        foreach (var (size, word) in Scales)
        {
            if (Math.Abs(value) >= size)
            {
                return $"{(value / size).ToString("0.###", CultureInfo.InvariantCulture)} {word}";
            }
        }

        return value.ToString("#,0.####", CultureInfo.InvariantCulture);
    }
}

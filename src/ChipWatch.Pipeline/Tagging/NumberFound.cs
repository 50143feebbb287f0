namespace ChipWatch.Pipeline.Tagging;

/// <summary>A number as a text writes it, its scale included ("1.5 billion").</summary>
/// <param name="Value">Its value.</param>
/// <param name="Start">First code unit.</param>
/// <param name="End">First code unit behind it.</param>
/// <param name="Scale">The scale word that stands in it; 1 without one.</param>
/// <param name="Kind">How it is written.</param>
internal readonly record struct NumberFound(double Value, int Start, int End, double Scale, NumberKind Kind)
{
    public bool Scaled => Scale > 1;
}

/// <summary>How a number is written.</summary>
internal enum NumberKind
{
    Digits,
    Words,
    Share,
    Factor,
}

namespace OperatingModel.Domain;

/// <summary>
/// Comparisons of computed figures. Two figures closer than this count as equal, because sums of many parts differ in their last digits.
/// </summary>
public static class Tolerance
{
    public const double Value = 1e-9;

    public static bool Same(double left, double right) => Math.Abs(left - right) <= Value;

    public static bool Greater(double left, double right) => left > right + Value;

    public static bool AtLeast(double value, double limit) => value >= limit - Value;
}

namespace OperatingModel.Domain;

/// <summary>Weights as shares of their total (F0).</summary>
public static class Weights
{
    /// <summary>Each weight divided by the total; the shares add up to 1.</summary>
    /// <exception cref="ArgumentException">A weight is negative or not finite, or all are 0.</exception>
    public static double[] Normalise(IReadOnlyList<double> weights)
    {
        if (weights.Any(weight => !(weight >= 0) || !double.IsFinite(weight)))
        {
            throw new ArgumentException("A weight is negative or not a number; give 0 or more.", nameof(weights));
        }

        var total = weights.Sum();
        return total > 0
            ? [.. weights.Select(weight => weight / total)]
            : throw new ArgumentException("All weights are 0; give at least one above 0.", nameof(weights));
    }

    /// <summary>For models that are still being built: shares of what is usable, all 0 when nothing is.</summary>
    internal static double[] SharesOrZero(IReadOnlyList<double> weights)
    {
        double[] usable = [.. weights.Select(weight => weight > 0 && double.IsFinite(weight) ? weight : 0)];
        return usable.Any(weight => weight > 0) ? Normalise(usable) : usable;
    }
}

namespace OperatingModel.Domain.HeatMaps.Sensitivity;

/// <summary>How two orders place each pair of items.</summary>
/// <param name="Same">Pairs that stand in the same order in both.</param>
/// <param name="Reversed">Pairs that stand the other way round.</param>
/// <param name="UntiedX">Pairs not tied in the first order.</param>
/// <param name="UntiedY">Pairs not tied in the second.</param>
public readonly record struct PairCounts(long Same, long Reversed, long UntiedX, long UntiedY)
{
    public double? TauB => UntiedX == 0 || UntiedY == 0 ? null : (Same - Reversed) / Scale;

    /// <summary>What the pairs are divided by: all pairs, but for ties.</summary>
    public double Scale => Math.Sqrt(UntiedX) * Math.Sqrt(UntiedY);
}

/// <summary>Kendall's rank correlation τ-b: 1 same order, -1 reversed; ties are allowed for (Kendall 1945).</summary>
public static class KendallTau
{
    /// <summary>-1..1; null when one side is constant or there are fewer than two pairs. Figures within the tolerance are tied.</summary>
    public static double? Of(IReadOnlyList<double> x, IReadOnlyList<double> y) => Compare(x, y).TauB;

    /// <summary>The pairs behind it.</summary>
    public static PairCounts Compare(IReadOnlyList<double> x, IReadOnlyList<double> y)
    {
        if (x.Count != y.Count)
        {
            throw new ArgumentException("Both lists need the same length.", nameof(y));
        }

        var counts = default(PairCounts);
        for (var i = 0; i < x.Count; i++)
        {
            for (var j = i + 1; j < x.Count; j++)
            {
                var (sx, sy) = (Sign(x[i] - x[j]), Sign(y[i] - y[j]));
                counts = new PairCounts(
                    counts.Same + (sx * sy > 0 ? 1 : 0),
                    counts.Reversed + (sx * sy < 0 ? 1 : 0),
                    counts.UntiedX + (sx * sx),
                    counts.UntiedY + (sy * sy));
            }
        }

        return counts;
    }

    private static int Sign(double difference) => Math.Abs(difference) <= Tolerance.Value ? 0 : Math.Sign(difference);
}

namespace OperatingModel.Domain.HeatMaps;

/// <summary>Kendall's rank correlation τ-b: 1 same order, -1 reversed; ties are allowed for (Kendall 1945).</summary>
public static class KendallTau
{
    /// <summary>-1..1; null when one side is constant or there are fewer than two pairs. Figures within the tolerance are tied.</summary>
    public static double? Of(IReadOnlyList<double> x, IReadOnlyList<double> y)
    {
        if (x.Count != y.Count)
        {
            throw new ArgumentException("Both lists need the same length.", nameof(y));
        }

        long balance = 0;
        long untiedX = 0;
        long untiedY = 0;
        for (var i = 0; i < x.Count; i++)
        {
            for (var j = i + 1; j < x.Count; j++)
            {
                var (sx, sy) = (Sign(x[i] - x[j]), Sign(y[i] - y[j]));
                balance += sx * sy;
                untiedX += sx * sx;
                untiedY += sy * sy;
            }
        }

        return untiedX == 0 || untiedY == 0 ? null : balance / (Math.Sqrt(untiedX) * Math.Sqrt(untiedY));
    }

    private static int Sign(double difference) => Math.Abs(difference) <= Tolerance.Value ? 0 : Math.Sign(difference);
}

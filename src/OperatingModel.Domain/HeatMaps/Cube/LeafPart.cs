using System.Runtime.CompilerServices;

namespace OperatingModel.Domain.HeatMaps.Cube;

/// <summary>All that is known about one leaf: its scores, their sums, and its priority (F5).</summary>
internal sealed class LeafPart
{
    public LeafPart(LeafScores scores, SumRow row, double[] plain, double[] unitShares, double size)
        : this(scores, row, plain, ImputedOf(row.Counts, plain, unitShares), size)
    {
    }

    private LeafPart(LeafScores scores, SumRow row, double[] plain, double imputed, double size)
    {
        (Scores, Row, Plain, Imputed) = (scores, row, plain, imputed);
        Priority = Need(row.Of(HeatCube.All).Masses, imputed) / size;
    }

    public LeafScores Scores { get; }

    public SumRow Row { get; }

    /// <summary>By unit: heat of the known cells added up without weights.</summary>
    public double[] Plain { get; }

    /// <summary>Mean heat of the known cells by unit share, which stands for the missing ones; NaN without a known cell.</summary>
    public double Imputed { get; }

    /// <summary>0..1000; NaN without a known cell.</summary>
    public double Priority { get; }

    /// <summary>Need points of some cells of a leaf: the missing ones count with the imputed heat.</summary>
    public static double Need(in HeatMasses masses, double imputed) => 10 * (masses.Heat + (imputed * (masses.Applicable - masses.Known)));

    /// <summary>The same cells under other weights of stages and links.</summary>
    public LeafPart Reweighted(SumRow row, double size) => new(Scores, row, Plain, Imputed, size);

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static double ImputedOf(HeatCounts[] counts, double[] plain, double[] unitShares)
    {
        double heat = 0;
        double known = 0;
        for (var unit = 0; unit < unitShares.Length; unit++)
        {
            heat += unitShares[unit] * plain[unit];
            known += unitShares[unit] * counts[unit].Known;
        }

        return known > 0 ? heat / known : double.NaN;
    }
}

using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace OperatingModel.Domain.HeatMaps.Cube;

/// <summary>The sums of one node or stage: for each unit as if it were the only one, and for all units by their shares.</summary>
internal sealed class SumRow
{
    private readonly HeatMasses _masses;
    private readonly HeatCounts _counts;

    public SumRow(HeatMasses[] masses, HeatCounts[] counts, double[] unitShares)
        : this(masses, counts, unitShares, All(counts))
    {
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private SumRow(HeatMasses[] masses, HeatCounts[] counts, double[] unitShares, HeatCounts allCounts)
    {
        (Masses, Counts, _counts) = (masses, counts, allCounts);
        Vector256<double> sum = default;
        for (var unit = 0; unit < unitShares.Length; unit++)
        {
            sum += masses[unit].AsVector() * unitShares[unit];
        }

        _masses = new HeatMasses(sum);
    }

    /// <summary>By unit, without the share of the unit; padded with zeros, like the counts.</summary>
    public HeatMasses[] Masses { get; }

    /// <summary>By unit.</summary>
    public HeatCounts[] Counts { get; }

    /// <param name="unit">Negative for all.</param>
    public HeatSums Of(int unit) => unit < 0 ? new HeatSums(_masses, _counts) : new HeatSums(Masses[unit], Counts[unit]);

    /// <summary>The same cells under other weights.</summary>
    public SumRow Reweighted(HeatMasses[] masses, double[] unitShares) => new(masses, Counts, unitShares, _counts);

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static HeatCounts All(HeatCounts[] counts)
    {
        var (peak, cells, known) = (0.0, 0, 0);
        foreach (ref readonly var unit in counts.AsSpan())
        {
            peak = double.MaxNative(peak, unit.Peak);
            cells += unit.Cells;
            known += unit.Known;
        }

        return new HeatCounts(peak, cells, known);
    }
}

using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace OperatingModel.Domain.HeatMaps;

/// <summary>
/// What a set of cells adds up to; all figures of F4 follow from it. The four masses lie side by side and are added as one vector.
/// </summary>
[StructLayout(LayoutKind.Sequential)]
internal struct HeatSums
{
    /// <summary>Σ m over applicable cells.</summary>
    public double Applicable;

    /// <summary>Σ m over known cells.</summary>
    public double Known;

    /// <summary>Σ m · heat over known cells.</summary>
    public double Heat;

    /// <summary>Σ m · q over known cells.</summary>
    public double Quality;

    /// <summary>Greatest heat of a known cell; 0 when there is none.</summary>
    public double Peak;

    public int Cells;

    public int KnownCells;

    /// <summary>Adds the other cells, their masses times a factor.</summary>
    public void Add(in HeatSums other, double factor = 1)
    {
        var masses = Vector256.LoadUnsafe(ref Applicable) + (Vector256.LoadUnsafe(in other.Applicable) * factor);
        masses.StoreUnsafe(ref Applicable);
        Peak = other.Peak > Peak ? other.Peak : Peak;
        Cells += other.Cells;
        KnownCells += other.KnownCells;
    }

    public readonly HeatSums Times(double factor) => this with
    {
        Applicable = Applicable * factor,
        Known = Known * factor,
        Heat = Heat * factor,
        Quality = Quality * factor,
    };
}

/// <summary>The sums of one node or stage: for each unit as if it were the only one, and for all units by their shares.</summary>
internal sealed class SumRow
{
    public SumRow(HeatSums[] byUnit, double[] unitShares)
    {
        ByUnit = byUnit;
        for (var unit = 0; unit < byUnit.Length; unit++)
        {
            All.Add(byUnit[unit], unitShares[unit]);
        }
    }

    public HeatSums[] ByUnit { get; }

    public readonly HeatSums All;
}

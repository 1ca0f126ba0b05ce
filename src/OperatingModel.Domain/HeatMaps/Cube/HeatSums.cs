using System.Runtime.Intrinsics;

namespace OperatingModel.Domain.HeatMaps.Cube;

/// <summary>Weighted figures of a set of cells, added as one vector.</summary>
internal readonly struct HeatMasses(Vector256<double> sums)
{
    /// <summary>Σ m over applicable cells.</summary>
    public double Applicable => sums[0];

    /// <summary>Σ m over known cells.</summary>
    public double Known => sums[1];

    /// <summary>Σ m · heat over known cells.</summary>
    public double Heat => sums[2];

    /// <summary>Σ m · q over known cells.</summary>
    public double Quality => sums[3];

    public Vector256<double> AsVector() => sums;
}

/// <summary>What the weights do not change.</summary>
/// <param name="Peak">Greatest heat of a known cell; 0 when there is none.</param>
/// <param name="Cells">Applicable cells.</param>
internal readonly record struct HeatCounts(double Peak, int Cells, int Known)
{
    public static HeatCounts operator +(in HeatCounts left, in HeatCounts right) =>
        new(double.MaxNative(left.Peak, right.Peak), left.Cells + right.Cells, left.Known + right.Known);
}

/// <summary>What a set of cells adds up to; all figures of F4 follow from it.</summary>
internal readonly record struct HeatSums(HeatMasses Masses, HeatCounts Counts)
{
    /// <summary>One cell.</summary>
    /// <param name="heat">Null when it is missing.</param>
    public static HeatSums OfCell(double mass, double? heat, double quality) => heat is { } known
        ? new(new HeatMasses(Vector256.Create(mass, mass, mass * known, mass * quality)), new HeatCounts(known, 1, 1))
        : new(new HeatMasses(Vector256.Create(mass, 0, 0, 0)), new HeatCounts(0, 1, 0));

    public HeatSums Times(double factor) => this with { Masses = new HeatMasses(Masses.AsVector() * factor) };

    public static HeatSums operator +(in HeatSums left, in HeatSums right) =>
        new(new HeatMasses(left.Masses.AsVector() + right.Masses.AsVector()), left.Counts + right.Counts);
}

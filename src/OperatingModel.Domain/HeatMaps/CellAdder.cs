using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace OperatingModel.Domain.HeatMaps;

/// <summary>
/// The inner loop: adds up runs of cells for a few units at a time, in the order of the runs. Because every sum is made here and
/// always in this order, an edit that repeats it for the units it touched gives the very bits of a full job.
/// </summary>
/// <remarks>Multiplies and adds separately: a fused operation would round differently on machines that lack it.</remarks>
internal static class CellAdder
{
    /// <summary>Units added up together.</summary>
    public const int Block = 4;

    /// <param name="table">Four figures for each score code.</param>
    /// <param name="firstUnit">A multiple of <see cref="Block"/>.</param>
    /// <param name="masses">One per unit, padded like the codes; those of the block are set. So are the others.</param>
    /// <param name="plain">The third figure of the known cells, added up without weights; may be empty.</param>
    public static void Add<TRuns>(in TRuns runs, double[] table, int firstUnit, Span<HeatMasses> masses, Span<HeatCounts> counts, Span<double> plain)
        where TRuns : struct, ICellRuns
    {
        ref var figures = ref MemoryMarshal.GetArrayDataReference(table);
        Vector256<double> m0 = default, m1 = default, m2 = default, m3 = default;
        Vector256<double> n0 = default, n1 = default, n2 = default, n3 = default;
        Vector256<double> p0 = default, p1 = default, p2 = default, p3 = default;
        var count = runs.Count;
        for (var run = 0; run < count; run++)
        {
            ref readonly var row = ref Unsafe.Add(ref Unsafe.AsRef(in runs.Codes(run)), firstUnit);
            var weight = Vector256.Create(runs.Weight(run));
            Cell(Figures(in figures, in row, 0), weight, ref m0, ref n0, ref p0);
            Cell(Figures(in figures, in row, 1), weight, ref m1, ref n1, ref p1);
            Cell(Figures(in figures, in row, 2), weight, ref m2, ref n2, ref p2);
            Cell(Figures(in figures, in row, 3), weight, ref m3, ref n3, ref p3);
        }

        Set(masses, counts, plain, firstUnit, m0, n0, p0);
        Set(masses, counts, plain, firstUnit + 1, m1, n1, p1);
        Set(masses, counts, plain, firstUnit + 2, m2, n2, p2);
        Set(masses, counts, plain, firstUnit + 3, m3, n3, p3);
    }

    /// <summary>Only the masses, of two blocks, when the counts are known already; the same bits.</summary>
    public static void AddMasses<TRuns>(in TRuns runs, double[] table, int firstUnit, Span<HeatMasses> masses)
        where TRuns : struct, ICellRuns
    {
        ref var figures = ref MemoryMarshal.GetArrayDataReference(table);
        Vector256<double> m0 = default, m1 = default, m2 = default, m3 = default, m4 = default, m5 = default, m6 = default, m7 = default;
        var count = runs.Count;
        for (var run = 0; run < count; run++)
        {
            ref readonly var row = ref Unsafe.Add(ref Unsafe.AsRef(in runs.Codes(run)), firstUnit);
            var weight = Vector256.Create(runs.Weight(run));
            m0 += Figures(in figures, in row, 0) * weight;
            m1 += Figures(in figures, in row, 1) * weight;
            m2 += Figures(in figures, in row, 2) * weight;
            m3 += Figures(in figures, in row, 3) * weight;
            m4 += Figures(in figures, in row, 4) * weight;
            m5 += Figures(in figures, in row, 5) * weight;
            m6 += Figures(in figures, in row, 6) * weight;
            m7 += Figures(in figures, in row, 7) * weight;
        }

        var block = masses.Slice(firstUnit, 2 * Block);
        (block[0], block[1], block[2], block[3]) = (new(m0), new(m1), new(m2), new(m3));
        (block[4], block[5], block[6], block[7]) = (new(m4), new(m5), new(m6), new(m7));
    }

    private static void Set(
        Span<HeatMasses> masses, Span<HeatCounts> counts, Span<double> plain, int unit, Vector256<double> mass, Vector256<double> count, Vector256<double> peak)
    {
        masses[unit] = new HeatMasses(mass);
        counts[unit] = new HeatCounts(peak[2], double.ConvertToIntegerNative<int>(count[0]), double.ConvertToIntegerNative<int>(count[1]));
        if (!plain.IsEmpty)
        {
            plain[unit] = count[2];
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> Figures(ref readonly double figures, ref readonly ushort row, int unit) =>
        Vector256.LoadUnsafe(in figures, (nuint)Unsafe.Add(ref Unsafe.AsRef(in row), unit) * 4);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Cell(
        Vector256<double> cell, Vector256<double> weight, ref Vector256<double> masses, ref Vector256<double> counts, ref Vector256<double> peaks)
    {
        masses += cell * weight;
        counts += cell;
        peaks = Vector256.MaxNative(peaks, cell);
    }
}

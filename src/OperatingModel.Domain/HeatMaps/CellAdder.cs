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
    /// <param name="sums">One per unit; those of the block are set.</param>
    /// <param name="plain">One per unit: the third figure of the known cells, added up without weights.</param>
    public static void Add<TRuns>(in TRuns runs, double[] table, int firstUnit, Span<HeatSums> sums, Span<double> plain)
        where TRuns : struct, ICellRuns
    {
        ref var figures = ref MemoryMarshal.GetArrayDataReference(table);
        Vector256<double> m0 = default, m1 = default, m2 = default, m3 = default;
        Vector256<double> n0 = default, n1 = default, n2 = default, n3 = default;
        Vector256<double> p0 = default, p1 = default, p2 = default, p3 = default;
        var count = runs.Count;
        for (var run = 0; run < count; run++)
        {
            var codes = FourCodes(in runs.Codes(run), firstUnit);
            var weight = Vector256.Create(runs.Weight(run));
            Cell(ref figures, codes & 0xFFFF, weight, ref m0, ref n0, ref p0);
            Cell(ref figures, (codes >> 16) & 0xFFFF, weight, ref m1, ref n1, ref p1);
            Cell(ref figures, (codes >> 32) & 0xFFFF, weight, ref m2, ref n2, ref p2);
            Cell(ref figures, codes >> 48, weight, ref m3, ref n3, ref p3);
        }

        var units = Math.Min(Block, sums.Length - firstUnit);
        Set(sums, plain, firstUnit, m0, n0, p0);
        if (units > 1)
        {
            Set(sums, plain, firstUnit + 1, m1, n1, p1);
        }

        if (units > 2)
        {
            Set(sums, plain, firstUnit + 2, m2, n2, p2);
        }

        if (units > 3)
        {
            Set(sums, plain, firstUnit + 3, m3, n3, p3);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong FourCodes(ref readonly ushort row, int unit) =>
        Unsafe.ReadUnaligned<ulong>(in Unsafe.As<ushort, byte>(ref Unsafe.Add(ref Unsafe.AsRef(in row), unit)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Cell(
        ref double figures, ulong code, Vector256<double> weight, ref Vector256<double> masses, ref Vector256<double> counts, ref Vector256<double> peaks)
    {
        var cell = Vector256.LoadUnsafe(ref figures, (nuint)code * 4);
        masses += cell * weight;
        counts += cell;
        peaks = Vector256.MaxNative(peaks, cell);
    }

    private static void Set(
        Span<HeatSums> sums, Span<double> plain, int unit, Vector256<double> masses, Vector256<double> counts, Vector256<double> peaks)
    {
        ref var sum = ref sums[unit];
        masses.StoreUnsafe(ref sum.Applicable);
        sum.Peak = peaks[2];
        sum.Cells = (int)counts[0];
        sum.KnownCells = (int)counts[1];
        if (!plain.IsEmpty)
        {
            plain[unit] = counts[2];
        }
    }
}

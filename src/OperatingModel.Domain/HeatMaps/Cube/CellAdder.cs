using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace OperatingModel.Domain.HeatMaps.Cube;

/// <summary>
/// The inner loop: adds up rows of cells for a few units at a time, in the order of the rows. Because every sum is made here and
/// always in this order, an edit that repeats it for the units it touched gives the very bits of a full job.
/// </summary>
/// <remarks>
/// Multiplies and adds separately: a fused operation would round differently on machines that lack it. Compiled to the best code
/// at once, as all loops of the full job: it runs seldom, so it must not be slow for the first hundred times.
/// </remarks>
internal static class CellAdder
{
    /// <summary>Units added up together.</summary>
    public const int Block = 4;

    /// <summary>
    /// Rows added up for one block of units after the other, before the next rows are fetched: they stay in the nearest cache.
    /// </summary>
    public const int Tile = 32;

    /// <summary>Adds rows of codes, each with a weight, to the present sums.</summary>
    /// <param name="codes">The first row, from the first unit that is to be added.</param>
    /// <param name="stride">Distance between two rows.</param>
    /// <param name="weights">One per row.</param>
    /// <param name="table">Four figures for each score code.</param>
    /// <param name="masses">One per unit that is to be added; a multiple of <see cref="Block"/>.</param>
    /// <param name="counts">The same; empty when they are known already, and all units are added.</param>
    /// <param name="plain">The third figure of the known cells, added up without weights; may be empty.</param>
    public static void Add(
        ReadOnlySpan<ushort> codes,
        int stride,
        ReadOnlySpan<double> weights,
        double[] table,
        Span<HeatMasses> masses,
        Span<HeatCounts> counts,
        Span<double> plain)
    {
        for (var row = 0; row < weights.Length; row += Tile)
        {
            var tile = weights[row..Math.Min(row + Tile, weights.Length)];
            if (counts.IsEmpty)
            {
                AddTile(codes[(row * stride)..], stride, tile, table, masses);
            }
            else
            {
                AddTile(codes[(row * stride)..], stride, tile, table, masses, counts, plain);
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void AddTile(
        ReadOnlySpan<ushort> codes,
        int stride,
        ReadOnlySpan<double> weights,
        double[] table,
        Span<HeatMasses> masses,
        Span<HeatCounts> counts,
        Span<double> plain)
    {
        ref var figures = ref MemoryMarshal.GetArrayDataReference(table);
        for (var unit = 0; unit < masses.Length; unit += Block)
        {
            ref readonly var row = ref Unsafe.Add(ref MemoryMarshal.GetReference(codes), unit);
            var m = masses.Slice(unit, Block);
            var c = counts.Slice(unit, Block);
            Vector256<double> m0 = m[0].AsVector(), m1 = m[1].AsVector(), m2 = m[2].AsVector(), m3 = m[3].AsVector();
            Vector256<double> n0 = default, n1 = default, n2 = default, n3 = default;
            Vector256<double> p0 = default, p1 = default, p2 = default, p3 = default;
            foreach (var w in weights)
            {
                var weight = Vector256.Create(w);
                Cell(Figures(in figures, in row, 0), weight, ref m0, ref n0, ref p0);
                Cell(Figures(in figures, in row, 1), weight, ref m1, ref n1, ref p1);
                Cell(Figures(in figures, in row, 2), weight, ref m2, ref n2, ref p2);
                Cell(Figures(in figures, in row, 3), weight, ref m3, ref n3, ref p3);
                row = ref Unsafe.Add(ref Unsafe.AsRef(in row), stride);
            }

            (m[0], m[1], m[2], m[3]) = (new(m0), new(m1), new(m2), new(m3));
            (c[0], c[1], c[2], c[3]) = (c[0] + Counts(n0, p0), c[1] + Counts(n1, p1), c[2] + Counts(n2, p2), c[3] + Counts(n3, p3));
            if (!plain.IsEmpty)
            {
                var p = plain.Slice(unit, Block);
                (p[0], p[1], p[2], p[3]) = (p[0] + n0[2], p[1] + n1[2], p[2] + n2[2], p[3] + n3[2]);
            }
        }
    }

    // Without counts there are registers for two blocks.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void AddTile(ReadOnlySpan<ushort> codes, int stride, ReadOnlySpan<double> weights, double[] table, Span<HeatMasses> masses)
    {
        ref var figures = ref MemoryMarshal.GetArrayDataReference(table);
        for (var unit = 0; unit < masses.Length; unit += 2 * Block)
        {
            ref readonly var row = ref Unsafe.Add(ref MemoryMarshal.GetReference(codes), unit);
            var m = masses.Slice(unit, 2 * Block);
            Vector256<double> m0 = m[0].AsVector(), m1 = m[1].AsVector(), m2 = m[2].AsVector(), m3 = m[3].AsVector();
            Vector256<double> m4 = m[4].AsVector(), m5 = m[5].AsVector(), m6 = m[6].AsVector(), m7 = m[7].AsVector();
            foreach (var w in weights)
            {
                var weight = Vector256.Create(w);
                m0 += Figures(in figures, in row, 0) * weight;
                m1 += Figures(in figures, in row, 1) * weight;
                m2 += Figures(in figures, in row, 2) * weight;
                m3 += Figures(in figures, in row, 3) * weight;
                m4 += Figures(in figures, in row, 4) * weight;
                m5 += Figures(in figures, in row, 5) * weight;
                m6 += Figures(in figures, in row, 6) * weight;
                m7 += Figures(in figures, in row, 7) * weight;
                row = ref Unsafe.Add(ref Unsafe.AsRef(in row), stride);
            }

            (m[0], m[1], m[2], m[3]) = (new(m0), new(m1), new(m2), new(m3));
            (m[4], m[5], m[6], m[7]) = (new(m4), new(m5), new(m6), new(m7));
        }
    }

    private static HeatCounts Counts(Vector256<double> count, Vector256<double> peak) =>
        new(peak[2], double.ConvertToIntegerNative<int>(count[0]), double.ConvertToIntegerNative<int>(count[1]));

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

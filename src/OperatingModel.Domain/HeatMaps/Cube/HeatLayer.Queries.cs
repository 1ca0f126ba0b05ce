using System.Runtime.Intrinsics;

namespace OperatingModel.Domain.HeatMaps.Cube;

/// <summary>
/// The questions that the layer answers: sums of any crossing of node, stage and unit; negative indices leave a dimension open.
/// </summary>
internal sealed partial class HeatLayer
{
    public HeatSums SumsOf(int node, int stage, int unit)
    {
        if (node >= 0 && stage >= 0)
        {
            return CrossingOf(node, stage, unit);
        }

        var row = stage >= 0 ? Stages[stage] : Row(node);
        var factor = stage >= 0 ? Shares.Stage[stage] : 1;
        return row.Of(unit).Times(unit >= 0 ? factor * Shares.Unit[unit] : factor);
    }

    /// <summary>One link of a leaf, for one unit or all.</summary>
    public HeatSums LinkSums(int link, int unit)
    {
        var leaf = Axes.LinkLeaf[link];
        var codes = Leaves[leaf].Scores.Codes.AsSpan((link - Axes.LinkStart[leaf]) * Axes.Stride, Axes.Units.Length);
        var weight = Shares.Of(link);
        var sums = default(HeatSums);
        var (from, to) = unit >= 0 ? (unit, unit + 1) : (0, codes.Length);
        for (var b = from; b < to; b++)
        {
            sums += CellOf(codes[b]).Times(weight * Shares.Unit[b]);
        }

        return sums;
    }

    /// <summary>One cell of mass 1.</summary>
    public HeatSums CellOf(ushort code)
    {
        var figures = Table.AsSpan(code * 4, 4);
        return new HeatSums(
            new HeatMasses(Vector256.Create(figures)),
            new HeatCounts(figures[2], code == ScoreCode.NotApplicable ? 0 : 1, ScoreCode.IsKnown(code) ? 1 : 0));
    }

    private HeatSums CrossingOf(int node, int stage, int unit)
    {
        var sums = default(HeatSums);
        foreach (var link in Axes.LinksUnder(node, stage))
        {
            sums += LinkSums(link, unit);
        }

        return sums;
    }
}

using System.Runtime.Intrinsics;

namespace OperatingModel.Domain.HeatMaps;

/// <summary>Sums of any crossing of node, stage and unit; negative indices leave a dimension open.</summary>
internal static class HeatLayerQueries
{
    public static HeatSums SumsOf(this HeatLayer layer, int node, int stage, int unit)
    {
        if (node >= 0 && stage >= 0)
        {
            return layer.CrossingOf(node, stage, unit);
        }

        var row = stage >= 0 ? layer.Stages[stage] : layer.Row(node);
        var factor = stage >= 0 ? layer.Shares.Stage[stage] : 1;
        return row.Of(unit).Times(unit >= 0 ? factor * layer.Shares.Unit[unit] : factor);
    }

    /// <summary>One link of a leaf, for one unit or all.</summary>
    public static HeatSums LinkSums(this HeatLayer layer, int link, int unit)
    {
        var axes = layer.Axes;
        var leaf = axes.LinkLeaf[link];
        var codes = layer.Leaves[leaf].Scores.Codes.AsSpan((link - axes.LinkStart[leaf]) * axes.Stride, axes.Units.Length);
        var weight = layer.Shares.Of(link);
        var sums = default(HeatSums);
        var (from, to) = unit >= 0 ? (unit, unit + 1) : (0, codes.Length);
        for (var b = from; b < to; b++)
        {
            sums += layer.CellOf(codes[b]).Times(weight * layer.Shares.Unit[b]);
        }

        return sums;
    }

    /// <summary>One cell of mass 1.</summary>
    public static HeatSums CellOf(this HeatLayer layer, ushort code)
    {
        var figures = layer.Table.AsSpan(code * 4, 4);
        return new HeatSums(
            new HeatMasses(Vector256.Create(figures)),
            new HeatCounts(figures[2], code == ScoreCode.NotApplicable ? 0 : 1, ScoreCode.IsKnown(code) ? 1 : 0));
    }

    /// <summary>The links of a stage that lie under a node, as a range of <see cref="HeatAxes.StageLinks"/>.</summary>
    public static ReadOnlySpan<int> LinksUnder(this HeatAxes axes, int node, int stage)
    {
        var (from, to) = axes.LeavesUnder(node);
        var links = axes.StageLinks.AsSpan(axes.StageLinkStart[stage]..axes.StageLinkStart[stage + 1]);
        var first = FirstAtLeast(axes, links, from);
        return links[first..FirstAtLeast(axes, links, to)];
    }

    private static HeatSums CrossingOf(this HeatLayer layer, int node, int stage, int unit)
    {
        var sums = default(HeatSums);
        foreach (var link in layer.Axes.LinksUnder(node, stage))
        {
            sums += layer.LinkSums(link, unit);
        }

        return sums;
    }

    private static int FirstAtLeast(HeatAxes axes, ReadOnlySpan<int> links, int leaf)
    {
        var (low, high) = (0, links.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = axes.LinkLeaf[links[middle]] < leaf ? (middle + 1, high) : (low, middle);
        }

        return low;
    }
}

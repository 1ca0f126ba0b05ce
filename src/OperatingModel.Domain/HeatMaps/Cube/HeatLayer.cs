using System.Runtime.CompilerServices;

namespace OperatingModel.Domain.HeatMaps.Cube;

/// <summary>
/// Four figures per score rolled up: for every capability and every stage, for each unit and for all. An edit yields the next
/// layer, which shares every row it did not touch; other weights yield one that shares all they do not change.
/// </summary>
internal sealed partial class HeatLayer
{
    /// <summary>Units of a stage that are brought together at once.</summary>
    private const int UnitsTogether = 64;

    private readonly SumRow[] _inner;

    /// <summary>Of each leaf: a stage takes its rows from many leaves, and finds them here with fewer steps.</summary>
    private readonly ushort[][] _codes;

    private HeatLayer(HeatAxes axes, HeatShares shares, double[] table, LeafPart[] leaves, ushort[][] codes, SumRow[] inner, SumRow[] stages) =>
        (Axes, Shares, Table, Leaves, _codes, _inner, Stages) = (axes, shares, table, leaves, codes, inner, stages);

    private HeatLayer(HeatAxes axes, HeatShares shares, double[] table, ushort[][] codes)
        : this(axes, shares, table, new LeafPart[axes.Nodes.Length], codes, new SumRow[axes.InnerCount], new SumRow[axes.Stages.Length])
    {
    }

    public HeatAxes Axes { get; }

    public HeatShares Shares { get; }

    public double[] Table { get; }

    public LeafPart[] Leaves { get; }

    /// <summary>By stage. Masses lack the share of the stage, those of units also the share of the unit.</summary>
    public SumRow[] Stages { get; }

    /// <param name="scoresOf">The scores of each leaf; asked once for each, from several threads.</param>
    public static HeatLayer Of(HeatAxes axes, HeatShares shares, Func<int, LeafScores> scoresOf, double[] table)
    {
        var layer = new HeatLayer(axes, shares, table, new ushort[axes.Nodes.Length][]);
        Portions.ForEach(axes.Nodes.Length, axes, leaf =>
        {
            var scores = scoresOf(leaf);
            layer.Leaves[leaf] = layer.NewLeaf(leaf, scores);
            layer._codes[leaf] = scores.Codes;
        });
        layer.SumUp(layer.NewStage, layer.NewInner);
        return layer;
    }

    /// <summary>The same cells under other weights.</summary>
    public HeatLayer Reweighted(HeatShares shares)
    {
        var layer = new HeatLayer(Axes, shares, Table, _codes);
        var sameContributions = shares.HasSameContributionsAs(Shares);
        var sameLinks = sameContributions && shares.HasSameStagesAs(Shares);
        var sameUnits = shares.HasSameUnitsAs(Shares);
        Portions.ForEach(Leaves.Length, Axes, leaf =>
        {
            var part = Leaves[leaf];
            var row = part.Row.Reweighted(sameLinks ? part.Row.Masses : layer.LeafMasses(leaf, part.Scores), shares.Unit);
            layer.Leaves[leaf] = sameUnits ? part.Reweighted(row, Axes.Sizes[leaf]) : layer.Leaf(leaf, part.Scores, row, part.Plain);
        });
        layer.SumUp(
            stage =>
                sameContributions && sameUnits
                    ? Stages[stage]
                    : Stages[stage].Reweighted(sameContributions ? Stages[stage].Masses : layer.StageMasses(stage), shares.Unit),
            node => Row(node).Reweighted(sameLinks ? Row(node).Masses : layer.ChildMasses(node), shares.Unit));
        return layer;
    }

    /// <summary>The sums of a node, of everything when it is -1. Masses of units lack the share of the unit.</summary>
    public SumRow Row(int node) => node >= 0 && Axes.LeafAt(node) is var leaf and >= 0 ? Leaves[leaf].Row : _inner[Axes.InnerAt(node)];

    /// <summary>Begins an edit.</summary>
    public HeatLayer Copy() => new(Axes, Shares, Table, [.. Leaves], [.. _codes], [.. _inner], [.. Stages]);

    /// <summary>Continues an edit: these are the leaf's scores now; the codes differ in the units of this block, at these of its links.</summary>
    public void Change(HeatLayer before, int leaf, LeafScores scores, int firstUnit, List<int> links)
    {
        var part = Leaves[leaf];
        if (links.Count == 0)
        {
            Leaves[leaf] = Leaf(leaf, scores, part.Row, part.Plain);
            return;
        }

        _codes[leaf] = scores.Codes;
        var earlier = before.Leaves[leaf];
        var (masses, counts, plain) = (
            Own(part.Row.Masses, earlier.Row.Masses),
            Own(part.Row.Counts, earlier.Row.Counts),
            Own(part.Plain, earlier.Plain));
        var units = firstUnit..(firstUnit + CellAdder.Block);
        AddLeaf(leaf, scores, firstUnit, Cleared(masses, units), Cleared(counts, units), Cleared(plain, units));
        Leaves[leaf] = Leaf(leaf, scores, new SumRow(masses, counts, Shares.Unit), plain);
        foreach (var link in links)
        {
            ChangeStage(before, Axes.LinkStage[Axes.LinkStart[leaf] + link], firstUnit);
        }

        for (var node = Axes.Nodes[leaf]; node >= 0;)
        {
            node = Axes.Tree.ParentOf(node);
            ChangeInner(before, node, firstUnit);
        }
    }

    private void ChangeStage(HeatLayer before, int stage, int firstUnit)
    {
        var (row, earlier) = (Stages[stage], before.Stages[stage]);
        var (masses, counts) = (Own(row.Masses, earlier.Masses), Own(row.Counts, earlier.Counts));
        var units = firstUnit..(firstUnit + CellAdder.Block);
        AddStage(stage, firstUnit, Cleared(masses, units), Cleared(counts, units));
        Stages[stage] = new SumRow(masses, counts, Shares.Unit);
    }

    private void ChangeInner(HeatLayer before, int node, int firstUnit)
    {
        var place = Axes.InnerAt(node);
        var (row, earlier) = (_inner[place], before._inner[place]);
        var (masses, counts) = (Own(row.Masses, earlier.Masses), Own(row.Counts, earlier.Counts));
        AddChildren(masses, node, firstUnit, firstUnit + CellAdder.Block);
        AddChildren(counts, node, firstUnit, firstUnit + CellAdder.Block);
        _inner[place] = new SumRow(masses, counts, Shares.Unit);
    }

    private LeafPart NewLeaf(int leaf, LeafScores scores)
    {
        var (masses, counts, plain) = (NewRow<HeatMasses>(), NewRow<HeatCounts>(), NewRow<double>());
        AddLeaf(leaf, scores, 0, masses, counts, plain);
        return Leaf(leaf, scores, new SumRow(masses, counts, Shares.Unit), plain);
    }

    private LeafPart Leaf(int leaf, LeafScores scores, SumRow row, double[] plain) => new(scores, row, plain, Shares.Unit, Axes.Sizes[leaf]);

    private SumRow NewStage(int stage)
    {
        var (masses, counts) = (NewRow<HeatMasses>(), NewRow<HeatCounts>());
        AddStage(stage, 0, masses, counts);
        return new SumRow(masses, counts, Shares.Unit);
    }

    private SumRow NewInner(int node)
    {
        var counts = NewRow<HeatCounts>();
        AddChildren(counts, node, 0, counts.Length);
        return new SumRow(ChildMasses(node), counts, Shares.Unit);
    }

    private HeatMasses[] LeafMasses(int leaf, LeafScores scores)
    {
        var masses = NewRow<HeatMasses>();
        AddLeaf(leaf, scores, 0, masses, [], []);
        return masses;
    }

    private HeatMasses[] StageMasses(int stage)
    {
        var masses = NewRow<HeatMasses>();
        AddStage(stage, 0, masses, []);
        return masses;
    }

    private HeatMasses[] ChildMasses(int node)
    {
        var masses = NewRow<HeatMasses>();
        AddChildren(masses, node, 0, masses.Length);
        return masses;
    }

    // The cells of a leaf in some units; the rows of its links lie one after the other.
    private void AddLeaf(int leaf, LeafScores scores, int firstUnit, Span<HeatMasses> masses, Span<HeatCounts> counts, Span<double> plain)
    {
        var (from, to) = (Axes.LinkStart[leaf], Axes.LinkStart[leaf + 1]);
        var weights = new double[to - from];
        for (var link = from; link < to; link++)
        {
            weights[link - from] = Shares.Of(link);
        }

        CellAdder.Add(scores.Codes.AsSpan(firstUnit), Axes.Stride, weights, Table, masses, counts, plain);
    }

    // The cells of a stage in some units. The rows of its links lie scattered among the leaves: a few at a time are brought together.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void AddStage(int stage, int firstUnit, Span<HeatMasses> masses, Span<HeatCounts> counts)
    {
        Span<double> weights = stackalloc double[CellAdder.Tile];
        Span<ushort> codes = stackalloc ushort[CellAdder.Tile * UnitsTogether];
        var links = Axes.StageLinks.AsSpan(Axes.StageLinkStart[stage]..Axes.StageLinkStart[stage + 1]);
        for (var unit = 0; unit < masses.Length; unit += UnitsTogether)
        {
            var units = Math.Min(UnitsTogether, masses.Length - unit);
            for (var first = 0; first < links.Length; first += CellAdder.Tile)
            {
                var tile = links[first..Math.Min(first + CellAdder.Tile, links.Length)];
                for (var row = 0; row < tile.Length; row++)
                {
                    var leaf = Axes.LinkLeaf[tile[row]];
                    weights[row] = Shares.InStage(tile[row]);
                    _codes[leaf].AsSpan(((tile[row] - Axes.LinkStart[leaf]) * Axes.Stride) + firstUnit + unit, units).CopyTo(codes[(row * units)..]);
                }

                CellAdder.Add(
                    codes,
                    units,
                    weights[..tile.Length],
                    Table,
                    masses.Slice(unit, units),
                    counts.IsEmpty ? counts : counts.Slice(unit, units),
                    []);
            }
        }
    }

    // Stages, and the nodes whose children are leaves, do not need each other. Children have higher indices than their parent, so
    // one walk from the end sums up the rest of the tree; everything comes last.
    private void SumUp(Func<int, SumRow> stageRow, Func<int, SumRow> innerRow)
    {
        var (stages, lowest) = (Stages.Length, Axes.Lowest);
        Portions.ForEach(stages + lowest.Length, Axes, i =>
        {
            if (i < stages)
            {
                Stages[i] = stageRow(i);
            }
            else
            {
                _inner[Axes.InnerAt(lowest[i - stages])] = innerRow(lowest[i - stages]);
            }
        });
        for (var node = Axes.Tree.Count - 1; node >= -1; node--)
        {
            if (node < 0 || Axes.LeafAt(node) < 0)
            {
                _inner[Axes.InnerAt(node)] ??= innerRow(node);
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void AddChildren(HeatMasses[] masses, int node, int fromUnit, int toUnit)
    {
        Cleared(masses, fromUnit..toUnit);
        var end = Axes.EndOf(node);
        for (var child = node + 1; child < end; child = Axes.Tree.EndOf(child))
        {
            var part = Row(child).Masses;
            for (var unit = fromUnit; unit < toUnit; unit++)
            {
                masses[unit] = new HeatMasses(masses[unit].AsVector() + part[unit].AsVector());
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void AddChildren(HeatCounts[] counts, int node, int fromUnit, int toUnit)
    {
        Cleared(counts, fromUnit..toUnit);
        var end = Axes.EndOf(node);
        for (var child = node + 1; child < end; child = Axes.Tree.EndOf(child))
        {
            var part = Row(child).Counts;
            for (var unit = fromUnit; unit < toUnit; unit++)
            {
                counts[unit] += part[unit];
            }
        }
    }

    // One edit of many cells copies each row once only.
    private static T[] Own<T>(T[] row, T[] before) => ReferenceEquals(row, before) ? [.. row] : row;

    private static Span<T> Cleared<T>(T[] row, Range units)
    {
        row.AsSpan(units).Clear();
        return row.AsSpan(units);
    }

    private T[] NewRow<T>() => new T[Axes.Stride];
}

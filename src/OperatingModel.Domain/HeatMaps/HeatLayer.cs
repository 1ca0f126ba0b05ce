namespace OperatingModel.Domain.HeatMaps;

/// <summary>
/// Four figures per score rolled up: for every capability and every stage, for each unit and for all. An edit yields the next
/// layer, which shares every row it did not touch; other weights yield one that shares all they do not change.
/// </summary>
internal sealed class HeatLayer
{
    private readonly SumRow[] _inner;

    private HeatLayer(HeatAxes axes, HeatShares shares, double[] table, LeafPart[] leaves, SumRow[] inner, SumRow[] stages) =>
        (Axes, Shares, Table, Leaves, _inner, Stages) = (axes, shares, table, leaves, inner, stages);

    private HeatLayer(HeatAxes axes, HeatShares shares, double[] table)
        : this(axes, shares, table, new LeafPart[axes.Nodes.Length], new SumRow[axes.InnerCount], new SumRow[axes.Stages.Length])
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
        var layer = new HeatLayer(axes, shares, table);
        Portions.ForEach(axes.Nodes.Length, axes, leaf => layer.Leaves[leaf] = layer.NewLeaf(leaf, scoresOf(leaf)));
        Portions.ForEach(axes.Stages.Length, axes, stage => layer.Stages[stage] = layer.NewStage(stage), () => layer.SumUp(layer.NewInner));
        return layer;
    }

    /// <summary>The same cells under other weights.</summary>
    public HeatLayer Reweighted(HeatShares shares)
    {
        var layer = new HeatLayer(Axes, shares, Table);
        var sameContributions = shares.HasSameContributionsAs(Shares);
        var sameLinks = sameContributions && shares.HasSameStagesAs(Shares);
        Portions.ForEach(Leaves.Length, Axes, leaf =>
        {
            var part = Leaves[leaf];
            var masses = sameLinks ? part.Row.Masses : layer.Masses(new LeafRuns(Axes, shares, part.Scores, leaf));
            layer.Leaves[leaf] = layer.Leaf(leaf, part.Scores, part.Row.Reweighted(masses, shares.Unit), part.Plain);
        });
        Portions.ForEach(
            Stages.Length,
            Axes,
            stage => layer.Stages[stage] = Stages[stage].Reweighted(sameContributions ? Stages[stage].Masses : layer.StageMasses(stage), shares.Unit),
            () => layer.SumUp(node => Row(node).Reweighted(sameLinks ? Row(node).Masses : layer.ChildMasses(node), shares.Unit)));
        return layer;
    }

    /// <summary>The sums of a node, of everything when it is -1. Masses of units lack the share of the unit.</summary>
    public SumRow Row(int node) => node >= 0 && Axes.LeafAt(node) is var leaf and >= 0 ? Leaves[leaf].Row : _inner[Axes.InnerAt(node)];

    /// <summary>Begins an edit.</summary>
    public HeatLayer Copy() => new(Axes, Shares, Table, [.. Leaves], [.. _inner], [.. Stages]);

    /// <summary>Continues an edit: these are the leaf's scores now; the codes differ in the units of this block, at these of its links.</summary>
    public void Change(HeatLayer before, int leaf, LeafScores scores, int firstUnit, List<int> links)
    {
        var part = Leaves[leaf];
        if (links.Count == 0)
        {
            Leaves[leaf] = Leaf(leaf, scores, part.Row, part.Plain);
            return;
        }

        var earlier = before.Leaves[leaf];
        var (masses, counts, plain) = (Own(part.Row.Masses, earlier.Row.Masses), Own(part.Row.Counts, earlier.Row.Counts), Own(part.Plain, earlier.Plain));
        CellAdder.Add(new LeafRuns(Axes, Shares, scores, leaf), Table, firstUnit, masses, counts, plain);
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
        using var runs = new StageRuns(this, stage);
        CellAdder.Add(runs, Table, firstUnit, masses, counts, []);
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
        var plain = NewRow<double>();
        return Leaf(leaf, scores, NewRow(new LeafRuns(Axes, Shares, scores, leaf), plain), plain);
    }

    private LeafPart Leaf(int leaf, LeafScores scores, SumRow row, double[] plain) => new(scores, row, plain, Shares.Unit, Axes.Sizes[leaf]);

    private SumRow NewStage(int stage)
    {
        using var runs = new StageRuns(this, stage);
        return NewRow(runs, []);
    }

    private SumRow NewInner(int node)
    {
        var counts = NewRow<HeatCounts>();
        AddChildren(counts, node, 0, counts.Length);
        return new SumRow(ChildMasses(node), counts, Shares.Unit);
    }

    private SumRow NewRow<TRuns>(in TRuns runs, double[] plain) where TRuns : struct, ICellRuns
    {
        var (masses, counts) = (NewRow<HeatMasses>(), NewRow<HeatCounts>());
        for (var unit = 0; unit < masses.Length; unit += CellAdder.Block)
        {
            CellAdder.Add(runs, Table, unit, masses, counts, plain);
        }

        return new SumRow(masses, counts, Shares.Unit);
    }

    private HeatMasses[] StageMasses(int stage)
    {
        using var runs = new StageRuns(this, stage);
        return Masses(runs);
    }

    private HeatMasses[] Masses<TRuns>(in TRuns runs) where TRuns : struct, ICellRuns
    {
        var masses = NewRow<HeatMasses>();
        for (var unit = 0; unit < masses.Length; unit += 2 * CellAdder.Block)
        {
            CellAdder.AddMasses(runs, Table, unit, masses);
        }

        return masses;
    }

    private HeatMasses[] ChildMasses(int node)
    {
        var masses = NewRow<HeatMasses>();
        AddChildren(masses, node, 0, masses.Length);
        return masses;
    }

    // Children have higher indices than their parent, so one walk from the end sums up the whole tree; everything comes last.
    private void SumUp(Func<int, SumRow> rowOf)
    {
        for (var node = Axes.Tree.Count - 1; node >= -1; node--)
        {
            if (node < 0 || Axes.LeafAt(node) < 0)
            {
                _inner[Axes.InnerAt(node)] = rowOf(node);
            }
        }
    }

    private void AddChildren(HeatMasses[] masses, int node, int fromUnit, int toUnit)
    {
        masses.AsSpan(fromUnit, toUnit - fromUnit).Clear();
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

    private void AddChildren(HeatCounts[] counts, int node, int fromUnit, int toUnit)
    {
        counts.AsSpan(fromUnit, toUnit - fromUnit).Clear();
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

    private T[] NewRow<T>() => GC.AllocateUninitializedArray<T>(Axes.Stride);
}

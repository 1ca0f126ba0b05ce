namespace OperatingModel.Domain.HeatMaps;

/// <summary>
/// Four figures per score rolled up: for every capability and every stage, for each unit and for all. An edit yields the next
/// layer, which shares every row it did not touch; other weights yield one that shares all they do not change.
/// </summary>
internal sealed class HeatLayer
{
    private HeatLayer(HeatAxes axes, HeatShares shares, LeafScores[] scores, double[] table, SumRow[] nodes, SumRow[] stages, double[][] plain) =>
        (Axes, Shares, Scores, Table, Nodes, Stages, Plain) = (axes, shares, scores, table, nodes, stages, plain);

    public HeatAxes Axes { get; }

    public HeatShares Shares { get; }

    public LeafScores[] Scores { get; }

    public double[] Table { get; }

    /// <summary>By tree node, and everything at the end. Masses of units lack the share of the unit.</summary>
    public SumRow[] Nodes { get; }

    /// <summary>By stage. Masses lack the share of the stage, those of units also the share of the unit.</summary>
    public SumRow[] Stages { get; }

    /// <summary>By leaf and unit: heat of the known cells added up without weights, for what is imputed (F5).</summary>
    public double[][] Plain { get; }

    /// <param name="scoresOf">The scores of each leaf; asked once for each, from several threads.</param>
    public static HeatLayer Of(HeatAxes axes, HeatShares shares, Func<int, LeafScores> scoresOf, double[] table)
    {
        var leaves = axes.Nodes.Length;
        var layer = new HeatLayer(
            axes, shares, new LeafScores[leaves], table, new SumRow[axes.Tree.Count + 1], new SumRow[axes.Stages.Length], new double[leaves][]);
        Portions.ForEach(leaves, axes, leaf =>
        {
            layer.Scores[leaf] = scoresOf(leaf);
            layer.Nodes[axes.Nodes[leaf]] = layer.LeafRow(leaf);
        });
        Portions.ForEach(axes.Stages.Length, axes, stage => layer.Stages[stage] = layer.StageRow(stage));
        layer.SumUp(layer.InnerRow);
        return layer;
    }

    /// <summary>The same cells under other weights.</summary>
    public HeatLayer Reweighted(HeatShares shares)
    {
        var layer = new HeatLayer(Axes, shares, Scores, Table, new SumRow[Nodes.Length], new SumRow[Stages.Length], Plain);
        var sameContributions = shares.HasSameContributionsAs(Shares);
        var sameLinks = sameContributions && shares.HasSameStagesAs(Shares);
        Portions.ForEach(Scores.Length, Axes, leaf =>
        {
            var row = Nodes[Axes.Nodes[leaf]];
            layer.Nodes[Axes.Nodes[leaf]] = row.Reweighted(sameLinks ? row.Masses : layer.Masses(new LeafRuns(Axes, shares, Scores[leaf], leaf)), shares.Unit);
        });
        Portions.ForEach(Stages.Length, Axes, stage =>
        {
            var row = Stages[stage];
            layer.Stages[stage] = row.Reweighted(sameContributions ? row.Masses : layer.Masses(new StageRuns(Axes, shares, Scores, stage)), shares.Unit);
        });
        layer.SumUp(node =>
        {
            var row = Nodes[Place(node)];
            var masses = row.Masses;
            if (!sameLinks)
            {
                masses = NewRow<HeatMasses>();
                layer.AddChildren(masses, node, 0, masses.Length);
            }

            return row.Reweighted(masses, shares.Unit);
        });
        return layer;
    }

    /// <summary>Begins an edit.</summary>
    public HeatLayer Copy(LeafScores[] scores) => new(Axes, Shares, scores, Table, [.. Nodes], [.. Stages], [.. Plain]);

    /// <summary>Continues an edit: the codes of the leaf changed in the units of this block, at these of its links.</summary>
    public void Recompute(HeatLayer before, int leaf, int firstUnit, List<int> links)
    {
        Plain[leaf] = Own(Plain[leaf], before.Plain[leaf]);
        Change(Nodes, before.Nodes, Axes.Nodes[leaf], (masses, counts) =>
            CellAdder.Add(new LeafRuns(Axes, Shares, Scores[leaf], leaf), Table, firstUnit, masses, counts, Plain[leaf]));
        foreach (var link in links)
        {
            var stage = Axes.LinkStage[Axes.LinkStart[leaf] + link];
            Change(Stages, before.Stages, stage, (masses, counts) =>
                CellAdder.Add(new StageRuns(Axes, Shares, Scores, stage), Table, firstUnit, masses, counts, []));
        }

        var end = firstUnit + CellAdder.Block;
        for (var node = Axes.Nodes[leaf]; node >= 0;)
        {
            node = Axes.Tree.ParentOf(node);
            Change(Nodes, before.Nodes, Place(node), (masses, counts) =>
            {
                AddChildren(masses, node, firstUnit, end);
                AddChildren(counts, node, firstUnit, end);
            });
        }
    }

    private SumRow LeafRow(int leaf)
    {
        Plain[leaf] = NewRow<double>();
        return Row(new LeafRuns(Axes, Shares, Scores[leaf], leaf), Plain[leaf]);
    }

    private SumRow StageRow(int stage) => Row(new StageRuns(Axes, Shares, Scores, stage), []);

    private SumRow Row<TRuns>(TRuns runs, double[] plain) where TRuns : struct, ICellRuns
    {
        var (masses, counts) = (NewRow<HeatMasses>(), NewRow<HeatCounts>());
        for (var unit = 0; unit < masses.Length; unit += CellAdder.Block)
        {
            CellAdder.Add(runs, Table, unit, masses, counts, plain);
        }

        return new SumRow(masses, counts, Shares.Unit);
    }

    private HeatMasses[] Masses<TRuns>(TRuns runs) where TRuns : struct, ICellRuns
    {
        var masses = NewRow<HeatMasses>();
        for (var unit = 0; unit < masses.Length; unit += 2 * CellAdder.Block)
        {
            CellAdder.AddMasses(runs, Table, unit, masses);
        }

        return masses;
    }

    private SumRow InnerRow(int node)
    {
        var (masses, counts) = (NewRow<HeatMasses>(), NewRow<HeatCounts>());
        AddChildren(masses, node, 0, masses.Length);
        AddChildren(counts, node, 0, counts.Length);
        return new SumRow(masses, counts, Shares.Unit);
    }

    // Level by level from below: all that a level needs is there, and its nodes do not need each other.
    private void SumUp(Func<int, SumRow> rowOf)
    {
        foreach (var level in Axes.InnerNodes)
        {
            Portions.ForEach(level.Length, Axes, i => Nodes[Place(level[i])] = rowOf(level[i]));
        }
    }

    private void AddChildren(HeatMasses[] masses, int node, int fromUnit, int toUnit)
    {
        masses.AsSpan(fromUnit, toUnit - fromUnit).Clear();
        var end = Axes.EndOf(node);
        for (var child = node + 1; child < end; child = Axes.Tree.EndOf(child))
        {
            var part = Nodes[child].Masses;
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
            var part = Nodes[child].Counts;
            for (var unit = fromUnit; unit < toUnit; unit++)
            {
                counts[unit] += part[unit];
            }
        }
    }

    private void Change(SumRow[] rows, SumRow[] before, int index, Action<HeatMasses[], HeatCounts[]> change)
    {
        var masses = Own(rows[index].Masses, before[index].Masses);
        var counts = Own(rows[index].Counts, before[index].Counts);
        change(masses, counts);
        rows[index] = new SumRow(masses, counts, Shares.Unit);
    }

    // One edit of many cells copies each row once only.
    private static T[] Own<T>(T[] row, T[] before) => ReferenceEquals(row, before) ? [.. row] : row;

    private int Place(int node) => node < 0 ? Axes.Tree.Count : node;

    private T[] NewRow<T>() => GC.AllocateUninitializedArray<T>(Axes.Stride);
}

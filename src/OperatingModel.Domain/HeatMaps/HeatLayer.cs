namespace OperatingModel.Domain.HeatMaps;

/// <summary>
/// Four figures per score rolled up: for every capability and every stage, for each unit and for all. An edit yields the next
/// layer, which shares every row it did not touch.
/// </summary>
internal sealed class HeatLayer
{
    private HeatLayer(HeatAxes axes, HeatShares shares, LeafScores[] scores, double[] table, SumRow[] nodes, SumRow[] stages, double[][] plain) =>
        (Axes, Shares, Scores, Table, Nodes, Stages, Plain) = (axes, shares, scores, table, nodes, stages, plain);

    public HeatAxes Axes { get; }

    public HeatShares Shares { get; }

    public LeafScores[] Scores { get; }

    public double[] Table { get; }

    /// <summary>By tree node, and everything at the end. Masses lack the share of the unit.</summary>
    public SumRow[] Nodes { get; }

    /// <summary>By stage. Masses lack the shares of the stage and of the unit.</summary>
    public SumRow[] Stages { get; }

    /// <summary>By leaf and unit: heat of the known cells added up without weights, for what is imputed (F5).</summary>
    public double[][] Plain { get; }

    public static HeatLayer Of(HeatAxes axes, HeatShares shares, LeafScores[] scores, double[] table)
    {
        var shared = axes.Volume >= Portions.WorthSharing;
        var nodes = new SumRow[axes.Tree.Count + 1];
        var stages = new SumRow[axes.Stages.Length];
        var layer = new HeatLayer(axes, shares, scores, table, nodes, stages, new double[scores.Length][]);
        Portions.Run(scores.Length, shared, (from, to) =>
        {
            for (var leaf = from; leaf < to; leaf++)
            {
                nodes[axes.Nodes[leaf]] = layer.LeafRow(leaf);
            }
        });
        Portions.Run(stages.Length, shared, (from, to) =>
        {
            for (var stage = from; stage < to; stage++)
            {
                stages[stage] = layer.StageRow(stage);
            }
        });
        layer.SumUp();
        return layer;
    }

    /// <summary>Begins an edit.</summary>
    public HeatLayer Copy(LeafScores[] scores) => new(Axes, Shares, scores, Table, [.. Nodes], [.. Stages], [.. Plain]);

    /// <summary>Continues an edit: the codes of the leaf changed in the units of this block, at these of its links.</summary>
    public void Recompute(HeatLayer before, int leaf, int firstUnit, List<int> links)
    {
        var row = Own(Nodes, before.Nodes, Axes.Nodes[leaf]);
        if (ReferenceEquals(Plain[leaf], before.Plain[leaf]))
        {
            Plain[leaf] = [.. Plain[leaf]];
        }

        CellAdder.Add(new LeafRuns(Axes, Shares, Scores[leaf], leaf), Table, firstUnit, row, Plain[leaf]);
        Nodes[Axes.Nodes[leaf]] = new SumRow(row, Shares.Unit);
        foreach (var link in links)
        {
            var stage = Axes.LinkStage[Axes.LinkStart[leaf] + link];
            row = Own(Stages, before.Stages, stage);
            CellAdder.Add(new StageRuns(Axes, Shares, Scores, stage), Table, firstUnit, row, []);
            Stages[stage] = new SumRow(row, Shares.Unit);
        }

        var end = Math.Min(firstUnit + CellAdder.Block, Axes.Units.Length);
        for (var node = Axes.Tree.ParentOf(Axes.Nodes[leaf]); ; node = Axes.Tree.ParentOf(node))
        {
            var place = node < 0 ? Axes.Tree.Count : node;
            row = Own(Nodes, before.Nodes, place);
            SetFromChildren(row, node, firstUnit, end);
            Nodes[place] = new SumRow(row, Shares.Unit);
            if (node < 0)
            {
                return;
            }
        }
    }

    private SumRow LeafRow(int leaf)
    {
        var sums = NewRow();
        var plain = GC.AllocateUninitializedArray<double>(sums.Length);
        var runs = new LeafRuns(Axes, Shares, Scores[leaf], leaf);
        for (var unit = 0; unit < sums.Length; unit += CellAdder.Block)
        {
            CellAdder.Add(runs, Table, unit, sums, plain);
        }

        Plain[leaf] = plain;
        return new SumRow(sums, Shares.Unit);
    }

    private SumRow StageRow(int stage)
    {
        var sums = NewRow();
        var runs = new StageRuns(Axes, Shares, Scores, stage);
        for (var unit = 0; unit < sums.Length; unit += CellAdder.Block)
        {
            CellAdder.Add(runs, Table, unit, sums, []);
        }

        return new SumRow(sums, Shares.Unit);
    }

    // Children have higher indices than their parent, so one walk from the end sums up the whole tree.
    private void SumUp()
    {
        SumRow? nothing = null;
        for (var node = Axes.Tree.Count - 1; node >= -1; node--)
        {
            if (node >= 0 && Axes.LeafAt(node) >= 0)
            {
                continue;
            }

            if (node >= 0 && Axes.Tree.IsLeaf(node))
            {
                Nodes[node] = nothing ??= new SumRow(new HeatSums[Axes.Units.Length], Shares.Unit);
                continue;
            }

            var row = NewRow();
            SetFromChildren(row, node, 0, row.Length);
            Nodes[node < 0 ? Axes.Tree.Count : node] = new SumRow(row, Shares.Unit);
        }
    }

    private void SetFromChildren(HeatSums[] row, int node, int fromUnit, int toUnit)
    {
        row.AsSpan(fromUnit, toUnit - fromUnit).Clear();
        var end = node < 0 ? Axes.Tree.Count : Axes.Tree.EndOf(node);
        for (var child = node + 1; child < end; child = Axes.Tree.EndOf(child))
        {
            var part = Nodes[child].ByUnit;
            for (var unit = fromUnit; unit < toUnit; unit++)
            {
                row[unit].Add(part[unit]);
            }
        }
    }

    // One edit of many cells copies each row once only.
    private static HeatSums[] Own(SumRow[] rows, SumRow[] before, int index) =>
        ReferenceEquals(rows[index], before[index]) ? [.. rows[index].ByUnit] : rows[index].ByUnit;

    private HeatSums[] NewRow() => GC.AllocateUninitializedArray<HeatSums>(Axes.Units.Length);
}

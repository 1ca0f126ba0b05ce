using OperatingModel.Domain.HeatMaps.Cube;

namespace OperatingModel.Domain.HeatMaps;

/// <summary>A dimension of the heat map.</summary>
public enum HeatAxis
{
    Capabilities,
    Stages,
    BusinessUnits,
}

/// <summary>A hot place of a grid.</summary>
/// <param name="Row">Place in <see cref="HeatGrid.Rows"/>.</param>
/// <param name="Column">Place in <see cref="HeatGrid.Columns"/>.</param>
/// <param name="Heat">Above 0, at most 100.</param>
public readonly record struct HotCrossing(int Row, int Column, double Heat);

/// <summary>Roll-ups for every crossing of some rows and columns.</summary>
public sealed class HeatGrid
{
    private readonly HeatCube _cube;
    private readonly HeatSums[] _sums;
    private readonly Lazy<HeatSums[]> _means;
    private readonly Lazy<double[]> _needs;

    internal HeatGrid(HeatCube cube, HeatAxis rows, IReadOnlyList<int> rowItems, HeatAxis columns, IReadOnlyList<int> columnItems, int third)
    {
        if (rows == columns)
        {
            throw new ArgumentException("Rows and columns are the same dimension; give two.", nameof(columns));
        }

        (_cube, RowAxis, Rows, ColumnAxis, Columns, Third) = (cube, rows, rowItems, columns, columnItems, third);
        _sums = SumsOf(cube.Layer);
        _means = new Lazy<HeatSums[]>(() => SumsOf(cube.MeansLayer));
        _needs = new Lazy<double[]>(Needs);
    }

    public HeatAxis RowAxis { get; }

    public IReadOnlyList<int> Rows { get; }

    public HeatAxis ColumnAxis { get; }

    public IReadOnlyList<int> Columns { get; }

    /// <summary>The item of the remaining dimension, or <see cref="HeatCube.All"/>.</summary>
    public int Third { get; }

    /// <param name="row">Place in <see cref="Rows"/>.</param>
    /// <param name="column">Place in <see cref="Columns"/>.</param>
    public Rollup this[int row, int column] => Rollup.Of(_sums[(row * Columns.Count) + column], _cube.Model.Settings);

    /// <summary>Mean scores of the crossing; computed for the whole grid when first asked.</summary>
    public ScoreMeans MeansAt(int row, int column) =>
        HeatCube.Means(_sums[(row * Columns.Count) + column], _means.Value[(row * Columns.Count) + column]);

    /// <summary>Need points of the crossing (F5); computed for the whole grid when first asked.</summary>
    public double NeedAt(int row, int column) => _needs.Value[(row * Columns.Count) + column];

    /// <summary>All crossings together: the heat of everything in the grid. Rows that contain each other would count twice.</summary>
    public Rollup Total()
    {
        var total = default(HeatSums);
        foreach (var sums in _sums)
        {
            total += sums;
        }

        return Rollup.Of(total, _cube.Model.Settings);
    }

    /// <summary>The crossings with the greatest heat above 0, the hottest first; of equal ones the first by row, then by column.</summary>
    /// <param name="count">The most places to return.</param>
    public IReadOnlyList<HotCrossing> Hottest(int count)
    {
        var greatest = new PriorityQueue<double, double>();
        for (var place = 0; place < _sums.Length; place++)
        {
            if (HeatAt(place) is > 0 and { } heat)
            {
                greatest.Enqueue(heat, heat);
                if (greatest.Count > count)
                {
                    greatest.Dequeue();
                }
            }
        }

        if (greatest.Count == 0)
        {
            return [];
        }

        var least = greatest.Peek();
        var hot = Enumerable.Range(0, _sums.Length)
            .Select(place => (Place: place, Heat: HeatAt(place)))
            .Where(crossing => crossing.Heat is > 0 and { } heat && Tolerance.AtLeast(heat, least));
        return
        [
            .. TieOrder.Sort(hot, crossing => $"{crossing.Place:D10}", crossing => crossing.Heat).Take(count)
                .Select(crossing => new HotCrossing(crossing.Place / Columns.Count, crossing.Place % Columns.Count, crossing.Heat!.Value)),
        ];
    }

    private double? HeatAt(int place) => _sums[place].Masses is { Known: > 0 } masses ? masses.Heat / masses.Known : null;

    private HeatSums[] SumsOf(HeatLayer layer)
    {
        var sums = new HeatSums[Rows.Count * Columns.Count];
        if (NodesByStages(out var stagesAreColumns))
        {
            AddLinks(layer, stagesAreColumns, (place, leaf, part) => sums[place] += part);
            return sums;
        }

        Portions.Run(Rows.Count, (long)Rows.Count * Columns.Count >= Portions.WorthSharing, (from, to) =>
        {
            for (var row = from; row < to; row++)
            {
                for (var column = 0; column < Columns.Count; column++)
                {
                    var (node, stage, unit) = Place(row, column);
                    sums[(row * Columns.Count) + column] = layer.SumsOf(node, stage, unit);
                }
            }
        });
        return sums;
    }

    private double[] Needs()
    {
        var needs = new double[Rows.Count * Columns.Count];
        if (NodesByStages(out var stagesAreColumns))
        {
            AddLinks(_cube.Layer, stagesAreColumns, (place, leaf, part) => needs[place] += _cube.NeedOfLeaf(leaf, part));
            return needs;
        }

        for (var row = 0; row < Rows.Count; row++)
        {
            for (var column = 0; column < Columns.Count; column++)
            {
                var (node, stage, unit) = Place(row, column);
                needs[(row * Columns.Count) + column] = _cube.NeedOf(node, stage, unit);
            }
        }

        return needs;
    }

    private bool NodesByStages(out bool stagesAreColumns)
    {
        stagesAreColumns = ColumnAxis == HeatAxis.Stages;
        return (RowAxis, ColumnAxis) is (HeatAxis.Capabilities, HeatAxis.Stages) or (HeatAxis.Stages, HeatAxis.Capabilities);
    }

    // Capabilities by stages: every link is summed over its units once and then added to all ancestors that are shown.
    private void AddLinks(HeatLayer layer, bool stagesAreColumns, Action<int, int, HeatSums> add)
    {
        var axes = layer.Axes;
        var nodes = stagesAreColumns ? Rows : Columns;
        var stages = stagesAreColumns ? Columns : Rows;
        var links = LinkSums(layer);
        var stagePlaces = Enumerable.Range(0, stages.Count).ToLookup(place => stages[place]);
        int[][] placesOfStage =
        [
            .. Enumerable.Range(0, axes.Stages.Length).Select(stage => stagePlaces[stage].Concat(stagePlaces[HeatCube.All]).ToArray()),
        ];
        for (var n = 0; n < nodes.Count; n++)
        {
            var (from, to) = axes.LeavesUnder(nodes[n]);
            for (var link = axes.LinkStart[from]; link < axes.LinkStart[to]; link++)
            {
                foreach (var s in placesOfStage[axes.LinkStage[link]])
                {
                    add(stagesAreColumns ? (n * Columns.Count) + s : (s * Columns.Count) + n, axes.LinkLeaf[link], links[link]);
                }
            }
        }
    }

    private HeatSums[] LinkSums(HeatLayer layer)
    {
        var links = new HeatSums[layer.Axes.LinkStage.Length];
        Portions.ForEach(links.Length, layer.Axes, link => links[link] = layer.LinkSums(link, Third));
        return links;
    }

    private (int Node, int Stage, int Unit) Place(int row, int column)
    {
        Span<int> place = [Third, Third, Third];
        place[(int)RowAxis] = Rows[row];
        place[(int)ColumnAxis] = Columns[column];
        return (place[0], place[1], place[2]);
    }
}

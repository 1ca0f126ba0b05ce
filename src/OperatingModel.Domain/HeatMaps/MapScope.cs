using System.Collections;
using OperatingModel.Domain.HeatMaps.Sensitivity;

namespace OperatingModel.Domain.HeatMaps;

/// <summary>The part of the map that a view shows; the headline and the side panel describe this part only.</summary>
/// <param name="Leaves">The nodes of the leaf capabilities in sight, with those inside folded branches.</param>
/// <param name="Across">The axis of the columns: stages or business units.</param>
/// <param name="Columns">The places of the columns in the cube.</param>
/// <param name="Unit">The place of the only business unit shown; <see cref="HeatCube.All"/> for all.</param>
/// <param name="IsNarrowed">Whether a filter leaves out capabilities or stages.</param>
/// <param name="Words">The filters in words: the unit, the chain, the text, the band; empty when everything is in sight.</param>
public sealed record MapScope(NodeSet Leaves, HeatAxis Across, IReadOnlyList<int> Columns, int Unit, bool IsNarrowed, string Words)
{
    /// <summary>Sums up everything in sight.</summary>
    public Rollup Total(HeatCube cube) => TotalOf(cube, Unit);

    /// <summary>Sums up everything in sight in one business unit, or in <see cref="HeatCube.All"/>.</summary>
    public Rollup TotalOf(HeatCube cube, int unit) =>
        !IsNarrowed ? cube.Of(unit: unit)
        : Across == HeatAxis.Stages ? Grid(cube, Columns, unit).Total()
        : Grid(cube, unit < 0 ? Columns : [unit], HeatCube.All).Total();

    /// <summary>Returns the hottest cell in sight as row and column of the cube; null when nothing known is above 0.</summary>
    public (int Node, int Column, double Heat)? Hottest(HeatCube cube)
    {
        var grid = Grid(cube, Columns, Unit);
        return grid.Hottest(1) is [var hot] ? (grid.Rows[hot.Row], grid.Columns[hot.Column], hot.Heat) : null;
    }

    /// <summary>Returns the capability instances in sight with missing scores, those first that would narrow the range most.</summary>
    public IReadOnlyList<MissingScore> MissingScores(HeatCube cube, int count) => IsNarrowed
        ? [.. cube.MissingScores(unit: Unit).Where(score => Leaves.Contains(score.Node)).Take(count)]
        : cube.MissingScores(count, unit: Unit);

    private HeatGrid Grid(HeatCube cube, IReadOnlyList<int> columns, int third) =>
        cube.Grid(HeatAxis.Capabilities, [.. cube.Leaves.Where(Leaves.Contains)], Across, columns, third);
}

/// <summary>A set of nodes of a capability tree. It needs one bit for each node, because every open page keeps one.</summary>
public sealed class NodeSet
{
    private readonly BitArray _isIn;

    /// <param name="size">The number of nodes in the tree.</param>
    public NodeSet(IEnumerable<int> nodes, int size)
    {
        _isIn = new BitArray(size);
        foreach (var node in nodes)
        {
            Count += _isIn[node] ? 0 : 1;
            _isIn[node] = true;
        }
    }

    public int Count { get; }

    /// <param name="node">The node; below 0 for a capability that is not in the tree.</param>
    public bool Contains(int node) => node >= 0 && _isIn[node];
}

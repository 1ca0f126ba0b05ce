using System.Collections;
using OperatingModel.Domain.HeatMaps.Sensitivity;

namespace OperatingModel.Domain.HeatMaps;

/// <summary>What a view of the map leaves in sight: headline and side panel speak of this and of nothing else.</summary>
/// <param name="Leaves">Nodes of the leaf capabilities in sight, also those inside folded branches.</param>
/// <param name="Across">Stages or business units.</param>
/// <param name="Columns">Their places in the cube.</param>
/// <param name="Unit">Place of the one business unit that is looked at; <see cref="HeatCube.All"/> for all.</param>
/// <param name="IsNarrowed">Whether a filter leaves out capabilities or stages.</param>
/// <param name="Words">What narrows it: the unit, the chain, the text, the band; empty for everything.</param>
public sealed record MapScope(NodeSet Leaves, HeatAxis Across, IReadOnlyList<int> Columns, int Unit, bool IsNarrowed, string Words)
{
    /// <summary>Everything in sight together.</summary>
    public Rollup Total(HeatCube cube) => TotalOf(cube, Unit);

    /// <summary>Everything in sight together, in one business unit or <see cref="HeatCube.All"/>.</summary>
    public Rollup TotalOf(HeatCube cube, int unit) =>
        !IsNarrowed ? cube.Of(unit: unit)
        : Across == HeatAxis.Stages ? Grid(cube, Columns, unit).Total()
        : Grid(cube, unit < 0 ? Columns : [unit], HeatCube.All).Total();

    /// <summary>The hottest cell in sight as row and column of the cube; null when nothing known is above 0.</summary>
    public (int Node, int Column, double Heat)? Hottest(HeatCube cube)
    {
        var grid = Grid(cube, Columns, Unit);
        return grid.Hottest(1) is [var hot] ? (grid.Rows[hot.Row], grid.Columns[hot.Column], hot.Heat) : null;
    }

    /// <summary>What nobody has assessed and would say most, in sight.</summary>
    public IReadOnlyList<MissingScore> MissingScores(HeatCube cube, int count) => IsNarrowed
        ? [.. cube.MissingScores(unit: Unit).Where(score => Leaves.Contains(score.Node)).Take(count)]
        : cube.MissingScores(count, unit: Unit);

    private HeatGrid Grid(HeatCube cube, IReadOnlyList<int> columns, int third) =>
        cube.Grid(HeatAxis.Capabilities, [.. cube.Leaves.Where(Leaves.Contains)], Across, columns, third);
}

/// <summary>Some nodes of a capability tree, a bit for each: every open page keeps one.</summary>
public sealed class NodeSet
{
    private readonly BitArray _isIn;

    /// <param name="size">Nodes of the tree.</param>
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

    /// <param name="node">Below 0 for a capability that is not in the tree.</param>
    public bool Contains(int node) => node >= 0 && _isIn[node];
}

using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace OperatingModel.Domain.HeatMaps;

/// <summary>Rows of units to be added up with a weight each: the links of a leaf, or the links of a stage.</summary>
internal interface ICellRuns
{
    int Count { get; }

    ref readonly ushort Codes(int run);

    double Weight(int run);
}

/// <summary>The stage links of one leaf.</summary>
internal readonly struct LeafRuns(HeatAxes axes, HeatShares shares, LeafScores scores, int leaf) : ICellRuns
{
    private readonly ushort[] _codes = scores.Codes;
    private readonly double[] _weights = shares.LeafLink;
    private readonly int _first = axes.LinkStart[leaf];
    private readonly int _stride = axes.Stride;

    public int Count { get; } = axes.LinkStart[leaf + 1] - axes.LinkStart[leaf];

    public ref readonly ushort Codes(int run) => ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_codes), run * _stride);

    public double Weight(int run) => _weights[_first + run];
}

/// <summary>The links of one stage, from all leaves.</summary>
internal readonly struct StageRuns(HeatAxes axes, HeatShares shares, LeafScores[] scores, int stage) : ICellRuns
{
    private readonly HeatAxes _axes = axes;
    private readonly double[] _weights = shares.StageLink;
    private readonly int _first = axes.StageLinkStart[stage];

    public int Count { get; } = axes.StageLinkStart[stage + 1] - axes.StageLinkStart[stage];

    public ref readonly ushort Codes(int run)
    {
        var link = _axes.StageLinks[_first + run];
        var leaf = _axes.LinkLeaf[link];
        return ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(scores[leaf].Codes), (link - _axes.LinkStart[leaf]) * _axes.Stride);
    }

    public double Weight(int run) => _weights[_first + run];
}

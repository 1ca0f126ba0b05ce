using System.Buffers;
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
internal readonly struct LeafRuns : ICellRuns
{
    private readonly ushort[] _codes;
    private readonly double[] _weights;
    private readonly int _stride;

    public LeafRuns(HeatAxes axes, HeatShares shares, LeafScores scores, int leaf)
    {
        (_codes, _stride) = (scores.Codes, axes.Stride);
        _weights = new double[axes.LinkStart[leaf + 1] - axes.LinkStart[leaf]];
        for (var run = 0; run < _weights.Length; run++)
        {
            _weights[run] = shares.Of(axes.LinkStart[leaf] + run);
        }
    }

    public int Count => _weights.Length;

    public ref readonly ushort Codes(int run) => ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_codes), run * _stride);

    public double Weight(int run) => _weights[run];
}

/// <summary>The links of one stage, from all leaves. The rows lie scattered, so they are looked up once and then walked for every block of units.</summary>
internal readonly struct StageRuns : ICellRuns, IDisposable
{
    private readonly Row[] _rows;

    public StageRuns(HeatLayer layer, int stage)
    {
        var axes = layer.Axes;
        var links = axes.StageLinks.AsSpan(axes.StageLinkStart[stage]..axes.StageLinkStart[stage + 1]);
        Count = links.Length;
        _rows = ArrayPool<Row>.Shared.Rent(links.Length);
        for (var run = 0; run < links.Length; run++)
        {
            var leaf = axes.LinkLeaf[links[run]];
            _rows[run] = new Row(layer.Leaves[leaf].Scores.Codes, (links[run] - axes.LinkStart[leaf]) * axes.Stride, layer.Shares.InStage(links[run]));
        }
    }

    public int Count { get; }

    public ref readonly ushort Codes(int run) => ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_rows[run].Codes), _rows[run].Offset);

    public double Weight(int run) => _rows[run].Weight;

    public void Dispose() => ArrayPool<Row>.Shared.Return(_rows, clearArray: true);

    private readonly record struct Row(ushort[] Codes, int Offset, double Weight);
}

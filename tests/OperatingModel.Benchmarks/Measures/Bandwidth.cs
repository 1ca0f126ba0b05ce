using System.Numerics;
using System.Runtime.InteropServices;

namespace OperatingModel.Benchmarks.Measures;

/// <summary>How fast this machine reads memory right now, with all processors: what any job that touches its data once is up against.</summary>
internal sealed class Bandwidth
{
    /// <summary>Eight times the largest cache met so far: a gigabyte reads no slower.</summary>
    private const int Bytes = 256 << 20;

    private readonly byte[] _memory = new byte[Bytes];
    private long _sum;

    public Bandwidth() => Random.Shared.NextBytes(_memory);

    public Timing Timing { get; } = new("read 256 MB");

    /// <summary>Of the median.</summary>
    public double GigabytesPerSecond => Bytes / Timing.Median / 1e6;

    public void Measure() => Timing.Measure(() =>
    {
        var part = Bytes / Environment.ProcessorCount / Vector<byte>.Count * Vector<byte>.Count;
        Parallel.For(0, Environment.ProcessorCount, i => Interlocked.Add(ref _sum, Sum(_memory.AsSpan(i * part, part))));
    });

    public double MillisecondsFor(double bytes) => bytes / GigabytesPerSecond / 1e6;

    private static long Sum(ReadOnlySpan<byte> memory)
    {
        Vector<long> a = default, b = default, c = default, d = default;
        var vectors = MemoryMarshal.Cast<byte, Vector<long>>(memory);
        for (var i = 0; i + 3 < vectors.Length; i += 4)
        {
            a += vectors[i];
            b += vectors[i + 1];
            c += vectors[i + 2];
            d += vectors[i + 3];
        }

        return Vector.Sum(a + b + c + d);
    }
}

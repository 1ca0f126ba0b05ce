namespace OperatingModel.Domain.HeatMaps.Cube;

/// <summary>Shares large jobs among threads. Each result is made by one thread alone, so it never depends on their number.</summary>
internal static class Portions
{
    /// <summary>Below this many cells the hand-over costs more than it saves.</summary>
    public const long WorthSharing = 300_000;

    private const int PerProcessor = 8;

    private const int Fewest = 16;

    /// <summary>Does something for every index below the count; shared when the cube is large.</summary>
    public static void ForEach(int count, HeatAxes axes, Action<int> action) => Run(
        count,
        axes.Volume >= WorthSharing,
        (from, to) =>
        {
            for (var i = from; i < to; i++)
            {
                action(i);
            }
        });

    public static void Run(int count, bool shared, Action<int, int> portion)
    {
        if (!shared || count < Fewest || Environment.ProcessorCount == 1)
        {
            portion(0, count);
            return;
        }

        var portions = Math.Min(count, Environment.ProcessorCount * PerProcessor);
        Parallel.For(0, portions, i => portion((int)((long)count * i / portions), (int)((long)count * (i + 1) / portions)));
    }
}

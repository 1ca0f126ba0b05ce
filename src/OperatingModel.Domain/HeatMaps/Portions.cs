namespace OperatingModel.Domain.HeatMaps;

/// <summary>Cuts large jobs into portions for several threads. Each result is made by one thread alone, so it never depends on their number.</summary>
internal static class Portions
{
    /// <summary>Below this many cells the hand-over costs more than it saves.</summary>
    public const long WorthSharing = 300_000;

    private const int PerProcessor = 8;

    public static void Run(int count, bool shared, Action<int, int> portion)
    {
        if (!shared || count < 2 || Environment.ProcessorCount == 1)
        {
            portion(0, count);
            return;
        }

        var portions = Math.Min(count, Environment.ProcessorCount * PerProcessor);
        Parallel.For(0, portions, i => portion((int)((long)count * i / portions), (int)((long)count * (i + 1) / portions)));
    }
}

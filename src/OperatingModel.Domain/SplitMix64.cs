namespace OperatingModel.Domain;

/// <summary>
/// Random numbers for simulations: the same seed gives the same numbers on every machine (F0). Because the state is only a counter, any
/// place of the sequence can be reached at once, so parts of a simulation can run in parallel.
/// </summary>
public struct SplitMix64(ulong seed)
{
    private const ulong Step = 0x9E3779B97F4A7C15;

    private ulong _state = seed;

    public ulong Next()
    {
        _state += Step;
        var mixed = (_state ^ (_state >> 30)) * 0xBF58476D1CE4E5B9;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
        return mixed ^ (mixed >> 31);
    }

    /// <summary>Uniform in [0, 1), 53 random bits.</summary>
    public double NextDouble() => (Next() >> 11) * (1.0 / (1UL << 53));

    /// <summary>Skips this many numbers.</summary>
    public void Skip(ulong count) => _state += count * Step;
}

namespace OperatingModel.Domain.Portfolio;

/// <summary>
/// How long a search may look for the best selection. Stopped by nodes, it gives the same answer on every machine and with any
/// number of threads; a time limit may stop it anywhere. Either way the answer then says how far it can be from the best.
/// </summary>
/// <param name="Nodes">The most parts of the search to examine, at least 1.</param>
/// <param name="Threads">Questions worked on at the same time; changes no answer.</param>
public sealed record SearchLimits(long Nodes, TimeSpan Time, int Threads = 1)
{
    public static SearchLimits Default { get; } = new(1_000_000, TimeSpan.FromSeconds(30));

    /// <summary>Used for the time limit only.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>The time that is left for a further question.</summary>
    /// <param name="start">Of the first, as a timestamp of <see cref="Clock"/>.</param>
    public SearchLimits Since(long start) => Time - Clock.GetElapsedTime(start) is var left && left > TimeSpan.Zero
        ? this with { Time = left } : this with { Time = TimeSpan.Zero };
}

/// <summary>How far a search is.</summary>
/// <param name="Nodes">Parts examined so far.</param>
/// <param name="Value">Need points the best selection so far removes.</param>
/// <param name="Bound">No selection removes more.</param>
public readonly record struct SearchProgress(long Nodes, double Value, double Bound)
{
    /// <summary>Share of the bound that the best selection so far may miss, 0..1.</summary>
    public double Gap => GapOf(Value, Bound);

    internal static double GapOf(double value, double bound) => bound > value ? Math.Min(1, (bound - value) / bound) : 0;
}

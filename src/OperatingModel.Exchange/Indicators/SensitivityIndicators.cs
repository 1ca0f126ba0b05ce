using OperatingModel.Domain.HeatMaps;

namespace OperatingModel.Exchange.Indicators;

/// <summary>How firm the order of the priorities is (F6).</summary>
internal static class SensitivityIndicators
{
    /// <summary>Places that count as the top here, whatever the settings single out on screen.</summary>
    private const int Top = 5;

    public static IEnumerable<Indicator> All =>
    [
        Indicator.OfCube("stabilityTop1", cube => Intervals(cube, StabilityScope.Top1)),
        Indicator.OfCube("stabilityTop5", cube => Intervals(cube, StabilityScope.TopK)),
        Indicator.OfCube("simulation", Simulated),
        Indicator.OfCube("rankAgreement", cube =>
            Indicator.ByCode(ConventionCheck.Of(cube), check => check.Name, check => new { check.TauB, Top5Kept = check.TopKept })),
    ];

    private static SortedDictionary<string, Interval> Intervals(HeatCube cube, StabilityScope scope) =>
        Indicator.ByCode(Stability.Of(cube, scope, Top), interval => interval.Stage, interval => new Interval(
            interval.Stage,
            interval.Weight,
            interval.Low,
            interval.High,
            Pair(interval.LowPair),
            Pair(interval.HighPair),
            interval.LowRelative,
            interval.HighRelative));

    private static string[]? Pair(FlippingPair? pair) => pair is null ? null : [pair.NowAhead, pair.NowBehind];

    private static object Simulated(HeatCube cube)
    {
        var settings = new SimulationSettings(K: Top);
        var simulation = Simulation.Run(cube, settings);
        return new
        {
            Iterations = settings.Runs,
            settings.Delta,
            settings.K,
            settings.Seed,
            Result = Indicator.ByCode(simulation.Ranks, leaf => leaf.Code, leaf => new { Top1 = leaf.First, TopK = leaf.Top, leaf.ExpectedRank }),
        };
    }

    private sealed record Interval(
        string Stage, double Weight, double? Low, double? High, string[]? LowPair, string[]? HighPair, double? LowRelative, double? HighRelative);
}

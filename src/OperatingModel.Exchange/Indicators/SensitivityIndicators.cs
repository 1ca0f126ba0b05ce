using OperatingModel.Domain.HeatMaps;
using OperatingModel.Domain.Workspaces;

namespace OperatingModel.Exchange.Indicators;

/// <summary>How firm the order of the priorities is (F6).</summary>
internal static class SensitivityIndicators
{
    /// <summary>Places that count as the top here, whatever the settings single out on screen.</summary>
    private const int Top = 5;

    public static IEnumerable<Indicator> All =>
    [
        new("stabilityTop1", model => Intervals(model, StabilityScope.Top1)),
        new("stabilityTop5", model => Intervals(model, StabilityScope.TopK)),
        new("simulation", Simulated),
        new("rankAgreement", model => Indicator.ByCode(ConventionCheck.Of(model.Cube), check => check.Name, check => new { check.TauB, Top5Kept = check.TopKept })),
    ];

    private static SortedDictionary<string, Interval> Intervals(ModelSnapshot model, StabilityScope scope) =>
        Indicator.ByCode(Stability.Of(model.Cube, scope, Top), interval => interval.Stage, interval => new Interval(
            interval.Stage, interval.Weight, interval.Low, interval.High, Pair(interval.LowPair), Pair(interval.HighPair), interval.LowRelative, interval.HighRelative));

    private static string[]? Pair(FlippingPair? pair) => pair is null ? null : [pair.NowAhead, pair.NowBehind];

    private static object Simulated(ModelSnapshot model)
    {
        var settings = new SimulationSettings(K: Top);
        var simulation = Simulation.Run(model.Cube, settings);
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

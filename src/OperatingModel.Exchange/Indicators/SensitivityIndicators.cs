using OperatingModel.Domain.HeatMaps;
using OperatingModel.Domain.HeatMaps.Sensitivity;

namespace OperatingModel.Exchange.Indicators;

/// <summary>How firm the order of the priorities is (F6).</summary>
internal static class SensitivityIndicators
{
    /// <summary>Places that count as the top here, whatever the settings single out on screen.</summary>
    private const int Top = 5;

    public static IEnumerable<Indicator> All =>
        [
            Indicator.OfCube(
                "stabilityTop1",
                "How far the weight of each stage may move before the first capability loses its place.",
                cube => Intervals(cube, StabilityScope.Top1),
                cube => Ends(cube, StabilityScope.Top1)),
            Indicator.OfCube(
                "stabilityTop5",
                "How far the weight of each stage may move before one of the first five loses its place among them.",
                cube => Intervals(cube, StabilityScope.TopK),
                cube => Ends(cube, StabilityScope.TopK)),
            Indicator.OfCube(
                "simulation",
                "How often each capability comes first, or among the first five, when weights and judgements are less certain than they look.",
                Simulated,
                cube => Simulation.Run(cube, Settings).Ranks.Select(leaf => new OpenFigure(leaf.Code, () => leaf.Explain(Settings)))),
            Indicator.OfCube(
                "rankAgreement",
                "What remains of the order under conventions a reviewer may contest: Kendall's τ-b, and how many of the first five stay.",
                cube => Indicator.ByCode(ConventionCheck.Of(cube), check => check.Name, check => new { check.TauB, Top5Kept = check.TopKept }),
                cube => ConventionCheck.Of(cube).Select(check => new OpenFigure(check.Name, check.Explain))),
        ];

    private static SimulationSettings Settings { get; } = new(K: Top);

    private static IEnumerable<OpenFigure> Ends(HeatCube cube, StabilityScope scope) => Stability.Of(cube, scope, Top)
        .Select(interval => new OpenFigure(interval.Stage, () => interval.ExplainLow(cube.Model), () => interval.ExplainHigh(cube.Model)));

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
        var simulation = Simulation.Run(cube, Settings);
        return new
        {
            Iterations = Settings.Runs,
            Settings.Delta,
            Settings.K,
            Settings.Seed,
            Result = Indicator.ByCode(simulation.Ranks, leaf => leaf.Code, leaf => new { Top1 = leaf.First, TopK = leaf.Top, leaf.ExpectedRank }),
        };
    }

    private sealed record Interval(
        string Stage, double Weight, double? Low, double? High, string[]? LowPair, string[]? HighPair, double? LowRelative, double? HighRelative);
}

using OperatingModel.Benchmarks.Measures;
using OperatingModel.Domain.Portfolio;
using OperatingModel.Exchange.Samples;

namespace OperatingModel.Benchmarks.Portfolios;

/// <summary>Portfolio selection (F10): alone on what the product meets, and beside the solver CBC on plain integer programmes.</summary>
internal static class PortfolioMeasure
{
    private const int PeerSeconds = 300;

    public static void Run(Report report)
    {
        report.Line();
        report.Line("## Portfolio selection");
        report.Line();
        report.Line("| portfolio | min / median / max, ms | widest gap |");
        report.Line("|---|---|---|");
        for (var seed = 0; seed < 40; seed++)
        {
            Selection.Compute(GeneratedPortfolio.Overlapping(1000 + seed, 40, 3, 60, 5));
        }

        var airline = PortfolioProblem.Of(SampleModels.Airline(new DateOnly(2026, 3, 1)));
        var (sample, open) = Measure(report, "airline sample, 18 initiatives", [.. Enumerable.Repeat(airline, 21)], 30);
        report.Goal(
            "G7",
            $"airline sample, median milliseconds to the proof{(open > 0 ? " (void: not proven)" : "")}",
            open > 0 ? double.PositiveInfinity : sample.Median,
            50,
            atLeast: false);
        var (forty, _) = Measure(
            report,
            "40 initiatives on 60 cells",
            [.. Enumerable.Range(1, 25).Select(seed => GeneratedPortfolio.Overlapping(seed, 40, 3, 60, 5))],
            30);
        report.Goal("G7", "40 initiatives with every rule, median seconds to the proof", forty.Median / 1000, 2, atLeast: false);
        var (_, gap) = Measure(
            report,
            "200 initiatives on 2,000 cells",
            [.. Enumerable.Range(1, 9).Select(seed => GeneratedPortfolio.Overlapping(seed, 200, 5, 2000, 10))],
            10);
        report.Goal("G7", "200 initiatives, 5 rounds, 2,000 cells: proven gap after at most 10 s, percent", gap * 100, 2, atLeast: false);
        (_, gap) = Measure(
            report,
            "200 initiatives, four times the overlap",
            [.. Enumerable.Range(1, 3).Select(seed => GeneratedPortfolio.Overlapping(seed, 200, 5, 2000, 40, 0.3))],
            10);
        report.Goal("G7", "200 initiatives with four times the overlap: proven gap after at most 10 s, percent", gap * 100, 2, atLeast: false);
        BesideCbc(report, 300, 15);
        BesideCbc(report, 1000, 5);
    }

    private static (Timing Timing, double Gap) Measure(Report report, string name, PortfolioProblem[] problems, int seconds)
    {
        var timing = new Timing(name);
        var gap = 0.0;
        foreach (var problem in problems)
        {
            timing.Measure(() =>
                gap = Math.Max(gap, Selection.Compute(problem, SearchLimits.Default with { Time = TimeSpan.FromSeconds(seconds) }).Gap));
        }

        report.Line($"| {name} | {timing} | {gap * 100:0.###} % |");
        return (timing, gap);
    }

    private static void BesideCbc(Report report, int initiatives, int count)
    {
        if (!Cbc.IsPresent)
        {
            report.NotMeasured("G7", $"{initiatives} initiatives beside CBC", $"not measured: {Cbc.Missing}");
            return;
        }

        var (own, peer) = (new Timing("ours"), new Timing("CBC"));
        var equal = true;
        var file = Path.GetTempFileName() + ".lp";
        for (var seed = 1; seed <= count; seed++)
        {
            var problem = GeneratedPortfolio.Plain(seed, initiatives, 5);
            Cbc.Write(problem, file);
            var (value, oracle) = (0.0, (double?)0.0);
            own.Measure(() => value = Proven(Selection.Compute(problem, SearchLimits.Default with { Time = TimeSpan.FromSeconds(PeerSeconds) })));
            peer.Measure(() => oracle = Cbc.Solve(file, PeerSeconds));
            equal &= oracle is null || Math.Abs(value - oracle.Value) <= 1e-6 * value;
        }

        File.Delete(file);
        report.Line();
        report.Line($"| {initiatives} initiatives, no overlap | min / median / max, ms | values |");
        report.Line("|---|---|---|");
        report.Line($"| ours | {own} | {(equal ? "equal" : "differ")} |");
        report.Line($"| CBC | {peer} | |");
        report.Goal(
            "G7",
            $"{initiatives} initiatives: time ÷ CBC's, medians{(equal ? "" : " (void: values differ)")}",
            equal ? own.Median / peer.Median : double.PositiveInfinity,
            1,
            atLeast: false);
    }

    private static double Proven(SelectionResult result) => result.Status == SelectionStatus.Optimal ? result.Best!.Value : double.NaN;
}

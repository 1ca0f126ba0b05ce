using OperatingModel.Benchmarks.Portfolios;
using OperatingModel.Domain.Portfolio;

namespace OperatingModel.Domain.Tests.Portfolio;

/// <summary>How a search can be limited, stopped, watched and repeated.</summary>
public sealed class SearchTests
{
    private static readonly PortfolioProblem Large = GeneratedPortfolio.Overlapping(1, 80, 5, 400, 10);
    private static readonly Lazy<SelectionResult> BestOfLarge = new(() => Ask.Best(Large));
    private static readonly PortfolioProblem Middle = GeneratedPortfolio.Overlapping(2, 30, 3, 40, 5);

    [Fact]
    public void A_search_ended_by_a_limit_says_how_far_it_can_be_from_the_best()
    {
        var best = BestOfLarge.Value;
        best.Status.ShouldBe(SelectionStatus.Optimal);
        var limited = Ask.Best(Large, SearchLimits.Default with { Nodes = 3 });
        limited.Status.ShouldBe(SelectionStatus.NotProvenOptimal);
        limited.Bound.ShouldBeGreaterThanOrEqualTo(best.Best!.Value - 1e-9);
        limited.Best!.Value.ShouldBeLessThanOrEqualTo(best.Best.Value + 1e-9);
        limited.Gap.ShouldBe((limited.Bound - limited.Best.Value) / limited.Bound, 1e-12);
        limited.Gap.ShouldBeInRange(1e-9, 0.05);
        limited.Explain(Large).Remarks[0].ShouldStartWith("Not proven optimal: at most ");
    }

    [Fact]
    public void Without_any_time_there_is_still_a_selection_and_a_bound()
    {
        var limited = Ask.Best(Large, SearchLimits.Default with { Time = TimeSpan.Zero });
        limited.Status.ShouldBe(SelectionStatus.NotProvenOptimal);
        limited.Best!.Value.ShouldBeGreaterThan(0);
        double.IsFinite(limited.Bound).ShouldBeTrue();
        limited.Bound.ShouldBeGreaterThanOrEqualTo(BestOfLarge.Value.Best!.Value);
    }

    [Fact]
    public void The_same_limit_on_nodes_gives_the_same_answer_again() // and on any number of threads, since one search uses one
    {
        var limits = SearchLimits.Default with { Nodes = 5 };
        var first = Ask.Best(Large, limits);
        var second = Ask.Best(Large, limits with { Threads = 4 });
        second.Best!.Codes.ShouldBe(first.Best!.Codes);
        second.Bound.ShouldBe(first.Bound);
    }

    [Fact]
    public void Verdicts_and_curves_do_not_depend_on_the_number_of_threads()
    {
        var result = Ask.Best(Middle);
        var stop = TestContext.Current.CancellationToken;
        var alone = InitiativeVerdicts.Of(Middle, result, SearchLimits.Default with { Threads = 1, Nodes = 20 }, null, stop);
        foreach (var threads in new[] { 2, 3, 8 })
        {
            var together = InitiativeVerdicts.Of(Middle, result, SearchLimits.Default with { Threads = threads, Nodes = 20 }, null, stop);
            together.Select(TextOf).ShouldBe(alone.Select(TextOf));
            var curves = new[] { 1, threads }.Select(n =>
                BudgetCurve.Of(Middle, "R1", [0, 5000, 20000], SearchLimits.Default with { Threads = n }, null, stop));
            curves
                .Select(curve =>
                    string.Join(";", curve.Points.Select(point => point.Result.Best is null ? "–" : string.Join(",", point.Result.Best.Codes))))
                .Distinct()
                .Count()
                .ShouldBe(1);
        }
    }

    [Theory, InlineData(200), InlineData(242), InlineData(277), InlineData(323), InlineData(361)]
    public void Many_ties_do_not_keep_a_search_from_its_proof(int seed) => Ask
        .Best(WithTies(GeneratedPortfolio.Overlapping(seed, 50, 1, 40, 5)), SearchLimits.Default with { Nodes = 1500 })
        .Status.ShouldBe(SelectionStatus.Optimal);

    [Fact]
    public void A_verdict_ended_by_a_limit_says_so()
    {
        var verdicts = Ask.Verdicts(Large, BestOfLarge.Value, SearchLimits.Default with { Nodes = 1 });
        verdicts.ShouldContain(verdict => !verdict.IsProven);
        // What was found is a selection, so the loss is real, if perhaps too large.
        verdicts.ShouldAllBe(verdict => (verdict.Marginal ?? verdict.Regret ?? 0) >= -1e-9);
    }

    [Fact]
    public void Where_the_time_has_run_out_a_verdict_says_that_it_knows_nothing()
    {
        var verdicts = Ask.Verdicts(Large, BestOfLarge.Value, SearchLimits.Default with { Time = TimeSpan.Zero });
        verdicts.Count.ShouldBe(80);
        verdicts.Where(verdict => verdict.State is VerdictState.Selected or VerdictState.NotSelected && !verdict.IsMandatory)
            .ShouldAllBe(verdict => !verdict.IsProven && verdict.Marginal == null && verdict.Regret == null && verdict.Otherwise == null);
        verdicts.First(verdict => !verdict.IsProven).Explain(Large, BestOfLarge.Value).Words.ShouldStartWith("The time had run out");
    }

    [Fact]
    public void Improving_a_selection_ends_with_the_time()
    {
        // Every question to the clock takes a second; without the limit more of them are asked than the limit allows.
        var clock = new CountingClock();
        var limited = Ask.Best(
            GeneratedPortfolio.Overlapping(3, 400, 5, 900, 10),
            SearchLimits.Default with
            {
                Time = TimeSpan.FromSeconds(5),
                Clock = clock,
            });
        limited.Status.ShouldBe(SelectionStatus.NotProvenOptimal);
        clock.Questions.ShouldBeLessThan(100);
        limited.Bound.ShouldBeGreaterThanOrEqualTo(limited.Best!.Value);
    }

    [Fact]
    public void A_search_can_be_watched()
    {
        var seen = new Watch();
        var result = Ask.Best(Large, null, seen);
        seen.Reports[0].Nodes.ShouldBe(0);
        seen.Reports[0].Gap.ShouldBeGreaterThan(0);
        (seen.Reports[^1].Value, seen.Reports[^1].Gap).ShouldBe((result.Best!.Value, 0));
        seen.Reports.ShouldAllBe(report =>
            report.Bound >= result.Best.Value - 1e-6 && report.Value <= result.Best.Value + 1e-6 && report.Gap >= 0 && report.Gap < 1);
        seen.Reports.Select(report => report.Nodes).ShouldBeInOrder();
    }

    [Fact]
    public void Every_question_can_be_cancelled()
    {
        using var cancelled = new CancellationTokenSource();
        cancelled.Cancel();
        var result = Ask.Best(Middle);
        Should.Throw<OperationCanceledException>(() => Selection.Compute(Middle, null, null, cancelled.Token));
        Should.Throw<OperationCanceledException>(() => InitiativeVerdicts.Of(Middle, result, null, null, cancelled.Token));
        Should.Throw<OperationCanceledException>(() => NearBestSelections.Of(Middle, result, 0.02, 5, null, cancelled.Token));
        Should.Throw<OperationCanceledException>(() => BudgetCurve.Of(Middle, "R1", [1, 2], null, null, cancelled.Token));
    }

    [Fact]
    public void Cancelling_ends_a_search_that_is_under_way()
    {
        using var source = new CancellationTokenSource();
        Should.Throw<OperationCanceledException>(() => Selection.Compute(Large, null, new Trigger(source), source.Token));
        Should.Throw<OperationCanceledException>(() =>
            InitiativeVerdicts.Of(Middle, Ask.Best(Middle), SearchLimits.Default with { Threads = 2 }, new Trigger(source), source.Token));
    }

    [Fact]
    public void A_round_that_does_not_exist_has_no_curve() => Should.Throw<ArgumentException>(() => Ask.Curve(Middle, "X", 1));

    // Few different figures, so that many selections are worth the same.
    private static PortfolioProblem WithTies(PortfolioProblem problem) => problem with
    {
        Cells = [.. problem.Cells.Select(cell => cell with { Mass = cell.Mass < 0.001 ? 0.05 : cell.Mass < 0.003 ? 0.1 : 0.15 })],
        Candidates =
        [
            .. problem.Candidates.Select(c => c with
            {
                SuccessProbability = c.SuccessProbability < 0.6 ? 0.5 : c.SuccessProbability < 0.8 ? 0.8 : 1,
                Costs = [.. c.Costs.Select(cost => (cost + 999) / 1000 * 1000)],
            }),
        ],
    };

    private static string TextOf(InitiativeVerdict verdict) =>
        $"{verdict.Code} {verdict.State} {verdict.Marginal:R} {verdict.Regret:R} {verdict.IsProven} {string.Join(",", verdict.WouldDrop)} "
            + $"{string.Join(",", verdict.WouldAdd)}";

    private sealed class Watch : IProgress<SearchProgress>
    {
        public List<SearchProgress> Reports { get; } = [];

        public void Report(SearchProgress value) => Reports.Add(value);
    }

    private sealed class Trigger(CancellationTokenSource source) : IProgress<SearchProgress>, IProgress<double>
    {
        public void Report(SearchProgress value) => source.Cancel();

        public void Report(double value) => source.Cancel();
    }

    private sealed class CountingClock : TimeProvider
    {
        public long Questions { get; private set; }

        public override long TimestampFrequency => 1;

        public override long GetTimestamp() => ++Questions;
    }
}

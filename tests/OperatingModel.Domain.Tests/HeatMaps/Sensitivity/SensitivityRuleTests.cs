using OperatingModel.Domain.HeatMaps;
using OperatingModel.Domain.HeatMaps.Sensitivity;

namespace OperatingModel.Domain.Tests.HeatMaps.Sensitivity;

/// <summary>What holds for every stability interval and every simulation (F6).</summary>
public sealed class SensitivityRuleTests
{
    [Fact]
    public void The_interval_holds_the_present_weight_and_the_order_holds_inside_it() => RandomModels.ForAll(model =>
    {
        var cube = model.Snapshot.Cube;
        var stage = model.Random.Next(cube.Stages.Count);
        foreach (var scope in Enum.GetValues<StabilityScope>())
        {
            var interval = Stability.Of(cube, stage, scope, 2);
            if (interval is not { Low: { } low, High: { } high })
            {
                interval.Weight.ShouldBe(1);
                continue;
            }

            interval.Weight.ShouldBeInRange(low - 1e-9, high + 1e-9);
            foreach (var (end, pair, limit) in new[] { (low, interval.LowPair, 0.0), (high, interval.HighPair, 1.0) })
            {
                var (inside, outside) = (end + ((interval.Weight - end) * 1e-3), end + ((limit - end) * 1e-3));
                AheadBeforeBehind(cube, stage, scope, inside).ShouldBeTrue($"{scope} inside {interval}");
                if (pair is not null && Math.Abs(outside - end) > 1e-6)
                {
                    var moved = At(cube, stage, outside);
                    (moved(pair.NowAhead) - moved(pair.NowBehind)).ShouldBeLessThanOrEqualTo(0, $"{scope} outside {interval}");
                }
            }
        }
    });

    [Fact]
    public void First_places_add_up_to_one_or_more_and_the_same_seed_gives_the_same_result() => RandomModels.ForAll(model =>
    {
        var cube = model.Snapshot.Cube;
        var settings = new SimulationSettings(Runs: 20, Seed: (ulong)model.Seed, Delta: 0.5, K: 2);
        var result = Simulation.Run(cube, settings, cancellation: TestContext.Current.CancellationToken);
        result.Ranks.Select(rank => rank.Node).ShouldBe(cube.Priorities.Items.Select(item => item.Node));
        Simulation.Run(cube, settings, cancellation: TestContext.Current.CancellationToken).Ranks.ShouldBe(result.Ranks);
        foreach (var (rank, item) in result.Ranks.Zip(cube.Priorities.Items))
        {
            (rank.ExpectedRank is null).ShouldBe(item.Value is null);
            rank.First.ShouldBeInRange(0, rank.Top);
        }

        if (cube.Priorities.Ranked.Any())
        {
            result.Ranks.Sum(rank => rank.First).ShouldBeGreaterThanOrEqualTo(1 - 1e-9);
        }
    });

    [Fact]
    public void Where_every_target_is_met_no_noise_moves_a_rank() => RandomModels.ForAll(model =>
    {
        var snapshot = model.Snapshot;
        var sure = snapshot.With([.. snapshot.Assessments.Select(row => RowChange.Replace(row, row with { Target = 0 }))], 2);
        var result = Simulation.Run(sure.Cube, new SimulationSettings(Runs: 5, Delta: 0), cancellation: TestContext.Current.CancellationToken);
        result.Ranks.Where(rank => rank.ExpectedRank is not null).ShouldAllBe(rank => rank.ExpectedRank == 1 && rank.First == 1);
    });

    [Fact]
    public void A_simulation_says_how_far_it_is_and_can_be_stopped()
    {
        var cube = Models.Mini().Cube;
        var told = new List<double>();
        Simulation.Run(cube, new SimulationSettings(Runs: 40), new Told(told), TestContext.Current.CancellationToken);
        told.ShouldBe([0.4, 0.8, 1.0]);
        Should.Throw<OperationCanceledException>(() => Simulation.Run(cube, new SimulationSettings(), null, new CancellationToken(canceled: true)));
    }

    [Fact]
    public void Kendalls_tau_is_symmetric_bounded_and_turns_with_the_order() => RandomModels.ForAll(model =>
    {
        var random = model.Random;
        double[] x = [.. Enumerable.Range(0, random.Next(2, 12)).Select(_ => (double)random.Next(5))];
        double[] y = [.. x.Select(_ => (double)random.Next(5))];
        var tau = KendallTau.Of(x, y);
        tau.ShouldBe(KendallTau.Of(y, x));
        (tau ?? 0).ShouldBeInRange(-1 - 1e-9, 1 + 1e-9);
        (KendallTau.Of(x, [.. y.Select(v => -v)]) ?? 0).ShouldBe(-(tau ?? 0), 1e-12);
        (KendallTau.Of(x, x) ?? 1).ShouldBe(1, 1e-12);
    });

    private static bool AheadBeforeBehind(HeatCube cube, int stage, StabilityScope scope, double share)
    {
        var order = TieOrder.Sort(cube.Priorities.Ranked, item => item.Code, item => item.Value);
        var moved = At(cube, stage, share);
        var ahead = scope switch { StabilityScope.Top1 => 1, StabilityScope.TopK => 2, _ => order.Count };
        for (var i = 0; i < Math.Min(ahead, order.Count); i++)
        {
            for (var j = scope == StabilityScope.Full ? i + 1 : ahead; j < order.Count; j++)
            {
                if (Tolerance.Greater(order[i].Value!.Value, order[j].Value!.Value) && moved(order[i].Code) < moved(order[j].Code) - 1e-9)
                {
                    return false;
                }
            }
        }

        return true;
    }

    // The priorities with the stage at this share and the others in proportion, computed by the cube itself.
    private static Func<string, double> At(HeatCube cube, int stage, double share)
    {
        var now = cube.StageShare(stage);
        var weights = cube.Weights;
        foreach (var chain in cube.Stages.Select(s => s.Chain).Distinct())
        {
            var sum = Enumerable.Range(0, cube.Stages.Count).Where(s => cube.Stages[s].Chain == chain).Sum(Share);
            weights = weights with { ChainWeights = weights.ChainWeights.SetItem(chain, sum) };
        }

        for (var s = 0; s < cube.Stages.Count; s++)
        {
            weights = weights.WithStagePoints(cube.Stages[s].Code, Share(s));
        }

        var moved = cube.Reweighted(weights);
        return code => moved.PriorityOf(moved.Tree.IndexOf(code))!.Value;

        double Share(int s) => s == stage ? share : cube.StageShare(s) * (1 - share) / (1 - now);
    }

    private sealed class Told(List<double> shares) : IProgress<double>
    {
        public void Report(double value) => shares.Add(value);
    }
}

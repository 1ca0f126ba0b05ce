using OperatingModel.Domain.Portfolio;

namespace OperatingModel.Domain.Tests.Portfolio;

/// <summary>What holds for every portfolio (F10).</summary>
public sealed class SelectionRuleTests
{
    private const int Cases = 1000;

    // About one in eight is infeasible.
    private const int FeasibleCases = 400;

    [Fact]
    public void The_best_selection_is_the_one_that_looking_at_every_set_finds() => RandomModels.ForAll(RandomPortfolio.Any, Cases, random =>
    {
        var brute = new BruteForce(random.Problem);
        var result = Ask.Best(random.Problem);
        if (brute.Best() is not { } best)
        {
            result.Status.ShouldBe(SelectionStatus.Infeasible);
            result.Obstacle.ShouldNotBeNull();
            return;
        }

        result.Status.ShouldBe(SelectionStatus.Optimal);
        result.Best!.Value.ShouldBe(brute.ValueOf(best), 1e-9);
        result.Best.Codes.ShouldBe(brute.CodesOf(best));
        result.Best.Cost.ShouldBe(brute.CostOf(best));
        var explanation = result.Explain(random.Problem);
        explanation.Terms.Sum(term => term.Amount).ShouldBe(result.Best.Value, 1e-9);
    });

    [Fact]
    public void Every_rule_is_kept() => ForAllFeasible((random, result) =>
    {
        var selected = random.Problem.Candidates.Where(c => result.Best!.Codes.Contains(c.Code)).ToArray();
        selected.All(c => !c.Vetoed).ShouldBeTrue();
        selected.SelectMany(c => c.Prerequisites).All(p => result.Best!.Codes.Contains(p)).ShouldBeTrue();
        selected.Where(c => c.ExclusionGroup is not null).GroupBy(c => c.ExclusionGroup).All(group => group.Count() == 1).ShouldBeTrue();
        random.Problem.Candidates.Where(c => c.Mandatory).All(c => result.Best!.Codes.Contains(c.Code)).ShouldBeTrue();
        foreach (var (cost, round) in result.Best!.CostByRound.Zip(random.Problem.Rounds))
        {
            cost.Round.ShouldBe(round.Round);
            cost.Amount.ShouldBeLessThanOrEqualTo(round.Budget);
        }
    });

    [Fact]
    public void It_is_worth_at_least_the_greedy_choice_and_at_most_the_sum_of_all_alone() => ForAllFeasible((random, result) =>
    {
        var greedy = Selection.Greedy(random.Problem);
        result.Best!.Value.ShouldBeGreaterThanOrEqualTo(greedy.Value - 1e-9);
        new BruteForce(random.Problem).Feasible().Select(f => f.Set).ShouldContain(new BruteForce(random.Problem).SetOf(greedy.Codes));
        var alone = Selection.Standalone(random.Problem);
        result.Best.Value.ShouldBeLessThanOrEqualTo(result.Best.Codes.Sum(code => alone[code]) + 1e-9);
    });

    [Fact]
    public void More_money_never_lowers_the_value() => ForAllFeasible((random, result) =>
    {
        var round = random.Problem.Rounds[random.Random.Next(random.Problem.Rounds.Count)];
        var curve = Ask.Curve(random.Problem, round.Round, round.Budget, round.Budget + 20, round.Budget + 60);
        curve.Points[0].Result.Best!.Codes.ShouldBe(result.Best!.Codes);
        curve.Points.Select(point => Math.Round(point.Result.Best!.Value, 8)).ShouldBeInOrder();
    });

    [Fact]
    public void Counting_money_in_another_currency_keeps_the_choice() => ForAllFeasible((random, result) =>
    {
        var scaled = random.Problem with
        {
            Rounds = [.. random.Problem.Rounds.Select(round => round with { Budget = round.Budget * 7 })],
            Candidates = [.. random.Problem.Candidates.Select(c => c with { Costs = [.. c.Costs.Select(cost => cost * 7)] })],
        };
        Ask.Best(scaled).Best!.Codes.ShouldBe(result.Best!.Codes);
    });

    [Fact]
    public void Taking_a_rule_away_never_lowers_the_value() => ForAllFeasible((random, result) =>
    {
        Candidate[] freed =
        [
            .. random.Problem.Candidates.Select((c, j) => ((j + random.Seed) % 4) switch
            {
                0 => c with { Vetoed = false },
                1 => c with { Mandatory = false },
                2 => c with { ExclusionGroup = null },
                _ => c with { Prerequisites = [] },
            }),
        ];
        Ask.Best(random.Problem with { Candidates = freed }).Best!.Value.ShouldBeGreaterThanOrEqualTo(result.Best!.Value - 1e-9);
    });

    [Fact]
    public void The_order_in_which_things_are_listed_does_not_matter() => ForAllFeasible((random, result) =>
    {
        var shuffled = random.Problem with { Candidates = [.. random.Problem.Candidates.Reverse()], Cells = [.. random.Problem.Cells.Reverse()] };
        Ask.Best(shuffled).Best!.Codes.ShouldBe(result.Best!.Codes);
    });

    [Fact]
    public void Verdicts_say_what_the_best_selection_would_be_with_the_answer_reversed() => ForAllFeasible((random, result) =>
    {
        var brute = new BruteForce(random.Problem);
        foreach (var verdict in Ask.Verdicts(random.Problem, result))
        {
            var bit = brute.SetOf([verdict.Code]);
            var selected = result.Best!.Codes.Contains(verdict.Code);
            (verdict.State == VerdictState.Selected).ShouldBe(selected);
            var reversed = selected ? brute.Best(excluded: bit) : brute.Best(forced: bit);
            ((verdict.Marginal ?? verdict.Regret) is null).ShouldBe(reversed is null, $"{random} {verdict.Code}");
            if (reversed is { } set)
            {
                (verdict.Marginal ?? verdict.Regret)!.Value.ShouldBe(result.Best.Value - brute.ValueOf(set), 1e-9);
                verdict.Explain(random.Problem, result).Terms.Sum(term => term.Amount).ShouldBe(result.Best.Value - brute.ValueOf(set), 1e-9);
            }

            if (reversed is not null && !selected)
            {
                verdict.Otherwise!.Codes.ShouldBe(brute.CodesOf(reversed.Value));
            }
        }
    });

    [Fact]
    public void Alternatives_are_all_that_come_close_without_paying_for_nothing() =>
        ForAllFeasible(
            (random, result) =>
            {
                var brute = new BruteForce(random.Problem);
                var within = random.Random.Next(3) * 0.05;
                var expected = brute
                    .Feasible()
                    .Where(f => f.Value >= ((1 - within) * result.Best!.Value) - 1e-9 && !HasIdle(brute, random.Problem, f))
                    .ToArray();
                var most = random.Random.Next(1, 40);
                var found = Ask.NearBest(random.Problem, result, within, most);
                found.IsComplete.ShouldBeTrue();
                found.IsCut.ShouldBe(expected.Length - 1 > most);
                found.Items.Count.ShouldBe(Math.Min(most, expected.Length - 1));
                var sets = found.Items.Select(item => brute.SetOf(item.Set.Codes)).ToHashSet();
                sets.Count.ShouldBe(found.Items.Count);
                sets.ShouldAllBe(set => expected.Any(f => f.Set == set));
                found.Items.Select(item => Math.Round(item.Loss, 8)).ShouldBeInOrder();
                var left = expected.Where(f => !sets.Contains(f.Set)).Select(f => f.Value).Order().ToArray();
                // The best itself is not an alternative; what was cut off is no better than what is listed.
                (found.Items.Count == 0 ? 0 : left[..^1].DefaultIfEmpty().Max()).ShouldBeLessThanOrEqualTo(
                    found.Items.Count == 0 ? 0 : found.Items[^1].Set.Value + 1e-9);
            });

    private static bool HasIdle(BruteForce brute, PortfolioProblem problem, (int Set, double Value) found)
    {
        var feasible = brute.Feasible().Select(f => f.Set).ToHashSet();
        return Enumerable.Range(0, problem.Candidates.Count).Any(j =>
            (found.Set >> j & 1) == 1 && feasible.Contains(found.Set ^ (1 << j)) && brute.ValueOf(found.Set ^ (1 << j)) >= found.Value - 1e-9);
    }

    private static void ForAllFeasible(Action<RandomPortfolio, SelectionResult> holds) =>
        RandomModels.ForAll(RandomPortfolio.Small, FeasibleCases, random =>
        {
            var result = Ask.Best(random.Problem);
            if (result.Status == SelectionStatus.Optimal)
            {
                holds(random, result);
            }
        });
}

using System.Text.Json;
using OperatingModel.Domain.Portfolio;
using OperatingModel.Domain.Portfolio.Search;
using OperatingModel.Domain.Tests.Vectors;

namespace OperatingModel.Domain.Tests.Portfolio;

public sealed class SelectionTests
{
    private static readonly PortfolioProblem Pf = VectorPortfolios.Named("PF");

    [Fact]
    public void The_best_selection_of_the_small_portfolio() // F10-01: J1, J5, J8 worth 360 + 0 + 200
    {
        var result = Ask.Best(Pf);
        ShouldMatch(result, MethodVectors.Expected("F10-01"));
        result.Gap.ShouldBe(0);
        result.ShareOfNeed!.Value.ShouldBe(560 / (200.0 * 3 + 96 * 2 + 80 * 2), 1e-9);
    }

    [Fact]
    public void What_every_initiative_removes_alone() // F10-02, vetoed J6 included
    {
        var alone = Selection.Standalone(Pf);
        foreach (var expected in MethodVectors.Expected("F10-02").EnumerateObject())
        {
            alone[expected.Name].ShouldBe(expected.Value.GetDouble(), 1e-9, expected.Name);
        }
    }

    [Fact]
    public void Why_every_initiative_is_in_or_out() => // F10-03
        ShouldMatch(Ask.Verdicts(Pf, Ask.Best(Pf)), MethodVectors.Expected("F10-03"), 1e-9);

    [Theory]
    [InlineData("F10-04")]
    [InlineData("F10-05")]
    public void An_overlap_counts_only_up_to_the_target(string id) =>
        Selection.ValueOf(Pf, MethodVectors.Input(id).GetProperty("selected").Strings()).ShouldBe(MethodVectors.Expected(id).GetDouble(), 1e-9);

    [Fact]
    public void A_must_do_that_does_not_fit_is_explained() // F10-06
    {
        var result = Ask.Best(VectorPortfolios.Of(MethodVectors.Input("F10-06")));
        result.Status.ShouldBe(SelectionStatus.Infeasible);
        (result.Best, result.ShareOfNeed, result.Gap).ShouldBe((null, null, 0));
        ShouldMatch(result.Obstacle!, MethodVectors.Expected("F10-06"));
        result.Obstacle!.Sentence.ShouldBe("J5 cost 10 in R1, which has 5: 5 are missing.");
    }

    [Fact]
    public void A_vetoed_must_do_is_a_conflict_to_escalate() // F10-07
    {
        var problem = VectorPortfolios.Of(MethodVectors.Input("F10-07"));
        var result = Ask.Best(problem);
        result.Status.ShouldBe(SelectionStatus.Infeasible);
        ShouldMatch(result.Obstacle!, MethodVectors.Expected("F10-07"));
        Ask.Verdicts(problem, result).ShouldBeEmpty();
        Ask.NearBest(problem, result).Items.ShouldBeEmpty();
        Selection.Greedy(problem).Codes.ShouldBe(["J5"]);
    }

    [Fact]
    public void Choosing_by_value_per_cost_is_not_always_best() // F10-08: a is worth 60, b and c together 80
    {
        var problem = VectorPortfolios.Of(MethodVectors.Input("F10-08"));
        ShouldMatch(Selection.Greedy(problem), MethodVectors.Expected("F10-08").GetProperty("greedy"), 1e-9);
        ShouldMatch(Ask.Best(problem).Best!, MethodVectors.Expected("F10-08").GetProperty("optimal"), 1e-9);
    }

    [Fact]
    public void Every_vector_of_the_formula_is_checked() =>
        MethodVectors.Ids("F10").ShouldBe(["F10-01", "F10-02", "F10-03", "F10-04", "F10-05", "F10-06", "F10-07", "F10-08"]);

    [Fact]
    public void Must_dos_that_exclude_each_other_are_named()
    {
        var problem = Problem(Free("A") with { Mandatory = true, ExclusionGroup = "G" }, Free("B") with { Mandatory = true, ExclusionGroup = "G" });
        var obstacle = Ask.Best(problem).Obstacle!;
        obstacle.Reason.ShouldBe(ObstacleReason.MustDoExcludeEachOther);
        obstacle.Conflict.ShouldBe(["A", "B"]);
    }

    [Fact]
    public void A_prerequisite_that_does_not_exist_can_never_be_met()
    {
        var problem = Problem(Free("A") with { Prerequisites = ["X"] }, Free("B"));
        var result = Ask.Best(problem);
        result.Best!.Codes.ShouldBe(["B"]);
        var verdict = Ask.Verdict(problem, result, "A");
        (verdict.State, verdict.Obstacle!.Reason).ShouldBe((VerdictState.NotSelectable, ObstacleReason.NoFeasibleCombination));
    }

    [Fact]
    public void Initiatives_that_need_each_other_come_together_or_not_at_all()
    {
        var problem = Problem(Free("A") with { Prerequisites = ["B"], Costs = [3] }, Free("B") with { Prerequisites = ["A"], Costs = [3] });
        Ask.Best(problem).Best!.Codes.ShouldBe(["A", "B"]);
        Ask.Best(problem.WithBudget("R1", 5)).Best!.Codes.ShouldBeEmpty();
    }

    [Fact]
    public void Equal_values_are_decided_by_cost_then_number_then_codes()
    {
        Ask.Best(Problem(Free("A") with { Costs = [2] }, Free("B") with { Costs = [1] }).WithBudget("R1", 2)).Best!.Codes.ShouldBe(["B"]);
        // Two halves cost as much as one whole.
        Ask.Best(Problem(Half("A"), Half("B"), Free("C") with { Costs = [2] }).WithBudget("R1", 2)).Best!.Codes.ShouldBe(["C"]);
        Ask.Best(Problem(Free("C"), Free("B"), Free("D")).WithBudget("R1", 1)).Best!.Codes.ShouldBe(["B"]);
        // What brings nothing is never paid for, not even when it is free.
        Ask.Best(Problem(Free("A"), new Candidate("Z", [0], 1, false, false, null, [], []))).Best!.Codes.ShouldBe(["A"]);
    }

    [Fact]
    public void Uplifts_of_the_same_place_told_in_parts_are_one()
    {
        // B lifts two levels, not twice as much as A does: A is not the better choice.
        var problem = Problem(Half("A"), Half("B") with { Uplifts = [.. Half("B").Uplifts, .. Half("B").Uplifts] });
        var portfolio = new FlatPortfolio(problem);
        portfolio.Uplifts[1].ShouldBe([(0, 2.0)]);
        Preferences.Of(portfolio).ShouldBeEmpty();
    }

    [Fact]
    public void A_benefit_nobody_has_assessed_counts_as_zero_and_is_told() =>
        Ask.Best(Pf).Unassessed.ShouldBe([new UnassessedUplift("J8", "K4", "A")]);

    [Fact]
    public void A_problem_without_initiatives_has_an_empty_answer()
    {
        var result = Ask.Best(Problem());
        (result.Status, result.Best!.Value, result.Bound).ShouldBe((SelectionStatus.Optimal, 0.0, 0.0));
        Ask.Verdicts(Problem(), result).ShouldBeEmpty();
    }

    internal static PortfolioProblem Problem(params Candidate[] candidates) =>
        new([new PortfolioCell("K", "U", 0.1, 5, 2)], [new RoundBudget("R1", 100)], candidates);

    internal static Candidate Free(string code) => new(code, [1], 1, false, false, null, [], [new CandidateUplift("K", "U", 2)]);

    private static Candidate Half(string code) => Free(code) with { Uplifts = [new CandidateUplift("K", "U", 1)] };

    internal static void ShouldMatch(SelectionResult result, JsonElement expected, double near = 1e-9)
    {
        result.Status.ToString().ShouldBe(expected.Text("status"));
        ShouldMatch(result.Best!, expected, near);
        result.Best!.CostByRound.ToDictionary(cost => cost.Round, cost => (double)cost.Amount)
            .ShouldBe(expected.GetProperty("costByRound").EnumerateObject().ToDictionary(cost => cost.Name, cost => cost.Value.GetDouble()));
    }

    internal static void ShouldMatch(PortfolioSet set, JsonElement expected, double near)
    {
        set.Codes.ShouldBe(expected.GetProperty("selected").Strings());
        set.Value.ShouldBe(expected.Number("value")!.Value, near);
        set.Cost.ShouldBe((long)expected.Number("cost")!.Value);
    }

    internal static void ShouldMatch(IReadOnlyList<InitiativeVerdict> verdicts, JsonElement expected, double near)
    {
        verdicts.Select(verdict => verdict.Code).ShouldBe(expected.EnumerateObject().Select(property => property.Name));
        foreach (var verdict in verdicts)
        {
            var wanted = expected.GetProperty(verdict.Code);
            verdict.State.ToString().ShouldBe(wanted.Text("state"), verdict.Code);
            verdict.IsProven.ShouldBeTrue();
            verdict.Marginal.ShouldBeNear(wanted.Number("marginal"), near, verdict.Code);
            verdict.Regret.ShouldBeNear(wanted.Number("regret"), near, verdict.Code);
            if (wanted.TryGetProperty("mandatory", out var mandatory))
            {
                verdict.IsMandatory.ShouldBe(mandatory.GetBoolean(), verdict.Code);
            }

            if (wanted.TryGetProperty("wouldDrop", out var drop))
            {
                verdict.WouldDrop.ShouldBe(drop.Strings(), verdict.Code);
                verdict.WouldAdd.ShouldBe(wanted.GetProperty("wouldAdd").Strings(), verdict.Code);
            }

            if (wanted.TryGetProperty("reason", out _))
            {
                ShouldMatch(verdict.Obstacle!, wanted);
            }
        }
    }

    private static void ShouldMatch(Obstacle obstacle, JsonElement expected)
    {
        obstacle.Reason.ToString().ShouldBe(expected.Text("reason"));
        obstacle.Money?.Round.ShouldBe(expected.Text("round"));
        ((double?)obstacle.Money?.Shortfall).ShouldBe(expected.Number("shortfall"));
        if (expected.TryGetProperty("required", out var required))
        {
            (obstacle.Money!.Required, obstacle.Money.Budget).ShouldBe((required.GetInt64(), expected.GetProperty("budget").GetInt64()));
            obstacle.MustDo.ShouldBe(expected.GetProperty("mustDo").Strings());
        }

        if (expected.TryGetProperty("conflict", out var conflict))
        {
            obstacle.Conflict.ShouldBe(conflict.Strings());
        }
    }
}

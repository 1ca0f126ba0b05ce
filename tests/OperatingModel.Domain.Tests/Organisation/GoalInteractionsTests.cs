using System.Text.Json.Nodes;
using OperatingModel.Domain.Organisation;
using OperatingModel.Domain.Strategy;
using OperatingModel.Domain.Tests.Vectors;

namespace OperatingModel.Domain.Tests.Organisation;

public sealed class GoalInteractionsTests
{
    [Fact]
    public void Ratings_follow_from_directions_and_influences_as_in_vector_F13_01()
    {
        var vector = ExpectedFigures.Of("F13-01");
        var interactions = InteractionsOfVector();
        vector.ShouldBe(vector.Input["pairs"]!.AsArray().Select(pair => interactions.Between((string)pair![0]!, (string)pair[1]!)));
    }

    [Fact]
    public void Two_units_clash_over_their_goals_as_in_vector_F13_02()
    {
        var vector = ExpectedFigures.Of("F13-02");
        var pull = InteractionsOfVector().Between(GoalsOf(vector.Input["unitA"]!), GoalsOf(vector.Input["unitB"]!));
        vector.ShouldBe(new
        {
            pull.Conflict,
            Synergy = pull.Support,
            Rows = pull.Pairs.Select(pair => new object[] { pair.Kpi, pair.Other, pair.Rating, pair.Effect }),
        });
    }

    [Fact]
    public void KPIs_of_one_metric_agree_or_cancel_by_their_directions()
    {
        var interactions = new GoalInteractions(
            [
                RandomOrganisation.NewKpi("A", KpiDirection.Maximise, "STOCK"),
                RandomOrganisation.NewKpi("B", KpiDirection.Maximise, "STOCK"),
                RandomOrganisation.NewKpi("C", KpiDirection.Minimise, "STOCK"),
            ],
            [],
            []);
        interactions.Between("A", "B").ShouldBe(3);
        interactions.Between("A", "C").ShouldBe(-3);
    }

    [Fact]
    public void An_expert_rating_in_one_direction_replaces_what_is_derived_in_both()
    {
        var kpis = new[] { RandomOrganisation.NewKpi("A", KpiDirection.Maximise), RandomOrganisation.NewKpi("B", KpiDirection.Maximise) };
        var influences = new[] { new MetricInfluence("A", "B", -1, 3, "claim"), new MetricInfluence("B", "A", 1, 2, "claim") };
        new GoalInteractions(kpis, influences, []).Between("A", "B").ShouldBe(-3);
        new GoalInteractions(kpis, influences, [new GoalRating("B", "A", 1, "expert")]).Between("A", "B").ShouldBe(1);
        new GoalInteractions(kpis, influences, [new GoalRating("B", "A", 0, "expert")]).Between("A", "B").ShouldBe(0);
    }

    [Fact]
    public void Conflict_is_symmetric_and_with_support_at_most_one() => Property.Holds(random =>
    {
        var kpis = RandomOrganisation.KpiCodes(6);
        var interactions = RandomOrganisation.Interactions(random, kpis);
        var (one, other) = (RandomOrganisation.Goals(random, kpis), RandomOrganisation.Goals(random, kpis));
        var (there, back) = (interactions.Between(one, other), interactions.Between(other, one));
        there.Conflict.ShouldBe(back.Conflict, 1e-12);
        there.Support.ShouldBe(back.Support, 1e-12);
        (there.Conflict + there.Support).ShouldBeLessThanOrEqualTo(1 + 1e-9);
        there.Conflict.ShouldBeGreaterThanOrEqualTo(0);
        there.Support.ShouldBeGreaterThanOrEqualTo(0);
    });

    internal static GoalInteractions InteractionsOfVector()
    {
        var input = ExpectedFigures.Of("F13-01").Input;
        return new GoalInteractions(
            input["kpis"]!
                .AsObject()
                .Select(kpi =>
                    RandomOrganisation.NewKpi(
                        kpi.Key,
                        (int)kpi.Value!["direction"]! > 0 ? KpiDirection.Maximise : KpiDirection.Minimise,
                        (string?)kpi.Value["metric"])),
            input["influences"]!
                .AsArray()
                .Select(row => new MetricInfluence((string)row![0]!, (string)row[1]!, (int)row[2]!, (int)row[3]!, "vector")),
            []);
    }

    internal static Goals GoalsOf(JsonNode weights) => new(weights.AsObject().Select(goal => (goal.Key, (double)goal.Value!)));
}

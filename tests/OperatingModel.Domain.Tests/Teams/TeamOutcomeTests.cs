using System.Text.Json.Nodes;
using OperatingModel.Domain.Organisation;
using OperatingModel.Domain.Teams;
using OperatingModel.Domain.Tests.Organisation;
using OperatingModel.Domain.Tests.Vectors;

namespace OperatingModel.Domain.Tests.Teams;

public sealed class TeamOutcomeTests
{
    [Theory]
    [InlineData("F13-03")]
    [InlineData("F13-04")]
    public void Members_pull_on_the_outcome_of_their_team_as_in_the_vectors(string id)
    {
        var vector = ExpectedFigures.Of(id);
        var interactions = GoalInteractionsTests.InteractionsOfVector();
        var homes = vector.Input["homeGoals"]!.AsObject().ToDictionary(home => home.Key, home => GoalInteractionsTests.GoalsOf(home.Value!));
        var team = GoalInteractionsTests.GoalsOf(vector.Input["teamGoals"]!);
        HomeShare[] members = [.. vector.Input["members"]!.AsObject().Select(m => new HomeShare(m.Key, (double)m.Value!))];
        var pull = OutcomePull.Of(members, unit => homes[unit], team, (double)vector.Input["sharedGoalWeight"]!, interactions);
        vector.ShouldBe(Spelled(pull, interactions.Between(team, team).Conflict));
    }

    [Fact]
    public void The_airline_teams_pull_as_expected_before_and_after_goals_are_shared()
    {
        var outcomes = TeamOutcome.Compute(ExpectedFigures.Airline).ToDictionary(outcome => outcome.Team);
        foreach (var (team, expected) in ExpectedFigures.OfAirline("goals").AsObject())
        {
            var outcome = outcomes[team];
            outcome.Members.Select(m => m.Unit).ShouldBe(expected!["members"]!.AsObject().Select(m => m.Key));
            Agreement.Check(
                expected,
                new
                {
                    Members = outcome.Members.ToDictionary(m => m.Unit, m => m.Fte),
                    Before = Spelled(outcome.Before, outcome.InternalConflict),
                    After = Spelled(outcome.After, outcome.InternalConflict),
                },
                ExpectedFigures.AirlineTolerance);
        }

        Agreement.Check(
            ExpectedFigures.OfAirline("teamInternalConflict"),
            outcomes.ToDictionary(outcome => outcome.Key, outcome => outcome.Value.InternalConflict),
            ExpectedFigures.AirlineTolerance);
        foreach (var outcome in outcomes.Values)
        {
            outcome.Explain().Terms.Sum(term => term.Amount).ShouldBe(outcome.After.GoalConflict!.Value, 1e-9);
        }
    }

    [Fact]
    public void Conflict_with_the_outcome_falls_linearly_to_the_teams_own_contradiction() => Property.Holds(random =>
    {
        var kpis = RandomOrganisation.KpiCodes(6);
        var interactions = RandomOrganisation.Interactions(random, kpis);
        var team = RandomOrganisation.Goals(random, kpis);
        HomeShare[] members = [.. Enumerable.Range(1, random.Next(1, 5)).Select(i => new HomeShare($"U{i}", random.Next(1, 20) / 4.0))];
        var homes = members.ToDictionary(m => m.Unit, _ => RandomOrganisation.Goals(random, kpis));
        var share = random.NextDouble();
        var (none, some, all) = (At(0), At(share), At(1));
        some.GoalConflict!.Value.ShouldBe(((1 - share) * none.GoalConflict!.Value) + (share * all.GoalConflict!.Value), 1e-9);
        all.GoalConflict.Value.ShouldBe(interactions.Between(team, team).Conflict, 1e-9);
        all.SharedGoalOverlap!.Value.ShouldBe(1, 1e-9);
        some.Rows.ShouldAllBe(row => row.Conflict + row.Support <= 1 + 1e-9);

        OutcomePull At(double weight) => OutcomePull.Of(members, unit => homes[unit], team, weight, interactions);
    });

    [Fact]
    public void A_team_without_full_members_has_no_figure()
    {
        var pull = OutcomePull.Of([], _ => Goals.None, Goals.None, 0.6, new GoalInteractions([], [], []));
        pull.GoalConflict.ShouldBeNull();
        pull.SharedGoalOverlap.ShouldBeNull();
    }

    private static JsonNode? Spelled(OutcomePull pull, double internalConflict) => System.Text.Json.JsonSerializer.SerializeToNode(new
    {
        goalConflict = pull.GoalConflict,
        goalSupport = pull.GoalSupport,
        sharedGoalOverlap = pull.SharedGoalOverlap,
        teamInternalConflict = internalConflict,
        rows = pull.Rows.Select(row => new { unit = row.Unit, fte = row.Fte, conflict = row.Conflict, synergy = row.Support, share = row.Share }),
    });
}

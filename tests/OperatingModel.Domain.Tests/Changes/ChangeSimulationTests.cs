using OperatingModel.Domain.Changes;
using OperatingModel.Domain.Tests.Vectors;

namespace OperatingModel.Domain.Tests.Changes;

public sealed class ChangeSimulationTests
{
    [Fact]
    public void The_airline_changes_go_through_silos_and_teams_as_expected()
    {
        var simulation = ChangeSimulation.Compute(ExpectedFigures.Airline);
        Agreement.Check(
            ExpectedFigures.OfAirline("changes"),
            simulation.Changes.ToDictionary(c => c.Change.Code, c => new
            {
                AfterAllModesFullWeight = new { Load = c.After.WorstCaseLoad, CoordinationIndex = c.After.WorstCaseIndex },
                Before = CoordinationVector.Spelled(c.Before),
                After = CoordinationVector.Spelled(c.After),
            }),
            ExpectedFigures.AirlineTolerance);
    }

    [Fact]
    public void The_airline_hand_offs_a_year_fall_as_expected()
    {
        var simulation = ChangeSimulation.Compute(ExpectedFigures.Airline);
        Agreement.Check(
            ExpectedFigures.OfAirline("handoffsPerYear"),
            new { Before = simulation.Before.HandOffs, After = simulation.After.HandOffs },
            ExpectedFigures.AirlineTolerance);

        // 6 × 66 + 4 × 20 + 5 × 32 before; 6 × 5.75 + 4 × 0.5 + 5 × 8.5 after.
        simulation.Before.Load.ShouldBe(636, 1e-9);
        simulation.After.Load.ShouldBe(79, 1e-9);
        simulation.ExplainHandOffs().Terms.Sum(term => term.Amount).ShouldBe(75, 1e-9);
    }

    [Fact]
    public void A_lead_team_outside_the_design_leaves_every_role_at_home()
    {
        var simulation = ChangeSimulation.Compute(ExpectedFigures.Airline, TeamDesign.Of(["T-PLAT"]));
        simulation.After.ShouldBe(simulation.Before);
    }

    [Fact]
    public void A_provider_outside_the_design_cannot_provide()
    {
        var without = ChangeSimulation.Compute(ExpectedFigures.Airline, TeamDesign.Of(["T-PRE"])).Changes[0].After;
        without.Steps.Single(s => s.Step.Role == "DEVOPS").Position.Unit.Code.ShouldBe("ITO");
        without.Load.ShouldBeGreaterThan(ChangeSimulation.Compute(ExpectedFigures.Airline).Changes[0].After.Load);
    }

    [Theory]
    [InlineData(null, "OrganisationUnits")]
    [InlineData("OrganisationUnits", "OrganisationUnits")]
    [InlineData("Teams:*", "Teams:*")]
    [InlineData("Teams:T-PRE, T-DAY", "Teams:T-DAY,T-PRE")]
    public void A_design_is_read_as_scenarios_spell_it(string? text, string expected)
    {
        TeamDesign.TryParse(text, out var design).ShouldBeTrue();
        design.ToString().ShouldBe(expected);
    }

    [Fact]
    public void An_unknown_spelling_of_a_design_is_not_understood() => TeamDesign.TryParse("Squads", out _).ShouldBeFalse();
}

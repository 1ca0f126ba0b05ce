using OperatingModel.Domain.Changes;
using OperatingModel.Domain.Organisation;
using OperatingModel.Domain.Teams;
using OperatingModel.Domain.Tests.Organisation;
using OperatingModel.Domain.Tests.Vectors;
using OperatingModel.Domain.Workspaces;

namespace OperatingModel.Domain.Tests.Changes;

public sealed class CoordinationTests
{
    private static readonly string[] Roles = ["R1", "R2", "R3", "R4", "R5"];
    private static readonly string[] Kpis = RandomOrganisation.KpiCodes(5);

    [Theory]
    [InlineData("F12-02")]
    [InlineData("F12-03")]
    [InlineData("F12-04")]
    public void A_change_goes_through_a_design_as_in_the_vectors(string vector)
    {
        var expected = ExpectedFigures.Of(vector);
        expected.ShouldBe(CoordinationVector.Spelled(CoordinationVector.PathOf(expected.Input)));
    }

    [Fact]
    public void Figures_stay_in_their_ranges_and_lead_time_is_touch_and_wait() => Property.Holds(random =>
    {
        var path = PathOf(random, RandomPositions(random));
        path.CoordinationIndex.ShouldBeInRange(0, 1);
        path.WorstCaseIndex.ShouldBeInRange(0, 1);
        path.WorstCaseLoad.ShouldBeGreaterThanOrEqualTo(path.Load - 1e-9);
        path.LeadTimeDays.ShouldBe(path.TouchDays + path.WaitDays, 1e-12);
        path.LeadTimeDays.ShouldBeGreaterThanOrEqualTo(path.TouchDays);
        path.Explain("it").Terms.Sum(term => term.Amount).ShouldBe(path.Load, 1e-9);
    });

    [Fact]
    public void One_team_for_all_roles_has_no_hand_off_load_or_wait() => Property.Holds(random =>
    {
        var team = RandomOrganisation.Unit(random, "T", Kpis, isTeam: true);
        var path = PathOf(random, Roles.ToDictionary(role => role, _ => new Position(team, ParticipationMode.Embedded)));
        (path.HandOffs, path.Load, path.WaitDays, path.UnitsInvolved).ShouldBe((0, 0, 0, 1));
    });

    [Fact]
    public void Merging_two_units_never_adds_hand_offs() => Property.Holds(random =>
    {
        var positions = RandomPositions(random);
        var (kept, merged) = (positions[Roles[random.Next(5)]].Unit, positions[Roles[random.Next(5)]].Unit);
        var after = positions.ToDictionary(p => p.Key, p => p.Value.Unit.IsSameAs(merged) ? p.Value with { Unit = kept } : p.Value);
        var seed = random.Next();
        PathOf(new Random(seed), after).HandOffs.ShouldBeLessThanOrEqualTo(PathOf(new Random(seed), positions).HandOffs);
    });

    [Fact]
    public void A_change_without_a_transfer_or_without_days_has_no_load_and_no_efficiency()
    {
        var at = new Position(DesignUnit.UnknownHomeOf("R"), ParticipationMode.External);
        var path = Coordination.Of(
            [new ChangeStep("CH", 1, "a", "R", 0, StepLink.Pooled), new ChangeStep("CH", 2, "b", "S", 0, null)],
            role => role == "R" ? at : at with { Unit = DesignUnit.UnknownHomeOf(role) },
            ModeFactors.Of(ModelSettings.Default),
            new HashSet<string>());
        path.CoordinationIndex.ShouldBe(0);
        path.FlowEfficiency.ShouldBeNull();
        (path.HandOffs, path.Crossings, path.UnitsInvolved).ShouldBe((0, 0, 2));
    }

    private static Dictionary<string, Position> RandomPositions(Random random)
    {
        DesignUnit[] units = [.. Enumerable.Range(1, 3).Select(i => RandomOrganisation.Unit(random, $"U{i}", Kpis))];
        return Roles.ToDictionary(role => role, _ => new Position(units[random.Next(3)], (ParticipationMode)random.Next(6)));
    }

    private static ChangePath PathOf(Random random, Dictionary<string, Position> positions)
    {
        var count = random.Next(2, 12);
        return Coordination.Of(
            Enumerable.Range(1, count).Select(i => new ChangeStep(
                "CH", i, $"step {i}", Roles[random.Next(5)], random.Next(0, 10) / 2.0, i == count ? null : (StepLink)random.Next(3))),
            role => positions[role],
            ModeFactors.Of(ModelSettings.Default),
            new HashSet<string> { "R1" });
    }
}

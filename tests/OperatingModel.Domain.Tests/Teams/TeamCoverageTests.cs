using System.Text.Json.Nodes;
using OperatingModel.Domain.Teams;
using OperatingModel.Domain.Tests.Vectors;

namespace OperatingModel.Domain.Tests.Teams;

public sealed class TeamCoverageTests
{
    private static readonly string[] Roles = ["PM", "DEV", "QA", "SEC"];

    [Fact]
    public void Roles_are_covered_as_in_vector_F14_01()
    {
        var vector = ExpectedFigures.Of("F14-01");
        var coverage = TeamCoverage.Of(
            "T",
            [
                .. vector.Input["required"]!.AsArray().Select(row => new RequiredRole(
                    "T", (string)row!["role"]!, (double)row["fte"]!, ModesOf(row["modes"]!), (bool)row["critical"]!)),
            ],
            [
                .. vector.Input["allocations"]!.AsArray().Select(row => new Allocation(
                    "T", (string)row!["role"]!, (double)row["fte"]!, Enum.Parse<ParticipationMode>((string)row["mode"]!), null, null)),
            ]);
        vector.ShouldBe(Spelled(coverage));
    }

    [Fact]
    public void The_airline_teams_have_their_roles_and_load_as_expected()
    {
        var loads = CognitiveLoad.Compute(ExpectedFigures.Airline).ToDictionary(load => load.Team);
        var coverages = TeamCoverage.Compute(ExpectedFigures.Airline);
        Agreement.Check(
            ExpectedFigures.OfAirline("teams"),
            coverages.ToDictionary(coverage => coverage.Team, coverage => new
            {
                Coverage = Spelled(coverage),
                Cognitive = CognitiveLoadTests.Spelled(loads[coverage.Team]),
                coverage.EmbeddedFte,
            }),
            ExpectedFigures.AirlineTolerance);
        foreach (var coverage in coverages)
        {
            coverage.Explain().Terms.Sum(term => term.Amount).ShouldBe(coverage.Coverage!.Value, 1e-9);
        }
    }

    [Fact]
    public void Coverage_is_a_share_and_another_allocation_in_an_allowed_mode_never_lowers_it() => Property.Holds(random =>
    {
        RequiredRole[] required =
        [
            .. Roles.Where(_ => random.Next(4) > 0).Select(role => new RequiredRole(
                "T", role, random.Next(0, 8) / 2.0, (ParticipationModes)random.Next(1, 32), random.Next(2) == 0)),
        ];
        List<Allocation> allocations = [.. Enumerable.Range(0, random.Next(0, 8)).Select(_ => RandomAllocation())];
        var before = TeamCoverage.Of("T", required, allocations);
        if (required.Length == 0)
        {
            before.Coverage.ShouldBeNull();
            return;
        }

        before.Coverage!.Value.ShouldBeInRange(0, 1 + 1e-12);
        before.IsComplete.ShouldBe(before.Rows.All(row => row.ShortfallFte <= 1e-9));
        var asked = required[random.Next(required.Length)];
        var mode = Enum.GetValues<ParticipationMode>().First(asked.Allows);
        var after = TeamCoverage.Of("T", required, [.. allocations, RandomAllocation() with { Role = asked.Role, Mode = mode }]);
        after.Coverage!.Value.ShouldBeGreaterThanOrEqualTo(before.Coverage.Value - 1e-12);

        Allocation RandomAllocation() => new("T", Roles[random.Next(4)], random.Next(1, 8) / 4.0, (ParticipationMode)random.Next(5), null, null);
    });

    [Fact]
    public void A_role_of_which_nothing_is_required_is_covered()
    {
        var coverage = TeamCoverage.Of("T", [new RequiredRole("T", "PM", 0, ParticipationModes.Embedded, false)], []);
        coverage.Rows[0].Status.ShouldBe(RoleStatus.Covered);
        coverage.IsComplete.ShouldBeTrue();
    }

    private static ParticipationModes ModesOf(JsonNode modes) =>
        modes.AsArray().Aggregate(ParticipationModes.None, (all, mode) => all | Enum.Parse<ParticipationModes>((string)mode!));

    private static object Spelled(TeamCoverage coverage) => new
    {
        coverage.Coverage,
        Complete = coverage.IsComplete,
        Rows = coverage.Rows.Select(row => new { row.Required.Role, row.Coverage, row.ShortfallFte, row.Status }),
    };
}

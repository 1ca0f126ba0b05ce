using OperatingModel.Domain.People;
using OperatingModel.Domain.Tests.Vectors;

namespace OperatingModel.Domain.Tests.People;

public sealed class ReadinessTests
{
    [Fact]
    public void Readiness_and_training_demand_are_as_in_vector_F18_01()
    {
        var vector = ExpectedFigures.Of("F18-01");
        var rows = vector.Input["rows"]!.AsArray();
        var days = rows.ToDictionary(row => (string)row!["skill"]!, row => (double)row!["daysPerLevel"]!);
        vector.ShouldBe(Spelled(Readiness.Of(
            "T",
            [
                .. rows.Select(row => new SkillRequirement(
                    "T", (string)row!["skill"]!, (int)row["people"]!, (int)row["current"]!, (int)row["required"]!, (int)row["weight"]!)),
            ],
            skill => days[skill])));
    }

    [Fact]
    public void The_airline_teams_are_ready_as_expected()
    {
        var readiness = Readiness.Compute(ExpectedFigures.Airline);
        readiness.Count.ShouldBe(ExpectedFigures.OfAirline("readiness").AsObject().Count);
        Agreement.Check(ExpectedFigures.OfAirline("readiness"), readiness.ToDictionary(team => team.Team, Spelled), ExpectedFigures.AirlineTolerance);
        foreach (var team in readiness)
        {
            team.Explain().Terms.Sum(term => term.Amount).ShouldBe(team.Share!.Value, 1e-9);
        }
    }

    [Fact]
    public void Learning_never_lowers_readiness_and_nothing_to_learn_is_ready() => Property.Holds(random =>
    {
        SkillRequirement[] requirements =
        [
            .. Enumerable.Range(1, random.Next(1, 8)).Select(i => new SkillRequirement(
                "T", $"S{i}", random.Next(1, 10), random.Next(0, 5), random.Next(1, 5), random.Next(1, 4))),
        ];
        var before = Readiness.Of("T", requirements, _ => 4);
        before.Share!.Value.ShouldBeInRange(0, 1);
        (before.Share == 1).ShouldBe(before.TrainingDays == 0);
        var learner = random.Next(requirements.Length);
        requirements[learner] = requirements[learner] with { Current = Math.Min(4, requirements[learner].Current + 1) };
        var after = Readiness.Of("T", requirements, _ => 4);
        after.Share!.Value.ShouldBeGreaterThanOrEqualTo(before.Share.Value);
        after.TrainingDays.ShouldBeLessThanOrEqualTo(before.TrainingDays);
    });

    [Fact]
    public void A_team_of_which_nothing_is_required_has_no_readiness() =>
        Readiness.Of("T", [new SkillRequirement("T", "S", 3, 2, 0, 3)], _ => 4).Share.ShouldBeNull();

    private static object Spelled(Readiness readiness) => new
    {
        Readiness = readiness.Share,
        readiness.TrainingDays,
        Rows = readiness.Rows.Select(row => new { row.Requirement.Skill, row.Gap, row.TrainingDays, row.Priority }),
        readiness.Barriers,
    };
}

using OperatingModel.Domain.People;
using OperatingModel.Domain.Tests.Vectors;

namespace OperatingModel.Domain.Tests.People;

public sealed class TrainingPlanTests
{
    [Fact]
    public void Planned_and_unplanned_days_are_all_the_days_the_airline_needs()
    {
        var plan = TrainingPlan.Compute(ExpectedFigures.Airline);
        var needed = Readiness.Compute(ExpectedFigures.Airline).Sum(team => team.TrainingDays);
        (plan.Quarters.Sum(quarter => quarter.Days) + plan.Unplanned.Sum(skill => skill.Days)).ShouldBe(needed, 1e-9);
        plan.Quarters.Select(quarter => quarter.Quarter).ShouldBe(plan.Quarters.Select(quarter => quarter.Quarter).Order());
    }

    [Fact]
    public void Two_trainings_in_one_skill_share_its_need_and_a_skill_without_one_is_named()
    {
        // 4 people × 2 levels × 5 days = 40 days of A; 3 × 1 × 2 = 6 of B.
        var plan = TrainingPlan.Compute(Models.Of(
            new Domain.Teams.Team("T", "Team", Domain.Teams.TeamType.StreamAligned, null, null, null, null, null),
            new Skill("A", "Skill A", 5),
            new Skill("B", "Skill B", 2),
            new SkillRequirement("T", "A", 4, 1, 3, 1),
            new SkillRequirement("T", "B", 3, 2, 3, 1),
            new Training("X2", "Second", "A", null),
            new Training("X1", "First", "A", new Quarter(2026, 2))));
        plan.Quarters.Select(quarter => (quarter.Quarter, quarter.Days)).ShouldBe([(new Quarter(2026, 2), 20.0), (null, 20.0)]);
        plan.Unplanned.ShouldBe([new UnplannedSkill("B", 6)]);
    }
}

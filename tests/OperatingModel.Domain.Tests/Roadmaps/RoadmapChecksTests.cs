using OperatingModel.Domain.Portfolio;
using OperatingModel.Domain.Roadmaps;
using OperatingModel.Domain.Teams;
using OperatingModel.Exchange.Samples;

namespace OperatingModel.Domain.Tests.Roadmaps;

public sealed class RoadmapChecksTests
{
    private static readonly Quarter First = new(2026, 1);

    [Fact]
    public void The_airlines_plan_has_no_conflict() => RoadmapChecks.Of(SampleModels.Airline(Models.Today)).ShouldBeEmpty();

    [Fact]
    public void A_bar_must_be_as_long_as_the_work() =>
        ShouldFind(
            [Initiative("A", quarters: 2), Item("R1", "A", 0, 2)],
            RoadmapConflictKind.Duration,
            "A takes 2 quarters but 3 are planned: stretch or shorten it.",
            "R1");

    [Fact]
    public void What_unlocks_comes_before_what_it_unlocks()
    {
        ShouldFind(
            [Initiative("A"), Initiative("B"), new InitiativePrerequisite("B", "A"), Item("R1", "A", 1, 1), Item("R2", "B", 1, 1)],
            RoadmapConflictKind.Prerequisite,
            "B starts in 2026-Q2 but needs A, which ends in 2026-Q2: start later.",
            "R1",
            "R2");
        ShouldFind(
            [Initiative("A"), Initiative("B"), new InitiativePrerequisite("B", "A"), Item("R2", "B", 1, 1)],
            RoadmapConflictKind.Prerequisite,
            "B needs A, which is not on the plan: add it.",
            "R2");
        Of([Initiative("A"), Initiative("B"), new InitiativePrerequisite("B", "A"), Item("R1", "A", 0, 0), Item("R2", "B", 1, 1)]).ShouldBeEmpty();
    }

    [Fact]
    public void A_deadline_is_met() =>
        ShouldFind(
            [Initiative("A") with { Deadline = First }, Item("R1", "A", 1, 1)],
            RoadmapConflictKind.Deadline,
            "A ends in 2026-Q2 but is due by 2026-Q1: start earlier.",
            "R1");

    [Fact]
    public void Money_of_a_round_needs_work_in_it() => ShouldFind(
        [Initiative("A"), new FundingRound("FY27", 100, First + 4, First + 7), new InitiativeCost("A", "FY27", 5), Item("R1", "A", 0, 0)],
        RoadmapConflictKind.RoundWithoutWork,
        "A costs money in FY27 but no quarter of its work lies between 2027-Q1 and 2027-Q4: move the bar or the money.",
        "R1");

    [Fact]
    public void A_team_does_not_work_on_more_than_its_limit()
    {
        var team = new Team("T", "T", TeamType.StreamAligned, null, null, null, null, WipLimit: 1);
        ShouldFind(
            [
                team,
                Initiative("A", quarters: 2) with
                {
                    Team = "T",
                },
                Initiative("B"),
                Item("R1", "A", 0, 1),
                Item("R2", "B", 1, 1) with
                {
                    Team = "T",
                },
            ],
            RoadmapConflictKind.TooManyAtOnce,
            "T works on 2 initiatives in 2026-Q2, its limit is 1: move one or give it to another team.",
            "R1",
            "R2");
        Of([team, Initiative("A") with { Team = "T" }, Initiative("B"), Item("R1", "A", 0, 0), Item("R2", "B", 1, 1) with { Team = "T" }])
            .ShouldBeEmpty();
    }

    [Fact]
    public void A_vetoed_initiative_is_not_on_the_plan() => ShouldFind(
        [Initiative("A"), new SecurityReview("A", SecurityStatus.Vetoed, Protects.Customers, "…", null, null), Item("R1", "A", 0, 0)],
        RoadmapConflictKind.VetoedOnPlan,
        "A is vetoed: take it off the plan or ask the security role.",
        "R1");

    private static void ShouldFind(ModelRow[] rows, RoadmapConflictKind kind, string message, params string[] items)
    {
        var conflict = Of(rows).ShouldHaveSingleItem();
        (conflict.Kind, conflict.Message).ShouldBe((kind, message));
        conflict.Items.ShouldBe(items);
    }

    private static IReadOnlyList<RoadmapConflict> Of(ModelRow[] rows) => RoadmapChecks.Of(Models.Of(rows));

    private static Initiative Initiative(string code, int quarters = 1) =>
        new(code, code, null, null, quarters, 1, false, null, null, Ambition.Core, InvestmentClass.Grow);

    private static RoadmapItem Item(string code, string initiative, int start, int end) =>
        new(code, RoadmapItemKind.Initiative, code, initiative, null, First + start, First + end);
}

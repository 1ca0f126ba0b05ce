using OperatingModel.Domain.Capabilities;
using OperatingModel.Domain.Strategy;
using OperatingModel.Domain.Tests.Breaches;
using OperatingModel.Domain.Workspaces;

namespace OperatingModel.Domain.Tests.Capabilities;

public sealed class CapabilityRulesTests
{
    [Fact]
    public void A_capability_that_loses_its_last_child_is_a_leaf_again()
    {
        var model = Model(("A", null), ("A.1", "A"));
        RowChange[] changes = [RowChange.Remove(model.Capabilities[RowKey.Of("A.1")])];
        var after = model.With(changes, 1);
        ModelRules
            .CheckChanges(after, changes)
            .Select(problem => problem.ToString())
            .ShouldBe(ModelRules.Check(after).Select(problem => problem.ToString()));
        ModelRules
            .CheckChanges(after, changes)
            .ShouldContain(problem => problem.Code == "capability-without-stage" && problem.Element == "capabilities A");
    }

    [Fact]
    public void A_moved_branch_takes_its_depth_along()
    {
        var model = Model(("A", null), ("A.1", "A"), ("A.2", "A.1"), ("A.3", "A.2"), ("B", null), ("B.1", "B"), ("B.2", "B.1"), ("B.3", "B.2"));
        var branch = model.Capabilities[RowKey.Of("B")];
        RowChange[] changes = [RowChange.Replace(branch, branch with { Parent = "A.3" })];
        var problems = ModelRules.CheckChanges(model.With(changes, 1), changes).Where(problem => problem.Code == "capability-too-deep");
        problems.Select(problem => problem.Element).ShouldBe(["capabilities B.2", "capabilities B.3"]);
    }

    [Fact]
    public void Six_levels_are_allowed()
    {
        var model = Model(("A", null), ("B", "A"), ("C", "B"), ("D", "C"), ("E", "D"), ("F", "E"));
        ModelRules.Check(model).ShouldNotContain(problem => problem.Code == "capability-too-deep");
    }

    [Fact]
    public void Without_objectives_in_the_model_no_leaf_is_blamed_for_serving_none()
    {
        ModelRules.Check(Model(("A", null))).ShouldNotContain(problem => problem.Code == "capability-without-objective");
    }

    [Fact]
    public void Of_one_kind_of_problem_a_thousand_are_told_and_the_rest_is_counted()
    {
        var problems = ModelRules.Check(Model([.. Enumerable.Range(0, 1234).Select(i => ($"C{i}", (string?)null))]));
        problems.Count.ShouldBe(1001);
        problems.ShouldAllBe(problem => problem.Code == "capability-without-stage");
        problems[^1].Message.ShouldContain("234 more");
    }

    [Fact]
    public void A_very_long_circle_is_told_once_and_shortly()
    {
        var model = Model([.. Enumerable.Range(0, 20_000).Select(i => ($"C{i}", (string?)$"C{(i + 1) % 20_000}"))]);
        var problem = ModelRules.Check(model).ShouldHaveSingleItem();
        problem.Code.ShouldBe("capability-cycle");
        problem.Message.Length.ShouldBeLessThan(200);
    }

    private static ModelSnapshot Model(params (string Code, string? Parent)[] capabilities) => ModelSnapshot.Of(
        [
            Table<ModelMeta>.Of([Breach.Airline.Meta]),
            Table<StrategicObjective>.Empty,
            Table<Capability>.Of(capabilities.Select((c, i) => new Capability(c.Code, c.Parent, c.Code, null, null, null, null) { Position = i })),
        ],
        0,
        Breach.Airline.Today);
}

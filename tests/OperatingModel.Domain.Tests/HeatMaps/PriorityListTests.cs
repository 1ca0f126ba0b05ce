using OperatingModel.Domain.Assessments;
using OperatingModel.Domain.HeatMaps;
using OperatingModel.Domain.Tests.Vectors;
using OperatingModel.Domain.Workspaces;

namespace OperatingModel.Domain.Tests.HeatMaps;

public sealed class PriorityListTests
{
    private static readonly ModelSnapshot Mini = MethodVectors.Model("MINI");

    [Fact]
    public void Priorities_of_the_small_model_follow_the_method() // F5-01
    {
        foreach (var expected in MethodVectors.Expected("F5-01").EnumerateObject())
        {
            var leaf = Mini.Tree.IndexOf(expected.Name);
            var priority = Mini.Cube.Priorities.Find(leaf)!;
            priority.Reach.ShouldBe(expected.Value.Number("reach")!.Value, 1e-9);
            priority.Value.ShouldBeNear(expected.Value.Number("priority"), 1e-9, expected.Name);
            priority.Low.ShouldBe(expected.Value.Number("low")!.Value, 1e-9);
            priority.High.ShouldBe(expected.Value.Number("high")!.Value, 1e-9);
            priority.Heat.ShouldBeNear(expected.Value.Number("heat"), 1e-9, expected.Name);
            priority.Peak.ShouldBeNear(expected.Value.Number("peak"), 1e-9, expected.Name);
            priority.Coverage.ShouldBeNear(expected.Value.Number("coverage"), 1e-9, expected.Name);
            priority.Need.ShouldBeNear(expected.Value.Number("need"), 1e-9, expected.Name);
            ShouldAgree(Mini.Cube.PriorityByStage(leaf), expected.Value.GetProperty("byStage"));
            ShouldAgree(Mini.Cube.PriorityByUnit(leaf), expected.Value.GetProperty("byBu"));
        }
    }

    [Fact]
    public void Leaves_are_ranked_by_falling_priority() // F5-02
    {
        Mini.Cube.Priorities.Items.Select(item => (item.Code, item.Rank, Math.Round(item.Value!.Value, 9)))
            .ShouldBe(
                MethodVectors
                    .Expected("F5-02")
                    .EnumerateArray()
                    .Select(item => (item.Text("code")!, (int?)item.GetProperty("rank").GetInt32(), item.Number("priority")!.Value)));
    }

    [Fact]
    public void Ties_share_the_better_rank_and_unassessed_leaves_stand_last_without_one() // F5-03
    {
        var ordered = TieOrder.Sort(
            MethodVectors.Input("F5-03").GetProperty("items").EnumerateArray(),
            item => item.Text("code")!,
            item => item.Number("priority"), item => item.Number("heat"), item => item.Number("peak"), item => item.Number("coverage"));
        var ranks = TieOrder.Ranks([.. ordered.Select(item => item.Number("priority"))]);
        ordered.Select((item, place) => (item.Text("code"), ranks[place]))
            .ShouldBe(MethodVectors.Expected("F5-03").EnumerateArray().Select(item => (item.Text("code"), (int?)item.Number("rank"))));
    }

    [Fact]
    public void People_see_ties_in_the_order_of_the_tree_and_computations_in_the_order_of_codes()
    {
        var model = Models.Twelve();
        string[] tree = [.. Enumerable.Range(1, 12).Select(i => $"1.{i}")];
        model.Cube.Priorities.Shown.Select(item => item.Code).ShouldBe(tree);
        model.Cube.Priorities.First(2).Select(item => item.Code).ShouldBe(["1.1", "1.2"]);
        model.Cube.Priorities.Items.Select(item => item.Code).ShouldBe(tree.Order(StringComparer.Ordinal));
        model.Cube.Priorities.Shown.ShouldAllBe(item => item.Rank == 1);
        model.Cube.Priorities.NeighboursOf(model.Tree.IndexOf("1.10")).ShouldSatisfyAllConditions(
            near => near.Before!.Code.ShouldBe("1.9"), near => near.After!.Code.ShouldBe("1.11"));
        var unassessed = model.With([.. model.Assessments.Select(row => RowChange.Remove(row))], 2);
        unassessed.Cube.Priorities.Shown.Select(item => item.Code).ShouldBe(tree);
        unassessed.Cube.MissingScores(3).Select(missing => missing.Capability).ShouldBe(["1.1", "1.2", "1.3"]);
    }

    [Fact]
    public void What_differs_by_rounding_only_stands_in_the_order_of_the_codes()
    {
        var items = new[] { ("B", 50 + 5e-10, 20.0), ("A", 50.0, 20 - 4e-10), ("C", 50 + 9e-10, 20 + 4e-10), ("D", 50 + 2e-9, 20.0) };
        var ordered = TieOrder.Sort(items, item => item.Item1, item => item.Item2, item => item.Item3);
        ordered.Select(item => item.Item1).ShouldBe(["D", "A", "B", "C"]); // D is more than the tolerance above its follower
        TieOrder.Ranks([.. ordered.Select(item => (double?)item.Item2)]).ShouldBe([1, 2, 2, 2]);
    }

    [Fact]
    public void Missing_data_makes_an_interval_of_ranks() // F5-04
    {
        foreach (var expected in MethodVectors.Expected("F5-04").EnumerateObject())
        {
            var priority = Mini.Cube.Priorities.Find(Mini.Tree.IndexOf(expected.Name))!;
            new[] { priority.BestRank, priority.WorstRank }.ShouldBe(expected.Value.EnumerateArray().Select(rank => rank.GetInt32()));
        }
    }

    [Fact]
    public void No_vector_of_the_priorities_is_left_out() => MethodVectors.Ids("F5").ShouldBe(["F5-01", "F5-02", "F5-03", "F5-04"]);

    [Fact]
    public void A_leaf_without_a_known_cell_keeps_its_interval_and_has_no_rank()
    {
        var model = Mini.With([RowChange.Remove(Mini.Assessments[Assessment.KeyOf("Q", "A", null)])], 2);
        var priority = model.Cube.Priorities.Items[^1];
        (priority.Code, priority.Rank, priority.Value, priority.Need, priority.Low).ShouldBe(("Q", null, null, null, 0));
        priority.High.ShouldBe(1000 * priority.Reach, 1e-9);
        (priority.BestRank, priority.WorstRank).ShouldBe((1, 3)); // up to 550 points, more than the 366 of P.2
        priority.Trust.ShouldBe(TrustLabel.None);
    }

    [Fact]
    public void Seen_from_one_unit_the_others_do_not_exist()
    {
        var list = Mini.Cube.PrioritiesOf(Mini.Cube.UnitIndex("A"));
        var priority = list.Find(Mini.Tree.IndexOf("P.1"))!;
        priority.Value!.Value.ShouldBe(200, 1e-9); // 10 × (0.4 × 40 + 0.6 × ⅓ × 20)
        list.Find(Mini.Tree.IndexOf("P.2"))!.Coverage.ShouldBe(1);
    }

    private static void ShouldAgree(IReadOnlyList<Contribution> actual, System.Text.Json.JsonElement expected)
    {
        actual.Count.ShouldBe(expected.EnumerateObject().Count());
        foreach (var part in actual)
        {
            part.Amount.ShouldBe(expected.Number(part.Code)!.Value, 1e-9, part.Code);
        }
    }
}

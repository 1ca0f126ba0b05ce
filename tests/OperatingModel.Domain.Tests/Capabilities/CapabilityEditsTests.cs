using OperatingModel.Domain.Capabilities;
using OperatingModel.Domain.Editing;
using OperatingModel.Domain.Portfolio;
using OperatingModel.Domain.Tests.Breaches;
using OperatingModel.Domain.Workspaces;

namespace OperatingModel.Domain.Tests.Capabilities;

public sealed class CapabilityEditsTests
{
    private static readonly ModelSnapshot Mini = Models.Mini();

    [Fact]
    public void A_new_capability_gets_the_next_code_of_its_parent_and_stands_where_it_was_put()
    {
        var model = After(Mini, CapabilityEdits.Add(Mini, Place.After("P.1"), " Between "));
        Order(model).ShouldBe(["P", "P.1", "P.3", "P.2", "Q"]);
        model.Capabilities.Find("P.3")!.Name.ShouldBe("Between");
        Order(After(model, CapabilityEdits.Add(model, Place.FirstIn("P"), "First", "X"))).ShouldBe(["P", "X", "P.1", "P.3", "P.2", "Q"]);
        Order(After(model, CapabilityEdits.Add(model, Place.Before("P"), "Top"))).ShouldBe(["C1", "P", "P.1", "P.3", "P.2", "Q"]);
        Refusal(() => CapabilityEdits.Add(Mini, Place.LastIn("P"), "Again", "Q")).ShouldBe("Q is taken; choose another code.");
        Refusal(() => CapabilityEdits.Add(Mini, Place.LastIn("NO"), "Nowhere")).ShouldBe("There is no capability NO; it may have been removed.");
    }

    [Fact]
    public void The_first_child_of_a_leaf_takes_over_all_it_carries()
    {
        var model = After(Mini, CapabilityEdits.SetField(Mini, ["P.1"], nameof(Capability.Weight), 3.0));
        var after = After(model, CapabilityEdits.Add(model, Place.LastIn("P.1"), "Child"));
        after.Capabilities.Find("P.1")!.Weight.ShouldBeNull();
        after.Capabilities.Find("P.1.1")!.Weight.ShouldBe(3);
        after.Assessments.Count(a => a.Capability == "P.1.1").ShouldBe(3);
        after.Assessments.ShouldAllBe(a => a.Capability != "P.1");
        after.Cube.Priorities.TotalNeed.ShouldBe(model.Cube.Priorities.TotalNeed, 1e-9);

        var second = After(after, CapabilityEdits.Add(after, Place.LastIn("P.1"), "Second"));
        second.Assessments.Count(a => a.Capability == "P.1.1").ShouldBe(3);
    }

    [Fact]
    public void A_capability_moves_with_all_below_it_but_not_below_itself_nor_too_deep()
    {
        Order(After(Mini, CapabilityEdits.Move(Mini, "P", Place.After("Q")))).ShouldBe(["Q", "P", "P.1", "P.2"]);
        Order(After(Mini, CapabilityEdits.Move(Mini, "P.2", Place.FirstIn(null)))).ShouldBe(["P.2", "P", "P.1", "Q"]);
        Refusal(() => CapabilityEdits.Move(Mini, "P", Place.LastIn("P.1"))).ShouldStartWith("P.1 stands below P itself");
        Refusal(() => CapabilityEdits.Move(Mini, "P", Place.LastIn("P"))).ShouldStartWith("P stands below P itself");

        var deep = Mini;
        foreach (var level in Enumerable.Range(1, 5))
        {
            deep = After(deep, CapabilityEdits.Add(deep, Place.LastIn(level == 1 ? null : $"D{level - 1}"), "Deep", $"D{level}"));
        }

        Refusal(() => CapabilityEdits.Move(deep, "P", Place.LastIn("D5")))
            .ShouldBe("P would reach down to level 7; a map has at most 6 levels, so choose a place higher up.");
        Order(After(deep, CapabilityEdits.Move(deep, "P.1", Place.LastIn("D5")))).ShouldContain("P.1");
    }

    [Fact]
    public void Several_capabilities_move_together_in_their_order_and_as_one_change_each()
    {
        var model = After(Mini, CapabilityEdits.Add(Mini, Place.After("Q"), "Rest", "R"));
        var moved = CapabilityEdits.Move(model, ["R", "P.2", "P"], Place.Before("Q"));
        Order(After(model, moved)).ShouldBe(["P", "P.1", "P.2", "R", "Q"], "what stands below another that is moved goes with it");
        Order(After(model, CapabilityEdits.Move(model, ["Q", "R"], Place.Before("P")))).ShouldBe(["Q", "R", "P", "P.1", "P.2"]);
        Order(After(model, CapabilityEdits.Move(model, ["P.2", "P.1"], Place.After("R")))).TakeLast(3).ShouldBe(["R", "P.1", "P.2"]);
        var there = After(model, CapabilityEdits.Move(model, ["P", "Q"], Place.After("R")));
        var back = CapabilityEdits.Move(there, ["P", "Q"], Place.Before("R"));
        back.Select(change => change.Key).ShouldBeUnique();
        Order(After(there, back)).ShouldBe(Order(model));
        Refusal(() => CapabilityEdits.Move(model, ["P", "Q"], Place.After("Q"))).ShouldStartWith("Q is moved itself");
        Refusal(() => CapabilityEdits.Move(model, ["P", "Q"], Place.LastIn("P.1"))).ShouldStartWith("P.1 stands below P itself");
    }

    [Fact]
    public void Below_a_leaf_that_carries_something_goes_only_what_can_take_it_over()
    {
        Refusal(() => CapabilityEdits.Move(Mini, "P.1", Place.LastIn("Q")))
            .ShouldStartWith("Q is assessed, linked or supported itself, which only a leaf can be; add a child");
        var fresh = After(Mini, CapabilityEdits.Add(Mini, Place.LastIn(null), "Fresh", "F"));
        var moved = After(fresh, CapabilityEdits.Move(fresh, "F", Place.LastIn("Q")));
        moved.StageLinks.Count(link => link.Capability == "F").ShouldBe(2);
        moved.StageLinks.Count(link => link.Capability == "Q").ShouldBe(0);
        var other = After(fresh, CapabilityEdits.Move(fresh, "P.1", Place.LastIn("F")));
        other.Assessments.ShouldBe(fresh.Assessments);
    }

    [Fact]
    public void Deleting_a_parent_takes_all_below_it_and_says_what_goes_with_them()
    {
        var changes = CapabilityEdits.Delete(Mini, "P", "P.1");
        Impact.Of(changes).Sentence.ShouldBe("Removes 3 capabilities, 3 stage links and 4 assessments.");
        Order(After(Mini, changes)).ShouldBe(["Q"]);
        CapabilityEdits.Delete(Mini, "gone").ShouldBeEmpty();
    }

    [Fact]
    public void Merging_takes_the_stronger_link_the_sum_of_weight_and_money_and_in_each_unit_the_first_that_was_judged()
    {
        var model = Models.Of([
            Models.Chain(),
            Models.Stage("S", 1),
            Models.Unit("A", 1),
            Models.Unit("B", 1),
            Models.Unit("C", 1),
            Models.Unit("D", 1),
            Models.Capability("X", weight: 2),
            Models.Capability("Y"),
            Models.Capability("Z", weight: 0.5),
            new StageLink("S", "X", LinkStrength.Minor),
            new StageLink("S", "Y", LinkStrength.Critical),
            new NotApplicable("X", "B", "no"),
            new NotApplicable("X", "D", "no"),
            new NotApplicable("Y", "D", "not here"),
            new NotApplicable("Z", "D", "never"),
            Models.Assessed("X", "A", 1, 1, 1),
            Models.Assessed("X", "B", 1, 1, 1),
            Models.Assessed("Y", "A", 2, 2, 2, stage: "S"),
            Models.Assessed("Y", "B", 2, 2, 2),
            Models.Assessed("Z", "B", 3, 3, 3),
            Models.Assessed("Z", "C", 3, 3, 3),
            new Uplift("I", "X", "A", 1),
            new Uplift("I", "Y", "A", 2),
            new CostAllocation("I", "X", "A", 20),
            new CostAllocation("I", "Z", "A", 5),
        ]);
        var merged = After(model, CapabilityParts.Merge(model, ["Z", "Y", "X"], "X"));

        merged.Capabilities.ShouldHaveSingleItem().Weight.ShouldBe(3.5);
        merged.StageLinks.ShouldHaveSingleItem().Strength.ShouldBe(LinkStrength.Critical);
        merged
            .Assessments.Select(a => (a.BusinessUnit, a.Stage, a.Current))
            .ShouldBe([("A", null, 1), ("B", null, 2), ("C", null, 3)], ignoreOrder: true);
        merged.Table<NotApplicable>().ShouldHaveSingleItem().ShouldBe(new NotApplicable("X", "D", "no"));
        merged.Table<Uplift>().ShouldHaveSingleItem().Levels.ShouldBe(2);
        merged.Table<CostAllocation>().ShouldHaveSingleItem().Percent.ShouldBe(25);
    }

    [Theory]
    [InlineData(6, 100)]
    [InlineData(7, 100)]
    [InlineData(2, 110)]
    public void Shares_of_the_whole_merge_to_the_whole_and_too_much_stays_too_much(int parts, double percent)
    {
        string[] codes = [.. Enumerable.Range(1, parts).Select(part => $"X{part}")];
        var model = Models.Of([
            Models.Chain(),
            Models.Stage("S", 1),
            Models.Unit("A", 1),
            .. codes.Select(code => Models.Capability(code)),
            .. codes.Select(code => new CostAllocation("I", code, "A", percent / parts)),
        ]);
        After(model, CapabilityParts.Merge(model, codes, codes[0])).Table<CostAllocation>().ShouldHaveSingleItem().Percent.ShouldBe(percent);
    }

    [Fact]
    public void What_cannot_be_split_or_merged_says_why()
    {
        Refusal(() => CapabilityParts.Split(Mini, "P", ["A", "B"], SplitInto.Children))
            .ShouldBe("P has children, and only leaves are split and merged; choose its children, P.1 first.");
        Refusal(() => CapabilityParts.Split(Mini, "Q", ["A"], SplitInto.Children)).ShouldBe("Q needs at least two parts; give a name to each.");
        Refusal(() => CapabilityParts.Merge(Mini, ["Q"], "Q")).ShouldBe("Choose at least one other capability to merge with Q.");
        Refusal(() => CapabilityParts.Merge(Mini, ["P.1", "Q"], "P"))
            .ShouldStartWith("P is neither one of the merged capabilities nor the parent of exactly these");
    }

    [Fact]
    public void A_field_of_leaves_set_on_a_parent_is_set_on_the_leaves_below()
    {
        var model = After(Mini, CapabilityEdits.SetField(Mini, ["P", "P.1"], nameof(Capability.Standardisation), 4));
        model
            .Capabilities.Select(capability => (capability.Code, capability.Standardisation))
            .ShouldBe([("P", null), ("P.1", 4), ("P.2", 4), ("Q", null)]);
    }

    [Fact]
    public void A_click_goes_round_none_minor_supporting_and_critical()
    {
        var model = Mini;
        var strengths = new List<LinkStrength?>();
        for (var click = 0; click < 4; click++)
        {
            model = After(model, StageLinkEdits.Cycle(model, "SHOP", "P.2"));
            strengths.Add(model.StageLinks.Find(RowKey.Of("SHOP", "P.2"))?.Strength);
        }

        strengths.ShouldBe([LinkStrength.Minor, LinkStrength.Supporting, LinkStrength.Critical, null]);
        Refusal(() => StageLinkEdits.Cycle(Mini, "SHOP", "P"))
            .ShouldBe("P has children, and only a leaf is linked to stages; link P.1 or another of its children.");
        Refusal(() => StageLinkEdits.Cycle(Mini, "NO", "Q")).ShouldBe("There is no stage NO; it may have been removed.");
    }

    [Fact]
    public void What_does_not_apply_has_a_reason_and_keeps_its_judgements()
    {
        var model = After(Mini, ApplicabilityEdits.Set(Mini, "P", "A", applies: false, "Outsourced"));
        model.Table<NotApplicable>().Where(n => n.BusinessUnit == "A").ShouldBe([new("P.1", "A", "Outsourced"), new("P.2", "A", "Outsourced")]);
        model.Assessments.ShouldBe(Mini.Assessments);
        Tests.Editing.StructureEditTests.ShouldHaveSameRows(After(model, ApplicabilityEdits.Set(model, "P", "A", applies: true)), Mini);
        Refusal(() => ApplicabilityEdits.Set(Mini, "Q", "A", applies: false, " ")).ShouldStartWith("Say why Q does not apply in A");
    }

    [Fact]
    public void A_new_code_reaches_every_place_that_names_it()
    {
        var changes = CapabilityEdits.SetCode(Breach.Airline, "C4.3", "NEW");
        changes.ShouldAllBe(change => change.After == null || !change.After.Key.Text.Contains("C4.3"));
        After(Breach.Airline, changes).ShouldSatisfyAllConditions(
            model => model.Assessments.Count(a => a.Capability == "NEW").ShouldBe(Breach.Airline.Assessments.Count(a => a.Capability == "C4.3")),
            model => model.Table<Uplift>().Any(uplift => uplift.Capability == "C4.3").ShouldBeFalse());
        Refusal(() => CapabilityEdits.SetCode(Mini, "P", "Q")).ShouldBe("Q is taken; choose another code.");
        Refusal(() => CapabilityEdits.SetCode(Mini, "P", new string('x', 33))).ShouldBe("The code has 33 characters; use at most 32.");
    }

    internal static ModelSnapshot After(ModelSnapshot model, IReadOnlyList<RowChange> changes) => model.With(changes, model.Revision + 1);

    internal static string Refusal(Action edit) => Should.Throw<ModelRuleException>(edit).Problems.ShouldHaveSingleItem().Message;

    private static IEnumerable<string> Order(ModelSnapshot model) => Enumerable.Range(0, model.Tree.Count).Select(node => model.Tree[node].Code);
}

using OperatingModel.Domain.Capabilities;
using OperatingModel.Domain.Customers;
using OperatingModel.Domain.Editing;
using OperatingModel.Domain.Tests.Breaches;
using OperatingModel.Domain.ValueChains;
using OperatingModel.Domain.Workspaces;
using static OperatingModel.Domain.Tests.Capabilities.CapabilityEditsTests;

namespace OperatingModel.Domain.Tests.ValueChains;

public sealed class StageEditsTests
{
    private static readonly ModelSnapshot Mini = Models.Mini();

    [Fact]
    public void A_stage_is_inserted_where_it_was_put_and_the_others_make_room()
    {
        var model = After(Mini, StageEdits.Add(Mini, Place.Before("SHOP"), "Dream"));
        Order(model).ShouldBe([("S1", 1), ("SHOP", 2), ("TRAVEL", 3)]);
        Order(After(model, StageEdits.Move(model, "TRAVEL", Place.After("S1")))).ShouldBe([("S1", 1), ("TRAVEL", 2), ("SHOP", 3)]);
        Refusal(() => StageEdits.Add(Mini, Place.LastIn("NO"), "Nowhere")).ShouldBe("There is no value chain NO; it may have been removed.");
    }

    [Fact]
    public void The_siblings_of_a_stage_come_in_order()
    {
        var moved = After(Mini, StageEdits.Move(Mini, "TRAVEL", Place.Before("SHOP")));
        StageEdits.SiblingsOf(moved, "SHOP").ShouldBe(["TRAVEL", "SHOP"]);
        StageEdits.SiblingsOf(moved, "gone").ShouldBeEmpty();
    }

    [Theory]
    [InlineData("SHOP", -1, null)]
    [InlineData("SHOP", 1, "after TRAVEL")]
    [InlineData("TRAVEL", -1, "before SHOP")]
    [InlineData("TRAVEL", 1, null)]
    [InlineData("gone", 1, null)]
    public void A_step_leads_beside_a_neighbour_in_the_chain(string code, int by, string? place) =>
        (StageEdits.Beside(Mini, code, by)?.Words(other => other)).ShouldBe(place);

    [Theory]
    [InlineData("A1", -1, null)]
    [InlineData("A1", 1, "before B1")]
    [InlineData("A2", 1, "to the end of B")]
    [InlineData("B1", -1, "before A1")]
    [InlineData("B1", 1, "to the end of C")]
    [InlineData("gone", 1, null)]
    public void A_step_across_leads_to_the_same_place_in_the_chain_above_or_below(string code, int by, string? place)
    {
        var model = Models.Of(
        [
            Models.Chain("A"), Models.Chain("B"), Models.Chain("C"),
            Models.Stage("A1", 1, "A"), Models.Stage("A2", 1, "A", 2), Models.Stage("B1", 1, "B"),
        ]);
        (StageEdits.InOtherChain(model, code, by)?.Words(other => other)).ShouldBe(place);
    }

    [Fact]
    public void New_stages_come_in_order_with_the_points_of_equals_or_where_somebody_has_weighed_without_any()
    {
        var empty = Models.Of([Models.Chain()]);
        var equal = After(empty, StageEdits.Add(empty, Place.LastIn(empty.ValueChains[0].Code), ["Pay", " Ship "]));
        Placed(equal).ShouldBe([("Pay", 1, 10), ("Ship", 2, 10)]);
        var more = After(equal, StageEdits.Add(equal, Place.After("S1"), ["Pack", "Send"]));
        Placed(more).ShouldBe([("Pay", 1, 10), ("Pack", 2, 10), ("Send", 3, 10), ("Ship", 4, 10)]);
        var pay = more.Stages.Find("S1")!;
        var weighed = After(more, [RowChange.Replace(pay, pay with { ValueWeight = 40 })]);
        Placed(After(weighed, StageEdits.Add(weighed, Place.Before("S1"), ["Find"])))[0].ShouldBe(("Find", 1, 0));

        static List<(string Name, int Order, double Points)> Placed(ModelSnapshot model) =>
            [.. model.Stages.OrderBy(stage => stage.Order).Select(stage => (stage.Name, stage.Order, stage.ValueWeight))];
    }

    [Fact]
    public void A_touchpoint_that_goes_by_the_name_of_its_stage_takes_the_new_name_of_the_stage()
    {
        var model = WithTouchpoints();
        var seen = model.Stages.Find("SHOP")!;
        Touchpoints(After(model, StageEdits.Change(model, seen, seen with { Name = "Browse" }))).ShouldBe(["Browse", "Desk", "SHOP"]);
        Touchpoints(After(model, StageEdits.Change(model, seen, seen with { ValueWeight = 7 }))).ShouldBe(["SHOP", "Desk", "SHOP"]);
        Touchpoints(After(model, StageEdits.Split(model, "SHOP", ["Choose", "Pay"]))).ShouldBe(["Choose", "Desk", "SHOP"]);
    }

    [Fact]
    public void A_stage_that_somebody_else_renamed_meanwhile_is_a_conflict_as_before()
    {
        var model = WithTouchpoints();
        var seen = model.Stages.Find("SHOP")!;
        var now = After(model, [RowChange.Replace(seen, seen with { Name = "Theirs", Version = 9 })]);
        StageEdits.Change(now, seen, seen with { Name = "Mine" })[0].Before.ShouldBe(seen);
    }

    [Fact]
    public void Deleting_a_stage_unlinks_its_capabilities_and_keeps_them()
    {
        var model = Breach.Airline;
        var changes = StageEdits.Delete(model, "BOOK");
        var after = After(model, changes);
        after.Capabilities.Count.ShouldBe(model.Capabilities.Count);
        after.StageLinks.Count.ShouldBe(model.StageLinks.Count(link => link.Stage != "BOOK"));
        after.Assessments.Where(a => a.Stage is null).ShouldBe(model.Assessments.Where(a => a.Stage is null));
        after.Table<Touchpoint>().ShouldAllBe(touchpoint => touchpoint.Stage != "BOOK");
        Impact
            .Of(changes)
            .Lines.Single(line => line.Table == ModelTables.Of<StageLink>())
            .Removed.ShouldBe(model.StageLinks.Count(link => link.Stage == "BOOK"));
    }

    [Fact]
    public void Capabilities_that_a_deleted_stage_leaves_without_one_are_named()
    {
        Orphans.Sentence(Mini, StageEdits.Delete(Mini, "SHOP")).ShouldBe("");
        Orphans.Sentence(Mini, StageEdits.Delete(Mini, "TRAVEL")).ShouldBe(" P.2 will serve no stage then.");
        Orphans.MadeBy(Mini, StageEdits.Delete(Mini, "SHOP", "TRAVEL")).Select(capability => capability.Code).ShouldBe(["P.1", "P.2", "Q"]);
        NameList.Few(["A", "B", "C", "D"]).ShouldBe("A, B, C and D");
        NameList.Few(["A", "B", "C", "D", "E"]).ShouldBe("A, B, C and 2 more");
    }

    [Fact]
    public void What_splitting_does_is_told_without_the_others_that_only_make_room()
    {
        var sentence = Impact.Of(StageEdits.Split(Breach.Airline, "BOOK", ["Choose", "Pay"])).Sentence;
        sentence.ShouldEndWith("; changes 1 stage.");
        sentence.ShouldNotContain("team stage");
        Impact.Of(StageEdits.Move(Mini, "TRAVEL", Place.Before("SHOP"))).Sentence.ShouldBe("Changes the order alone.");
    }

    [Fact]
    public void Merged_stages_add_up_their_points_and_keep_the_stronger_link_and_the_judgements_of_the_one_that_was_linked()
    {
        var model = After(
            Mini,
            [
                RowChange.Add(Models.Assessed("P.1", "A", 1, 1, 1, stage: "SHOP") with { Position = 90 }),
                RowChange.Add(Models.Assessed("P.2", "A", 2, 2, 2, stage: "TRAVEL") with { Position = 91 }),
            ]);
        var merged = After(model, StageEdits.Merge(model, ["TRAVEL"], "SHOP"));
        merged.Stages.ShouldHaveSingleItem().ValueWeight.ShouldBe(100);
        merged.StageLinks.Select(link => (link.Capability, (int)link.Strength)).ShouldBe([("P.1", 9), ("P.2", 9), ("Q", 9)], ignoreOrder: true);
        merged.Assessments.Where(a => a.Stage == "SHOP").Select(a => (a.Capability, a.Current)).ShouldBe([("P.1", 1), ("P.2", 2)], ignoreOrder: true);
        Refusal(() => StageEdits.Merge(Mini, ["SHOP"], "SHOP")).ShouldBe("Choose at least one other stage to merge with SHOP.");
    }

    [Fact]
    public void Points_beyond_the_scale_are_brought_back_for_the_chain_as_a_whole()
    {
        var model = Models.Of([Models.Chain(), Models.Stage("A", 90), Models.Stage("B", 60, order: 2), Models.Stage("C", 50, order: 3)]);
        After(model, StageEdits.Merge(model, ["B"], "A")).Stages.Select(stage => stage.ValueWeight).ShouldBe([100, 50 / 1.5], 1e-9);
    }

    [Fact]
    public void Stages_of_different_chains_are_not_merged()
    {
        var model = Models.Of([Models.Chain(), Models.Chain("TWO"), Models.Stage("A", 1), Models.Stage("B", 1, "TWO")]);
        Refusal(() => StageEdits.Merge(model, ["A", "B"], "A")).ShouldBe("B belongs to another value chain than A; move it into CH first.");
        After(model, StageEdits.Move(model, "B", Place.LastIn("CH"))).Stages.Find("B").ShouldBe(Models.Stage("B", 1, "CH", 2));
    }

    [Fact]
    public void A_chain_is_split_only_where_both_parts_weigh_something()
    {
        Refusal(() => ValueChainEdits.Split(Mini, "SHOP", "Two")).ShouldStartWith("SHOP is the first stage of CH");
        var weightless = Models.Of([Models.Chain(), Models.Stage("A", 1), Models.Stage("B", 0, order: 2)]);
        Refusal(() => ValueChainEdits.Split(weightless, "B", "Two")).ShouldStartWith("One of the two chains would have no points");
        var split = After(Mini, ValueChainEdits.Split(Mini, "TRAVEL", "Two"));
        split.ValueChains.Select(chain => (chain.Name, chain.Weight)).ShouldBe([("CH", 0.4), ("Two", 0.6)]);
    }

    private static ModelSnapshot WithTouchpoints() => Models.Of(
        Models.Chain(), Models.Stage("SHOP", 40), Models.Stage("TRAVEL", 60, order: 2),
        new Touchpoint("T1", "SHOP", "SHOP", null), new Touchpoint("T2", "Desk", "SHOP", null), new Touchpoint("T3", "SHOP", "TRAVEL", null));

    private static IEnumerable<string> Touchpoints(ModelSnapshot model) => model.Table<Touchpoint>().Select(touchpoint => touchpoint.Name);

    private static IEnumerable<(string, int)> Order(ModelSnapshot model) =>
        model.Stages.OrderBy(stage => stage.Order).Select(stage => (stage.Code, stage.Order));
}

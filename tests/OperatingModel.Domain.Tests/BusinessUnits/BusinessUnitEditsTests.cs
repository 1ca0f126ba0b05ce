using OperatingModel.Domain.BusinessUnits;
using OperatingModel.Domain.Editing;
using OperatingModel.Domain.Workspaces;

namespace OperatingModel.Domain.Tests.BusinessUnits;

public sealed class BusinessUnitEditsTests
{
    [Fact]
    public void Weighing_by_hand_begins_as_the_weights_are_and_moves_no_figure()
    {
        var before = Models.Mini();
        var after = Applied(before, BusinessUnitEdits.WeighByHand(before));
        after.Settings.BusinessUnitWeightBasis.ShouldBe(WeightBasis.Manual);
        after.BusinessUnits.Select(unit => unit.Weight).ShouldBe([75, 25]);
        after.Cube.Of().Heat.ShouldBe(before.Cube.Of().Heat);
        BusinessUnitEdits.WeighByHand(after).ShouldBeEmpty();
    }

    [Fact]
    public void A_unit_left_out_keeps_its_revenue_and_its_assessments()
    {
        var before = Models.Mini();
        var after = Applied(before, BusinessUnitEdits.LeaveOut(before, "B"));
        after.Cube.Units.Select(unit => unit.Code).ShouldBe(["A"]);
        after.BusinessUnits.Find("B")!.Revenue.ShouldBe(25);
        after.Assessments.Count.ShouldBe(before.Assessments.Count);
    }

    [Fact]
    public void A_unit_taken_in_weighs_as_the_mean_of_the_others()
    {
        var before = Applied(Models.Mini(), BusinessUnitEdits.LeaveOut(Models.Mini(), "B"));
        Applied(before, BusinessUnitEdits.TakeIn(before, "B")).BusinessUnits.Find("B")!.Weight.ShouldBe(75);
    }

    [Fact]
    public void A_new_unit_among_weights_by_hand_is_said_to_be_out_of_scope()
    {
        var byHand = Applied(Models.Mini(), BusinessUnitEdits.WeighByHand(Models.Mini()));
        var grown = Applied(byHand, BusinessUnitEdits.Add(byHand, "Firmenkunden"));
        ModelRules.Check(grown).Single(problem => problem.Code == "business-unit-without-figure").Message.ShouldBe(
            "BU1 is out of scope because it has no weight by hand; give it, or 0 to leave the unit out on purpose.");
    }

    [Fact]
    public void Settings_that_were_never_stored_are_added_when_one_is_changed()
    {
        var model = Models.Mini();
        model.Table<ModelSettings>().Count.ShouldBe(0);
        var change = RowEdits.Change(model, model.Settings, model.Settings with { TopK = 3 }).ShouldHaveSingleItem();
        change.Before.ShouldBeNull();
        model.With([change], 2).Settings.TopK.ShouldBe(3);
    }

    private static ModelSnapshot Applied(ModelSnapshot model, IReadOnlyList<RowChange> changes) => model.With(changes, model.Revision + 1);
}

using OperatingModel.Domain.Capabilities;
using OperatingModel.Domain.Editing;
using OperatingModel.Domain.Workspaces;
using static OperatingModel.Domain.Tests.Editing.StructureEditTests;

namespace OperatingModel.Domain.Tests.Editing;

public sealed class ModelDiffTests
{
    private static readonly ModelSnapshot Mini = Models.Mini();

    [Fact]
    public void It_makes_any_model_into_any_other_that_began_as_the_same_and_inverted_makes_it_back() => Property.Holds(random =>
    {
        var begun = RandomEdits.Edited(Airline, random, random.Next(3));
        var (one, other) = (RandomEdits.Edited(begun, random, random.Next(8)), RandomEdits.Edited(begun, random, random.Next(8)));
        var changes = ModelDiff.Between(one, other);
        ShouldHaveSameRows(one.With(changes, 1), other);
        ShouldHaveSameRows(other.With([.. changes.Select(change => change.Inverse)], 1), one);
        ModelDiff.Between(other, one).Select(Whole).ShouldBe(changes.Select(change => Whole(change.Inverse)));
        changes.Select(change => (change.Table, change.Key)).ShouldBeUnique();
        changes.Select(change => change.Table.Index).ShouldBeInOrder();
    });

    [Fact]
    public void An_edit_is_the_difference_it_makes() => Property.Holds(random =>
    {
        var changes = RandomEdits.Any(Airline, random) ?? [];
        ModelDiff.Between(Airline, Airline.With(changes, 2)).Select(Whole).ShouldBe(changes.Select(Whole), ignoreOrder: true);
    });

    [Fact]
    public void A_model_does_not_differ_from_itself_nor_from_one_whose_rows_have_other_versions()
    {
        ModelDiff.Between(Airline, Airline).ShouldBeEmpty();
        var stored = ModelSnapshot.Of(
            ModelTables.All.Select(table => table.Create(Airline.Table(table).Rows.Select(row => row with { Version = 9 }))), 9, Airline.Today);
        ModelDiff.Between(Airline, stored).ShouldBeEmpty();
        ModelDiff.Between(stored, Airline).ShouldBeEmpty();
    }

    [Fact]
    public void It_comes_in_the_order_of_the_lists_with_each_row_as_both_models_have_it()
    {
        var (p, p1, q) = (Capability("P"), Capability("P.1"), Capability("Q"));
        var last = p with { Position = 10, Version = 2 };
        var renamed = q with { Name = "Quality", Version = 2 };
        var unit = Models.Unit("C", 1) with { Position = 3, Version = 2 };
        var other = Mini.With(
            [RowChange.Remove(p1), RowChange.Replace(q, renamed), RowChange.Replace(p, last), RowChange.Add(unit)], 2);

        ModelDiff.Between(Mini, other).Select(Whole).ShouldBe(new[]
        {
            RowChange.Add(unit), RowChange.Replace(p, last), RowChange.Remove(p1), RowChange.Replace(q, renamed),
        }.Select(Whole));
    }

    [Fact]
    public void A_new_code_is_a_removal_and_an_addition()
    {
        var other = Mini.With(Renaming.SetCode(Mini, ModelTables.Of<Capability>(), "P", "R"), 2);
        ModelDiff.Between(Mini, other).Select(change => change.ToString()).ShouldBe(
            ["capabilities P removed", "capabilities R added", "capabilities P.1 changed", "capabilities P.2 changed"]);
    }

    private static Capability Capability(string code) => Mini.Capabilities.Find(code)!;

    // Rows are equal whatever their places and versions are.
    private static (RowChange, int?, long?, int?, long?) Whole(RowChange change) =>
        (change, change.Before?.Position, change.Before?.Version, change.After?.Position, change.After?.Version);
}

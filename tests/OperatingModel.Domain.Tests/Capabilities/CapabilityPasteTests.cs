using OperatingModel.Domain.Capabilities;
using OperatingModel.Domain.Capabilities.Lists;
using OperatingModel.Domain.Editing;
using OperatingModel.Domain.Workspaces;

namespace OperatingModel.Domain.Tests.Capabilities;

public sealed class CapabilityPasteTests
{
    private static readonly ModelSnapshot Mini = Models.Mini();

    [Fact]
    public void A_pasted_list_becomes_a_tree_at_its_place_with_new_codes()
    {
        var paste = CapabilityPaste.Of(Mini, Place.After("P"), Read("Sell", "  Price", "  Offer", "    Deep", "Serve"), takesCodes: false);
        paste.Lines.Select(line => (line.Level, line.IsNew)).ShouldBe([(1, true), (2, true), (2, true), (3, true), (1, true)]);
        Order(After(Mini, paste)).ShouldBe(["P", "P.1", "P.2", "C1", "C1.1", "C1.2", "C1.2.1", "C2", "Q"]);
    }

    [Fact]
    public void The_codes_of_a_list_are_taken_where_they_are_free()
    {
        var list = Read("Code\tName", "C1\tSell", "C1.1\tPrice", "X\tServe", "P\tTaken", $"{new string('C', 30)}123\tLong");
        var paste = CapabilityPaste.Of(Mini, Place.LastIn(null), list, takesCodes: true);
        paste.Lines.Select(line => line.Problem).ShouldBe(
        [
            null, null, null, "The code P is taken by P; change it, or give new codes to all.", "The code has 33 characters; use at most 32.",
        ]);
        var model = After(Mini, paste);
        model.Capabilities.Find("C1.1")!.Name.ShouldBe("Price");
        model.Capabilities.Find("X")!.Name.ShouldBe("Serve");

        CapabilityPaste.Of(Mini, Place.LastIn(null), Read("Code\tName", "X1\tSell", "X1\tServe"), takesCodes: true).Lines.Select(line => line.Problem)
            .ShouldBe([null, "The code X1 stands in line 2 already; change one of them, or give new codes to all."]);
    }

    [Fact]
    public void What_is_there_already_is_left_out_and_takes_what_stands_below_it()
    {
        var (parent, leaf) = (Mini.Capabilities.Find("P")!, Mini.Capabilities.Find("P.1")!);
        var list = Read(parent.Name.ToUpperInvariant(), "  New below", "Other", $"  {leaf.Name}");
        var paste = CapabilityPaste.Of(Mini, Place.LastIn(null), list, takesCodes: false);
        paste.Lines.Select(line => (line.There?.Code, line.IsLeftOut)).ShouldBe([("P", true), (null, false), (null, false), ("P.1", true)]);
        Order(After(Mini, paste)).ShouldBe(["P", "P.1", "P.2", "P.3", "Q", "C1"]);

        var again = CapabilityPaste.Of(Mini, Place.LastIn(null), list, takesCodes: false, turned: new HashSet<int> { 0, 3 });
        again.Lines.ShouldAllBe(line => line.IsNew);
        Order(After(Mini, again)).ShouldBe(["P", "P.1", "P.2", "Q", "C1", "C1.1", "C2", "C2.1"]);

        // A parent of the same name elsewhere is another one, until the user says it is the same.
        var elsewhere = Read("Other", $"  {parent.Name}", "    Deep");
        CapabilityPaste.Of(Mini, Place.LastIn(null), elsewhere, takesCodes: false).Lines.ShouldAllBe(line => line.IsNew);
        var same = CapabilityPaste.Of(Mini, Place.LastIn(null), elsewhere, takesCodes: false, turned: new HashSet<int> { 1 });
        Order(After(Mini, same)).ShouldBe(["P", "P.1", "P.2", "P.3", "Q", "C1"]);
    }

    [Fact]
    public void What_is_too_deep_or_too_long_is_said_with_all_that_hangs_on_it()
    {
        var list = Read("3", " 4", "  5", "   6", "    7", new string('x', 201), " Below");
        var paste = CapabilityPaste.Of(Mini, Place.LastIn("P.1"), list, takesCodes: false);
        paste.Lines.Select(line => line.Problem).ShouldBe(
        [
            null, null, null, null, "It would stand on level 7, and a map has at most 6; indent it less, or choose a place higher up.",
            "The text has 201 characters; use at most 200.", "The line it stands below cannot be taken; correct that one first.",
        ]);
        CapabilityEdits.Paste(Mini, paste).Count(change => change.Before is null && change.After is Capability).ShouldBe(4);
    }

    [Fact]
    public void Pasted_rows_push_what_stands_behind_them_no_further_than_they_must()
    {
        var paste = CapabilityPaste.Of(Mini, Place.After("P.1"), Read("A", "B", "C"), takesCodes: false);
        var model = After(Mini, paste);
        Order(model).ShouldBe(["P", "P.1", "P.3", "P.4", "P.5", "P.2", "Q"]);
        Order(After(model, CapabilityPaste.Of(model, Place.FirstIn(null), Read("D", "E"), takesCodes: false))).Take(2).ShouldBe(["C1", "C2"]);
    }

    [Fact]
    public void What_a_leaf_carries_goes_down_to_the_first_leaf_that_is_pasted_below_it()
    {
        var carried = Mini.Assessments.Count(assessment => assessment.Capability == "P.1");
        carried.ShouldBeGreaterThan(0);
        var model = After(
            Mini,
            CapabilityPaste.Of(Mini, Place.LastIn("P.1"), Read("A one", "  B two", "    C three", "  D four"), takesCodes: false));
        model.Assessments.Count(assessment => assessment.Capability == "P.1.1.1.1").ShouldBe(carried);
        model.Assessments.ShouldAllBe(assessment => model.Tree.IsLeaf(model.Tree.IndexOf(assessment.Capability)));
    }

    [Fact]
    public void Ten_thousand_are_added_at_once()
    {
        var list = ListReader.Read([.. Enumerable.Range(0, 10_000).Select(n => new ListRow(n + 1, [$"{new string(' ', n % 5)}Name {n}"]))]);
        var model = After(Mini, CapabilityPaste.Of(Mini, Place.LastIn(null), list, takesCodes: false));
        model.Capabilities.Count.ShouldBe(Mini.Capabilities.Count + 10_000);
        model.Capabilities.Find("C2000.1.1.1.1")!.Name.ShouldBe("Name 9999");
    }

    private static ReadList Read(params string[] lines) =>
        ListReader.Read([.. lines.Select((line, index) => new ListRow(index + 1, line.Split('\t')))]);

    private static ModelSnapshot After(ModelSnapshot model, CapabilityPaste paste) =>
        model.With(CapabilityEdits.Paste(model, paste), model.Revision + 1);

    private static IEnumerable<string> Order(ModelSnapshot model) => Enumerable.Range(0, model.Tree.Count).Select(node => model.Tree[node].Code);
}

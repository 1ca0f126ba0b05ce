using OperatingModel.Domain;
using OperatingModel.Domain.Capabilities;
using OperatingModel.Web.Features.Capabilities;

namespace OperatingModel.Web.Tests.Features.Capabilities;

public sealed class TreeRowsTests
{
    private static readonly CapabilityTree Tree = Of("A", "A.1", "A.1.1", "A.2", "B", "B.1");

    [Fact]
    public void A_level_opens_what_stands_above_it() => Shown(new CapabilitiesView { Level = 2 }).ShouldBe(["A", "A.1", "A.2", "B", "B.1"]);

    [Fact]
    public void A_branch_toggled_by_hand_goes_against_the_level() =>
        Shown(new CapabilitiesView { Level = 2, Toggled = ["A", "A.1"] }).ShouldBe(["A", "B", "B.1"]);

    [Fact]
    public void A_text_shows_what_matches_with_all_it_stands_below() =>
        Shown(new CapabilitiesView { Level = 1, Text = "name of a.1.1" }).ShouldBe(["A", "A.1", "A.1.1"]);

    [Fact]
    public void A_small_tree_is_opened_whole() => TreeRows.DefaultLevel(Tree).ShouldBe(6);

    [Fact]
    public void A_large_tree_is_opened_as_far_as_it_can_be_read() =>
        TreeRows.DefaultLevel(Of([.. Enumerable.Range(0, 600).Select(i => i < 20 ? $"T{i}" : $"T{i % 20}.{i}")])).ShouldBe(1);

    [Theory]
    [InlineData("A", "A.1", 2, 3)]
    [InlineData("A", null, 2, 1)]
    [InlineData(null, "A", 1, 4)]
    [InlineData(null, "B", 1, 6)]
    [InlineData("B.1", null, 3, 6)]
    [InlineData(null, "gone", 1, 6)]
    public void The_empty_row_stands_behind_the_whole_branch_of_its_sibling(string? parent, string? after, int level, int index)
    {
        var rows = TreeRows.Of(Tree, new CapabilitiesView { Level = 6 }, new NewRow(parent, after));
        var added = rows.Single(row => row.Node == TreeRow.New);
        (added.Level, added.Index).ShouldBe((level, index));
        rows.Select(row => row.Index).ShouldBe(Enumerable.Range(0, 7));
    }

    [Fact]
    public void An_empty_tree_has_room_for_its_first() =>
        TreeRows.Of(Of(), new CapabilitiesView(), new NewRow(null, null)).ShouldBe([new TreeRow(0, TreeRow.New, 1, false)]);

    [Fact]
    public void The_empty_row_goes_in_and_out_by_a_level()
    {
        var row = NewRow.Behind(Tree, Tree.IndexOf("A.1"));
        row.ShouldBe(new NewRow("A", "A.1"));
        row.Indented(Tree).ShouldBe(new NewRow("A.1", "A.1.1"));
        row.Indented(Tree)!.Outdented(Tree).ShouldBe(row);
        row.Outdented(Tree).ShouldBe(new NewRow(null, "A"));
        row.Outdented(Tree)!.Outdented(Tree).ShouldBeNull();
    }

    [Fact]
    public void A_view_survives_the_address()
    {
        var view = new CapabilitiesView { Text = "a & b", Level = 3, Row = "C1/2", Toggled = ["A", "B"] };
        var back = CapabilitiesView.Parse(view.ToQuery());
        back.ToQuery().ShouldBe(view.ToQuery());
        (back with { Toggled = [] }).ShouldBe(view with { Toggled = back.Toggled.Clear() } with { Toggled = [] });
        back.Toggled.ShouldBe(view.Toggled);
    }

    private static IEnumerable<string> Shown(CapabilitiesView view) => TreeRows.Of(Tree, view).Select(row => Tree[row.Node].Code);

    private static CapabilityTree Of(params string[] codes) =>
        new(
            (Table<Capability>)
                ModelTables
                    .Of<Capability>()
                    .Create(
                        codes.Select(
                            (code, i) =>
                                new Capability(
                                    code,
                                    code.LastIndexOf('.') is var dot and > 0 ? code[..dot] : null,
                                    $"Name of {code}",
                                    null,
                                    null,
                                    null,
                                    null)
                                {
                                    Position = i,
                                })));
}

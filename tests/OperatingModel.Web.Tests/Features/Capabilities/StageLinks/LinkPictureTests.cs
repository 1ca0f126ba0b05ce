using OperatingModel.Domain;
using OperatingModel.Domain.Capabilities;
using OperatingModel.Domain.Workspaces;
using OperatingModel.Exchange.Pasting;
using OperatingModel.Exchange.Samples;
using OperatingModel.Web.Components.Grid;
using OperatingModel.Web.Features.Capabilities.StageLinks;

namespace OperatingModel.Web.Tests.Features.Capabilities.StageLinks;

public sealed class LinkPictureTests
{
    private static readonly ModelSnapshot Airline = SampleModels.Airline(new DateOnly(2026, 1, 1));

    [Fact]
    public void A_click_draws_what_the_model_will_say()
    {
        LinkScale.Editing.Cycle!.ShouldBe(
            new Dictionary<string, string>
            {
                [""] = "M",
                ["M"] = "S",
                ["S"] = "C",
                ["C"] = "",
            });
        LinkScale.Editing.Keys.ShouldAllBe(key =>
            LinkScale.Scale.Categories![(int)LinkScale.Leaf(LinkScale.StrengthOf(key.Key)).Value].Text == key.Value);
        LinkScale.StrengthOf(GridEntry.Clear).ShouldBeNull();
    }

    [Fact]
    public void Parents_count_and_large_counts_are_cut()
    {
        LinkScale.Scale.Categories![(int)LinkScale.Parent(3).Value].Text.ShouldBe("3");
        LinkScale.Scale.Categories[(int)LinkScale.Parent(99).Value].Text.ShouldBe("99");
        LinkScale.Scale.Categories[(int)LinkScale.Parent(5000).Value].Text.ShouldBe("99+");
    }

    [Fact]
    public void A_link_patches_its_cell_and_the_counts_above_it()
    {
        var model = Airline.With(StageLinkEdits.Set(Airline, "BOOK", "C3.1.2", LinkStrength.Critical), 2);
        Of(model).Patch(Of(Airline), ["C3.1.2"])![0].ShouldBe((byte)1, "a stronger link changes no count");
        model = Airline.With(StageLinkEdits.Set(Airline, "CARE", "C3.1.2", LinkStrength.Critical), 2);
        Of(model).Patch(Of(Airline), ["C3.1.2"])![0].ShouldBe((byte)3);
    }

    [Fact]
    public void A_leaf_that_becomes_an_orphan_is_drawn_anew_and_found_by_the_filter()
    {
        Of(Airline, "?only=orphans").Leaves().ShouldBeEmpty();
        var model = Airline;
        foreach (var link in Airline.StageLinks.Where(link => link.Capability == "C1.1"))
        {
            model = model.With(StageLinkEdits.Set(model, link.Stage, link.Capability, null), model.Revision + 1);
        }

        Of(model, "?only=orphans").Leaves().ShouldBe(["C1.1"]);
        Of(model).Patch(Of(Airline), ["C1.1"]).ShouldBeNull();
    }

    [Theory]
    [InlineData("9\tS\nnone\t", "BOOK C1.1 9, PREP C1.1 3", "")]
    [InlineData("\n\n0", "BOOK C1.3 0", "")]
    [InlineData("7\tcritical", "PREP C1.1 9", "1:1 7")]
    [InlineData("n\t\ty", "", "1:3 y")]
    [InlineData("", "", "")]
    public void Strengths_are_pasted_from_the_focused_cell_on_and_what_cannot_be_read_is_named(string text, string wanted, string unread)
    {
        var block = LinkPaste.Read(Airline, Of(Airline), new GridPaste("C1.1", "BOOK", text));
        string.Join(", ", block.Cells.Select(link => $"{link.Stage} {link.Capability} {(int?)link.After ?? 0}")).ShouldBe(wanted);
        string.Join(", ", block.Unread.Select(cell => $"{cell.Line}:{cell.Column} {cell.Text}")).ShouldBe(unread);
    }

    [Fact]
    public void Stages_and_capabilities_that_a_block_names_place_its_strengths()
    {
        var (book, prep) = (Airline.Stages.Find("BOOK")!, Airline.Stages.Find("PREP")!);
        var (data, campaigns) = (Airline.Capabilities.Find("C1.2")!.Name, Airline.Capabilities.Find("C1.1")!.Name);
        var text = $"Capability\t{prep.Name.ToUpperInvariant()}\t{book.Name}\n{data}\tM\t\n{campaigns}\t\t9";
        var block = LinkPaste.Read(Airline, Of(Airline), new GridPaste("C3", "INSPIRE", text));
        block.Cells.Select(link => $"{link.Stage} {link.Capability} {(int?)link.After ?? 0}").ShouldBe(["PREP C1.2 1", "BOOK C1.1 9"]);
        block.Cells[0].Words(Airline).ShouldBe(new PastedWords(data, "C1.2", prep.Name, "supporting", "minor"));
    }

    [Fact]
    public void What_is_copied_from_the_matrix_and_pasted_back_changes_nothing()
    {
        var picture = Of(Airline);
        var text = string.Join(
            "\r\n",
            picture.Rows.Select(row =>
                string.Join(
                    '\t',
                    picture.Columns.Select(stage =>
                        !Airline.Tree.IsLeaf(row)
                            ? ""
                            : LinkScale.WordOf(Airline.StageLinks.Find(RowKey.Of(stage.Code, Airline.Tree[row].Code))?.Strength)))));
        var first = Airline.Tree[picture.Rows[0]].Code;
        var block = LinkPaste.Read(Airline, picture, new GridPaste(first, picture.Columns[0].Code, text));
        (block.Cells.Count, block.Unread.Count, block.Outside, block.Same).ShouldBe((0, 0, 0, Airline.Tree.Leaves.Count * picture.Columns.Count));
    }

    [Fact]
    public void A_row_that_is_no_orphan_any_more_stays_until_the_filter_is_asked_again()
    {
        var orphan = Airline.With([.. Airline.StageLinks.Where(link => link.Capability is "C1.1" or "C1.2").Select(RowChange.Remove)], 2);
        var asked = Of(orphan, "?only=orphans");
        asked.Leaves().ShouldBe(["C1.1", "C1.2"]);
        var linked = orphan.With(StageLinkEdits.Set(orphan, "BOOK", "C1.1", LinkStrength.Minor), 3);
        var later = LinkPicture.Of(linked, StageLinksView.Parse("?only=orphans&zoom=0.5"), asked.Found);
        later.Leaves().ShouldBe(["C1.1", "C1.2"]);
        (asked.IsOutdated, later.IsOutdated).ShouldBe((false, true));
        LinkPicture.Of(linked, StageLinksView.Parse("?only=orphans&q=C1"), later.Found).Leaves().ShouldBe(["C1.2"], "another question is asked anew");
        Of(linked, "?only=orphans").Leaves().ShouldBe(["C1.2"]);
    }

    private static LinkPicture Of(ModelSnapshot model, string query = "") => LinkPicture.Of(model, StageLinksView.Parse(query));
}

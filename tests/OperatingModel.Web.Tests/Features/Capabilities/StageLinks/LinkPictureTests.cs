using OperatingModel.Domain.Capabilities;
using OperatingModel.Domain.Workspaces;
using OperatingModel.Exchange.Samples;
using OperatingModel.Web.Features.Capabilities.StageLinks;
using OperatingModel.Web.Features.HeatMaps;

namespace OperatingModel.Web.Tests.Features.Capabilities.StageLinks;

public sealed class LinkPictureTests
{
    private static readonly ModelSnapshot Airline = SampleModels.Airline(new DateOnly(2026, 1, 1));

    [Fact]
    public void A_click_draws_what_the_model_will_say()
    {
        LinkScale.Editing.Cycle!.ShouldBe(new Dictionary<string, string> { [""] = "M", ["M"] = "S", ["S"] = "C", ["C"] = "" });
        LinkScale.Editing.Keys.ShouldAllBe(key => LinkScale.Scale.Categories![(int)LinkScale.Leaf(LinkScale.StrengthOf(key.Key)!.Value).Value].Text == key.Value);
        LinkScale.StrengthOf(GridEntry.Cycle).ShouldBeNull();
        LinkScale.StrengthOf(GridEntry.Clear).ShouldBe(0);
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
        var model = Airline.With(StageLinkEdits.Set(Airline, "BOOK", "C3.1.2", 9), 2);
        Of(model).Patch(Of(Airline), ["C3.1.2"])![0].ShouldBe((byte)1, "a stronger link changes no count");
        model = Airline.With(StageLinkEdits.Set(Airline, "CARE", "C3.1.2", 9), 2);
        Of(model).Patch(Of(Airline), ["C3.1.2"])![0].ShouldBe((byte)3);
    }

    [Fact]
    public void A_leaf_that_becomes_an_orphan_is_drawn_anew_and_found_by_the_filter()
    {
        Of(Airline, "?only=orphans").Leaves().ShouldBeEmpty();
        var model = Airline;
        foreach (var link in Airline.StageLinks.Where(link => link.Capability == "C1.1"))
        {
            model = model.With(StageLinkEdits.Set(model, link.Stage, link.Capability, 0), model.Revision + 1);
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
        var block = LinkPaste.Read(Airline, Of(Airline).Leaves(), [.. Of(Airline).Columns.Select(stage => stage.Code)], new GridPaste("C1.1", "BOOK", text));
        string.Join(", ", block.Cells.Select(link => $"{link.Stage} {link.Capability} {link.After}")).ShouldBe(wanted);
        string.Join(", ", block.Unread.Select(cell => $"{cell.Line}:{cell.Column} {cell.Text}")).ShouldBe(unread);
    }

    private static LinkPicture Of(ModelSnapshot model, string query = "") => LinkPicture.Of(model, StageLinksView.Parse(query));
}

using System.Collections.Immutable;
using OperatingModel.Domain;
using OperatingModel.Domain.Assessments;
using OperatingModel.Domain.Capabilities;
using OperatingModel.Domain.Workspaces;
using OperatingModel.Exchange.Samples;
using OperatingModel.Web.Features.Assessments;
using OperatingModel.Web.Features.Assessments.Sheet;
using OperatingModel.Web.Features.HeatMaps;

namespace OperatingModel.Web.Tests.Features.Assessments.Sheet;

public sealed class PastePreviewTests
{
    private static readonly ModelSnapshot Airline = SampleModels.Airline(new DateOnly(2026, 1, 1));
    private static readonly string[] Units = ["MAIN", "LCC", "REG", "HOL"];
    private static readonly string[] Leaves = [.. Airline.Tree.Leaves.Select(leaf => Airline.Tree[leaf].Code)];

    [Fact]
    public void A_block_is_laid_over_the_leaves_from_the_focused_cell_on()
    {
        var preview = Of(ScoredFigure.All, "C1.1", "LCC", "545\t424\n555\t");
        preview.Block.Cells.Select(cell => (cell.Capability, cell.Unit, cell.After.Importance)).ShouldBe([("C1.1", "LCC", 5), ("C1.1", "REG", 4), ("C1.2", "LCC", 5)]);
        preview.Block.Cells.ShouldAllBe(cell => cell.SeenVersion == Airline.Assessments.Find(cell.Key)!.Version && cell.After.Confidence == cell.Before.Confidence);
        preview.Block.Unread.ShouldBeEmpty();
    }

    [Fact]
    public void What_cannot_be_read_is_named_by_row_column_and_reason()
    {
        var preview = Of(ScoredFigure.Importance, "C1.1", "MAIN", "4\t9\nx\t3");
        preview.Block.Unread.Select(cell => (cell.Line, cell.Column, cell.Text)).ShouldBe([(1, 2, "9"), (2, 1, "x")]);
        preview.Block.Unread[0].Place.ShouldContain("Low-cost");
        preview.Block.Unread[0].Reason.ShouldBe("Importance goes from 1 to 5.");
    }

    [Fact]
    public void A_cell_that_does_not_apply_is_told_with_its_reason()
    {
        var absence = Airline.Table<NotApplicable>().First(row => !string.IsNullOrEmpty(row.Reason));
        Of(ScoredFigure.Current, absence.Capability, absence.BusinessUnit, "3").Block.Unread.Single().Reason.ShouldContain(absence.Reason!);
    }

    [Fact]
    public void Cells_that_are_so_already_and_cells_beyond_the_sheet_are_counted_only()
    {
        var stored = Airline.Assessments.Find(Assessment.KeyOf("C1.1", "HOL", null))!;
        var preview = Of(ScoredFigure.Importance, "C1.1", "HOL", $"{stored.Importance}\t4\t5");
        (preview.Block.Cells.Count, preview.Block.Same, preview.Block.Outside).ShouldBe((0, 1, 2));
    }

    [Fact]
    public void One_figure_of_an_unknown_cell_leaves_it_incomplete_and_a_draft_completes_it()
    {
        var cell = Airline.Tree.Leaves.Select(leaf => Airline.Tree[leaf].Code).SelectMany(leaf => Units, (leaf, unit) => (leaf, unit))
            .First(cell => Airline.Assessments.Find(Assessment.KeyOf(cell.leaf, cell.unit, null)) is null && Airline.Table<NotApplicable>().Find(RowKey.Of(cell.leaf, cell.unit)) is null);
        Of(ScoredFigure.Target, cell.leaf, cell.unit, "4").Incomplete.ShouldBe(1);
        var drafts = ImmutableDictionary<RowKey, ScoreDraft>.Empty.Add(Assessment.KeyOf(cell.leaf, cell.unit, null), new ScoreDraft(new GivenScores(3, 1), 0));
        var completed = Of(ScoredFigure.Target, cell.leaf, cell.unit, "4", drafts);
        completed.Incomplete.ShouldBe(0);
        completed.Block.Cells.Single().After.ShouldBe(new GivenScores(3, 1, 4));
    }

    private static PastePreview Of(ScoredFigure figure, string row, string column, string text, ImmutableDictionary<RowKey, ScoreDraft>? drafts = null) =>
        PastePreview.Of(Airline, figure, drafts ?? [], Leaves, Units, new GridPaste(row, column, text));
}

using System.Collections.Immutable;
using OperatingModel.Domain;
using OperatingModel.Domain.Assessments;
using OperatingModel.Domain.Capabilities;
using OperatingModel.Domain.Workspaces;
using OperatingModel.Exchange.Pasting;
using OperatingModel.Exchange.Samples;
using OperatingModel.Web.Features.Assessments.Sheet;

namespace OperatingModel.Web.Tests.Features.Assessments.Sheet;

public sealed class PastePreviewTests
{
    private static readonly ModelSnapshot Airline = SampleModels.Airline(new DateOnly(2026, 1, 1));

    [Fact]
    public void A_block_is_laid_over_the_rows_from_the_focused_cell_on()
    {
        var preview = Of(ScoredFigure.All, "C1.1", "LCC", "545\t424\n555\t");
        preview
            .Block.Cells.Select(cell => (cell.Capability, cell.Unit, cell.After.Importance))
            .ShouldBe([("C1.1", "LCC", 5), ("C1.1", "REG", 4), ("C1.2", "LCC", 5)]);
        preview.Block.Cells.ShouldAllBe(cell =>
            cell.SeenVersion == Airline.Assessments.Find(cell.Key)!.Version && cell.After.Confidence == cell.Before.Confidence);
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
    public void A_score_for_a_cell_that_does_not_apply_is_refused_with_its_reason()
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
        var (leaf, unit) = Unknown();
        Of(ScoredFigure.Target, leaf, unit, "4").Incomplete.ShouldBe(1);
        var drafts = ImmutableDictionary<RowKey, ScoreDraft>.Empty.Add(Assessment.KeyOf(leaf, unit, null), new ScoreDraft(new GivenScores(3, 1), 0));
        var completed = Of(ScoredFigure.Target, leaf, unit, "4", drafts: drafts);
        completed.Incomplete.ShouldBe(0);
        completed.Block.Cells.Single().After.ShouldBe(new GivenScores(3, 1, 4));
    }

    [Theory]
    [InlineData("n/a")]
    [InlineData("N.A.")]
    [InlineData("not applicable")]
    [InlineData("–")]
    public void What_says_not_applicable_sets_that_whatever_figure_is_shown(string text)
    {
        var (leaf, unit) = Unknown();
        foreach (var figure in Enum.GetValues<ScoredFigure>())
        {
            var preview = Of(figure, leaf, unit, text);
            var cell = preview.Block.Cells.Single();
            (cell.Capability, cell.Unit, cell.Applies).ShouldBe((leaf, unit, false));
            preview.Words(Airline, cell).After.ShouldBe("not applicable");
            preview.Incomplete.ShouldBe(0);
        }

        var absent = Airline.Table<NotApplicable>()[0];
        Of(ScoredFigure.All, absent.Capability, absent.BusinessUnit, text)
            .Block.ShouldSatisfyAllConditions(block => block.Cells.ShouldBeEmpty(), block => block.Same.ShouldBe(1));
    }

    [Fact]
    public void What_is_copied_from_the_sheet_and_pasted_back_changes_nothing()
    {
        var random = new Random(7);
        for (var round = 0; round < 200; round++)
        {
            var figure = (ScoredFigure)random.Next(5);
            var view = ScoreSheetView.Parse(
                $"?figure={figure}{(random.Next(2) == 0 ? "&only=missing" : "")}{(random.Next(3) == 0 ? "&level=2" : "")}");
            var drafts = Airline
                .Assessments.Where(_ => random.Next(10) == 0)
                .ToImmutableDictionary(
                    row => Assessment.KeyOf(row.Capability, row.BusinessUnit, null),
                    row => new ScoreDraft(new GivenScores(row.Importance), row.Version));
            var picture = ScorePicture.Of(Airline, view, ScoreScale.Of(figure, Airline.Settings), drafts);
            var (top, left) = (random.Next(picture.Rows.Count), random.Next(picture.Units.Count));
            var (bottom, right) = (random.Next(top, picture.Rows.Count), random.Next(left, picture.Units.Count));
            var text = string.Concat(
                picture
                    .Rows.Skip(top)
                    .Take(bottom - top + 1)
                    .Select(row =>
                        string.Join('\t', picture.Units.Skip(left).Take(right - left + 1).Select(unit => Shown(figure, drafts, row, unit.Code)))
                        + "\r\n"));
            var paste = new GridPaste(CodeOf(picture, top), picture.Units[left].Code, text, CodeOf(picture, bottom), picture.Units[right].Code);
            var block = PastePreview.Of(Airline, figure, drafts, picture, paste).Block;
            (block.Cells.Count, block.Unread.Count, block.Outside, block.Refused, block.Notes.Count).ShouldBe((0, 0, 0, null, 0), $"{round}: {text}");
        }
    }

    private static string CodeOf(ScorePicture picture, int row) => Airline.Tree[picture.Rows[row]].Code;

    // As the grid in the browser copies a cell.
    private static string Shown(ScoredFigure figure, ImmutableDictionary<RowKey, ScoreDraft> drafts, int row, string unit)
    {
        var key = Assessment.KeyOf(Airline.Tree[row].Code, unit, null);
        return !Airline.Tree.IsLeaf(row) ? ""
            : Airline.Table<NotApplicable>().Find(RowKey.Of(Airline.Tree[row].Code, unit)) is not null ? "n/a"
            : drafts.TryGetValue(key, out var draft) ? ScoreScale.TextOf(figure, draft.Scores)
            : Airline.Assessments.Find(key) is { } stored ? ScoreScale.TextOf(figure, GivenScores.Of(stored))
            : "";
    }

    private static (string Leaf, string Unit) Unknown() =>
        Airline
            .Tree.Leaves.Select(leaf => Airline.Tree[leaf].Code)
            .SelectMany(_ => Airline.BusinessUnits, (leaf, unit) => (leaf, unit.Code))
            .First(cell =>
                Airline.Assessments.Find(Assessment.KeyOf(cell.leaf, cell.Code, null)) is null
                && Airline.Table<NotApplicable>().Find(RowKey.Of(cell.leaf, cell.Code)) is null);

    private static PastePreview Of(
        ScoredFigure figure,
        string row,
        string column,
        string text,
        ImmutableDictionary<RowKey, ScoreDraft>? drafts = null)
    {
        var view = ScoreSheetView.Parse($"?figure={figure}");
        var picture = ScorePicture.Of(Airline, view, ScoreScale.Of(figure, Airline.Settings), drafts ?? []);
        return PastePreview.Of(Airline, figure, drafts ?? [], picture, new GridPaste(row, column, text));
    }
}

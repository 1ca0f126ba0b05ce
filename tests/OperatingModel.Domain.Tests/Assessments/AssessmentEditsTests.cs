using OperatingModel.Domain.Assessments;
using OperatingModel.Domain.Capabilities;
using OperatingModel.Domain.Workspaces;

namespace OperatingModel.Domain.Tests.Assessments;

public sealed class AssessmentEditsTests
{
    private static readonly Scores Fine = new(5, 1, 4, Confidence.High, "Seen in the workshop", "https://example.org/a");

    private static readonly ModelSnapshot Mini = Models.Mini();

    [Fact]
    public void An_assessment_carries_the_assessor_and_the_day_the_model_speaks_of_and_keeps_its_place()
    {
        var old = Mini.Assessments.Find(Assessment.KeyOf("P.1", "B", null))!;
        var change = AssessmentEdits.Assess(Mini, "Bob", Cell("P.1", "B", seen: 7)).ShouldHaveSingleItem();
        change.After.ShouldBe(new Assessment("P.1", "B", null, 5, 1, 4, Confidence.High, Models.Today, Fine.Note, "Bob", Fine.EvidenceLink));
        (change.After!.Position, change.Before!.Version).ShouldBe((old.Position, 7));

        var pinned = Mini.With([RowChange.Replace(Mini.Meta, Mini.Meta with { AsOf = new DateOnly(2025, 12, 31) })], 2);
        ((Assessment)AssessmentEdits.Assess(pinned, "Bob", Cell("P.1", "B", seen: 7))[0].After!).AssessedOn.ShouldBe(new DateOnly(2025, 12, 31));
    }

    [Fact]
    public void One_for_a_stage_stands_beside_the_general_one_at_the_end_of_the_list()
    {
        var change = AssessmentEdits.Assess(Mini, "Bob", Cell("P.1", "A", "SHOP")).ShouldHaveSingleItem();
        change.Before.ShouldBeNull();
        var after = Mini.With([change], 2);
        after.Assessments.Count.ShouldBe(Mini.Assessments.Count + 1);
        after.Assessments[after.Assessments.Count - 1].Stage.ShouldBe("SHOP");
    }

    [Fact]
    public void Clearing_takes_out_what_is_there_over_the_version_that_was_seen()
    {
        var change = AssessmentEdits.Assess(Mini, "Bob", Cell("P.2", "B") with { Scores = null }, Cell("P.1", "B", seen: 7) with { Scores = null })
            .ShouldHaveSingleItem();
        (change.Key, change.Before!.Version, change.After).ShouldBe((Assessment.KeyOf("P.1", "B", null), 7, null));
    }

    [Fact]
    public void Everything_wrong_with_the_scores_is_reported_at_its_field() =>
        Refused(new CellScores("", "B", null, new Scores(0, 6, -1, (Confidence)9, new string('x', 2001), "\u0007"), 1)).ShouldBe(
        [
            new("capability", "A code is missing; give 1 to 32 characters."),
            new("importance", "0 is outside the scale; give 1 to 5."),
            new("current", "6 is outside the scale; give 0 to 5."),
            new("target", "-1 is outside the scale; give 0 to 5."),
            new("confidence", "9 is none of the choices; give one of Low, Medium, High."),
            new("note", "The text has 2001 characters; use at most 2000."),
            new("evidenceLink", "The text holds a control character; remove it."),
        ]);

    [Fact]
    public void What_cannot_be_assessed_is_refused_with_the_remedy()
    {
        Refused(Cell("P", "A")).ShouldBe([new("capability", "P is made up of other capabilities; assess these instead, P.1 first.")]);
        Refused(Cell("Q", "B")).ShouldBe(
            [new("businessUnit", "Q does not apply in B; mark it as applicable first, or assess another unit.")]);
        Refused(Cell("C?", "B?", "S?")).ShouldBe(
        [
            new("capability", "There is no capability C?; it may have been removed."),
            new("businessUnit", "There is no business unit B?; it may have been removed."),
            new("stage", "There is no stage S?; choose one of the value chain, or assess in general."),
        ]);
        Refused(Cell(new string('C', 40), "A")).ShouldBe([new("capability", "The code has 40 characters; use at most 32.")]);

        var reasoned = Mini.With([RowChange.Replace(Mini.Table<NotApplicable>()[0], new NotApplicable("Q", "B", "Not done here"))], 2);
        Should.Throw<ModelRuleException>(() => AssessmentEdits.Assess(reasoned, "Bob", Cell("Q", "B")))
            .Message.ShouldStartWith("Q does not apply in B (Not done here); mark");
    }

    [Fact]
    public void Of_many_cells_all_that_is_wrong_is_reported_and_they_are_not_endless()
    {
        Refused(Cell("P.1", "A"), Cell("P.2", "A") with { Scores = Fine with { Importance = 6 } }, Cell("P", "A"))
            .Select(problem => problem.Field).ShouldBe(["importance", "capability"]);
        Refused([.. Enumerable.Repeat(Cell("P.1", "A"), AssessmentEdits.MaxCells + 1)])
            .ShouldBe([new("cells", "Give the scores of 1 to 50000 cells at a time.")]);
    }

    private static IReadOnlyList<FieldProblem> Refused(params CellScores[] cells) =>
        Should.Throw<ModelRuleException>(() => AssessmentEdits.Assess(Mini, "Bob", cells)).Problems;

    private static CellScores Cell(string capability, string unit, string? stage = null, long seen = 0) => new(capability, unit, stage, Fine, seen);
}

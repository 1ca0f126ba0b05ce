using OperatingModel.Domain.Assessments;
using OperatingModel.Domain.Capabilities;
using OperatingModel.Domain.Workspaces;

namespace OperatingModel.Domain.Tests.Assessments;

public sealed class CampaignEditsTests
{
    private static readonly Scores Low = new(3, 1, 4, Confidence.Medium, "Seen");

    private static readonly (string Id, string Name) Ann = ("ann", "Ann");

    private static readonly ModelSnapshot Model = Models.Of(
    [
        Models.Capability("P"), Models.Capability("Q"), Models.Unit("A", 1), Models.Unit("B", 1), new NotApplicable("P", "B", "Not done"),
        new Campaign("C1", "Round", Models.Today), new CampaignCapability("C1", "P"),
        new CampaignUnit("C1", "A"), new CampaignUnit("C1", "B"), new CampaignAssessor("C1", "ann", "Ann"), new CampaignAssessor("C1", "bob", "Bob"),
    ]);

    [Fact]
    public void A_campaign_without_scope_says_what_is_missing() => Refused(() => CampaignEdits.Start(Model, " ", Models.Today, null, [], [], []))
        .Select(problem => problem.Field).ShouldBe(["name", "capabilities", "businessUnits", "assessors"]);

    [Fact]
    public void A_judgement_is_kept_for_its_assessor_whoever_types_it()
    {
        foreach (var assessor in new[] { "ann", "bob" })
        {
            var change = CampaignEdits.Judge(Model, "C1", Ann, assessor, Cell("P", "A")).ShouldHaveSingleItem();
            change.ShouldBe(RowChange.Add(new CampaignScore("C1", "P", "A", assessor, 3, 1, 4, Confidence.Medium, Models.Today, "Seen")));
        }
    }

    [Fact]
    public void A_judgement_is_taken_back_over_the_version_that_was_seen()
    {
        var judged = Model.With(CampaignEdits.Judge(Model, "C1", Ann, "ann", Cell("P", "A")), 2);
        var change = CampaignEdits.Judge(judged, "C1", Ann, "ann", Cell("P", "A") with { Scores = null, SeenVersion = 7 }).ShouldHaveSingleItem();
        (change.Before!.Version, change.After).ShouldBe((7, null));
        CampaignEdits.Judge(judged, "C1", Ann, "bob", Cell("P", "A") with { Scores = null }).ShouldBeEmpty();
    }

    [Fact]
    public void Only_assessors_judge_and_a_sheet_is_filled_in_only_for_one_who_judges()
    {
        Refused(() => CampaignEdits.Judge(Model, "C1", ("eve", "Eve"), "eve", Cell("P", "A"))).ShouldBe(
            [new("campaign", "Eve is no assessor of Round; have yourself added to it first.")]);
        Refused(() => CampaignEdits.Judge(Model, "C1", Ann, "eve", Cell("P", "A"))).ShouldBe(
            [new("campaign", "The sheet belongs to nobody who judges in Round; add the assessor first.")]);
    }

    [Fact]
    public void Only_what_is_asked_for_is_judged_and_agreed_on()
    {
        foreach (var cell in new[] { Cell("Q", "A"), Cell("P", "B"), Cell("P", "A") with { Stage = "S" } })
        {
            var place = $"{cell.Capability} in {cell.BusinessUnit}";
            FieldProblem[] expected = [new("capability", $"{place} is not asked for in Round; it may not apply, have been split or removed.")];
            Refused(() => CampaignEdits.Judge(Model, "C1", Ann, "ann", cell)).ShouldBe(expected);
            Refused(() => CampaignEdits.Agree(Model, "C1", ["Ann"], cell)).ShouldBe(expected);
        }
    }

    [Fact]
    public void What_is_agreed_on_is_judged_no_more_and_a_closed_campaign_asks_nothing()
    {
        var agreed = Model.With(CampaignEdits.Agree(Model, "C1", ["Ann"], Cell("P", "A")), 2);
        Refused(() => CampaignEdits.Judge(agreed, "C1", Ann, "ann", Cell("P", "A"))).ShouldBe(
            [new("capability", "P in A is agreed on, and what was judged stays as it was; judge it in another campaign.")]);

        var closed = Model.With(CampaignEdits.Close(Model, "C1"), 2);
        FieldProblem[] expected = [new("campaign", "The campaign Round is closed; start another one.")];
        Refused(() => CampaignEdits.Judge(closed, "C1", Ann, "ann", Cell("P", "A"))).ShouldBe(expected);
        Refused(() => CampaignEdits.Agree(closed, "C1", ["Ann"], Cell("P", "A"))).ShouldBe(expected);
    }

    [Fact]
    public void An_agreement_names_each_who_agreed_once_as_far_as_there_is_room()
    {
        AgreedBy(["Ann ", "Bob", "Ann"]).ShouldBe("Ann, Bob");
        var most = AgreedBy([.. Enumerable.Range(10, 50).Select(i => $"A{i}")]);
        (most.Length, most[^1]).ShouldBe((CampaignAgreement.MaxAgreedBy, '…'));
        foreach (var nobody in new string[][] { [], ["Ann", " "] })
        {
            Refused(() => CampaignEdits.Agree(Model, "C1", nobody, Cell("P", "A"))).ShouldBe([new("agreedBy", "Say who agreed.")]);
        }

        Should.Throw<ArgumentException>(() => CampaignEdits.Agree(Model, "C1", ["Ann"], Cell("P", "A") with { Scores = null }));
    }

    private static string AgreedBy(string[] names)
    {
        var after = Model.With(CampaignEdits.Agree(Model, "C1", names, Cell("P", "A")), 2);
        after.Assessments[0].Assessor.ShouldBe(after.Table<CampaignAgreement>()[0].AgreedBy);
        return after.Assessments[0].Assessor!;
    }

    private static IReadOnlyList<FieldProblem> Refused(Action edit) => Should.Throw<ModelRuleException>(edit).Problems;

    private static CellScores Cell(string capability, string unit) => new(capability, unit, null, Low, 0);
}

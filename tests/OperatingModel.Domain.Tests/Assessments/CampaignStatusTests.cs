using OperatingModel.Domain.Assessments;
using OperatingModel.Domain.Workspaces;
using static OperatingModel.Domain.Tests.Capabilities.CapabilityEditsTests;

namespace OperatingModel.Domain.Tests.Assessments;

public sealed class CampaignStatusTests
{
    private static readonly CampaignAssessor Bob = new("C1", "bob", "Bob");

    [Fact]
    public void Judgements_of_an_assessor_who_was_removed_stay_to_be_read_and_count_no_more()
    {
        var model = Model(agreement: false);
        Cell(model).Spread.ShouldBe(3);
        var cell = Cell(After(model, [RowChange.Remove(Bob)]));
        (cell.Spread, cell.IsDisagreed, cell.Proposal!.Rule).ShouldBe((0, false, ProposalRule.OnlyJudgement));
        cell.Scores.ShouldHaveSingleItem().Assessor.ShouldBe("ann");
        cell.Removed.ShouldHaveSingleItem().Assessor.ShouldBe("bob");
    }

    [Fact]
    public void The_trace_of_an_agreement_stays_as_it_was_when_an_assessor_is_removed()
    {
        var model = Model(agreement: true);
        var (before, after) = (Cell(model), Cell(After(model, [RowChange.Remove(Bob)])));
        after.Removed.ShouldHaveSingleItem().Assessor.ShouldBe("bob");
        (after.Spread, after.Proposal).ShouldBe((before.Spread, before.Proposal));
        after.Spread.ShouldBe(3);
    }

    private static CampaignCell Cell(ModelSnapshot model) => CampaignStatus.Of(model, "C1").Cells.ShouldHaveSingleItem();

    private static ModelSnapshot Model(bool agreement) => Models.Of(
    [
        Models.Capability("P"), Models.Unit("A", 1),
        new Campaign("C1", "Round", Models.Today), new CampaignCapability("C1", "P"), new CampaignUnit("C1", "A"),
        new CampaignAssessor("C1", "ann", "Ann"), Bob, Score("ann", 1), Score("bob", 4),
        .. agreement ? [new CampaignAgreement("C1", "P", "A", "Ann, Bob", Models.Today, 3, 2, 5, Confidence.High)] : Array.Empty<ModelRow>(),
    ]);

    private static CampaignScore Score(string assessor, int current) => new("C1", "P", "A", assessor, 3, current, 5, Confidence.High, Models.Today);
}

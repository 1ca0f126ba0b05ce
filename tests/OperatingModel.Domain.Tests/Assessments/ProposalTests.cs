using OperatingModel.Domain.Assessments;

namespace OperatingModel.Domain.Tests.Assessments;

public sealed class ProposalTests
{
    [Fact]
    public void Without_judgements_nothing_is_proposed() => Proposal.Of([]).ShouldBeNull();

    [Theory]
    [InlineData(new[] { 4 }, 4, ProposalRule.OnlyJudgement)]
    [InlineData(new[] { 4, 1 }, 1, ProposalRule.LowerOfTwo)]
    [InlineData(new[] { 5, 1, 3 }, 3, ProposalRule.Median)]
    [InlineData(new[] { 5, 1, 2, 4 }, 2, ProposalRule.LowerMedian)]
    public void A_proposal_says_how_it_comes_about(int[] current, int proposed, ProposalRule rule) =>
        Proposal
            .Of([
                .. current.Select(
                    (level, i) => new CampaignScore("C1", "C4.3", "MAIN", $"a{i}", 3, level, 5, (Confidence)(i % 2), new DateOnly(2026, 3, 1))),
            ])
            .ShouldBe(new Proposal(3, proposed, 5, Confidence.Low, rule));
}

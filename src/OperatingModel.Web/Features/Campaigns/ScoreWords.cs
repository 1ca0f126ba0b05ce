using OperatingModel.Domain.Assessments;
using OperatingModel.Web.Components.Controls;

namespace OperatingModel.Web.Features.Campaigns;

/// <summary>Writes the judgements and proposals of a campaign: importance · maturity now · maturity wanted.</summary>
internal static class ScoreWords
{
    public static string Of(CampaignScore score) => Of(score.Importance, score.Current, score.Target);

    public static string Of(Proposal proposal) => Of(proposal.Importance, proposal.Current, proposal.Target);

    public static string Of(GivenScores given) => Of(given.Importance, given.Current, given.Target);

    /// <summary>Writes the scores and confidence that were agreed; null when only the fact of the agreement was kept.</summary>
    public static string? Of(CampaignAgreement agreement) =>
        agreement is { Importance: { } importance, Current: { } current, Target: { } target, Confidence: { } confidence }
            ? $"{Of(importance, current, target)} · {confidence}"
            : null;

    /// <summary>Names the rule that proposed a value.</summary>
    public static string Of(ProposalRule rule) => rule switch
    {
        ProposalRule.OnlyJudgement => "the only judgement",
        ProposalRule.LowerOfTwo => "lower of two",
        ProposalRule.Median => "median",
        _ => "lower median",
    };

    /// <summary>Explains in a sentence how the rule arrives at a value.</summary>
    public static string Sentence(ProposalRule rule) => rule switch
    {
        ProposalRule.OnlyJudgement => "Nobody else judged it. Confidence as given.",
        ProposalRule.LowerOfTwo => "Of each figure the lower of the two judgements; the lesser confidence.",
        ProposalRule.Median => "Of each figure the judgement in the middle; the least confidence of all.",
        _ => "Of each figure the lower of the two judgements in the middle; the least confidence of all.",
    };

    private static string Of(int? importance, int? current, int? target) =>
        $"{Numbers.Whole(importance)} · {Numbers.Whole(current)} · {Numbers.Whole(target)}";
}

using OperatingModel.Domain.Roadmaps;

namespace OperatingModel.Domain.Portfolio;

/// <summary>
/// The power to say no. A change may not approve or plan what is vetoed. A veto on what was approved or planned before is a warning until
/// somebody acts on it.
/// </summary>
internal static class VetoRules
{
    public static IReadOnlyList<ModelRule> All { get; } =
    [
        ModelRule.Error("veto-without-reason", WithoutReason),
        ModelRule.Error("approval-of-vetoed", Approval),
        ModelRule.Error("planning-of-vetoed", Planning),
        ModelRule.Warning("approved-although-vetoed", Approved),
        ModelRule.Warning("planned-although-vetoed", Planned),
    ];

    private static void WithoutReason(RuleCheck check)
    {
        foreach (var review in check.Rows<SecurityReview>())
        {
            if (review.Status is SecurityStatus.Conditional or SecurityStatus.Vetoed && string.IsNullOrWhiteSpace(review.Reason))
            {
                check.Report(
                    review,
                    nameof(SecurityReview.Reason),
                    $"{review.Initiative} is {(review.Status == SecurityStatus.Vetoed ? "vetoed" : "cleared on conditions")} without a "
                        + "reason; give it.");
            }
        }
    }

    private static void Approval(RuleCheck check)
    {
        foreach (var change in check.Changes<FundingDecision>())
        {
            if (change.After is FundingDecision { State: FundingState.Approved } decision
                && change.Before is not FundingDecision { State: FundingState.Approved }
                && IsVetoed(check, decision.Initiative))
            {
                check.Report(decision, nameof(FundingDecision.State),
                    $"{decision.Initiative} is vetoed by security and cannot be approved; have the veto lifted first.");
            }
        }
    }

    private static void Planning(RuleCheck check)
    {
        foreach (var change in check.Changes<RoadmapItem>())
        {
            if (change.After is RoadmapItem { Initiative: { } initiative } item
                && (change.Before as RoadmapItem)?.Initiative != initiative
                && IsVetoed(check, initiative))
            {
                check.Report(item, nameof(RoadmapItem.Initiative),
                    $"{initiative} is vetoed by security and cannot be planned; have the veto lifted first.");
            }
        }
    }

    private static void Approved(RuleCheck check)
    {
        var reviewed = check.Touched<SecurityReview, string>(review => review.Initiative);
        foreach (var decision in check.Rows<FundingDecision, string>(decision => decision.Initiative, reviewed))
        {
            if (decision.State == FundingState.Approved && IsVetoed(check, decision.Initiative))
            {
                check.Report(decision, nameof(FundingDecision.State),
                    $"approved although vetoed: {decision.Scenario} {decision.Initiative}; withdraw the approval or have the veto lifted.");
            }
        }
    }

    private static void Planned(RuleCheck check)
    {
        var reviewed = check.Touched<SecurityReview, string?>(review => review.Initiative);
        foreach (var item in check.Rows<RoadmapItem, string?>(item => item.Initiative, reviewed))
        {
            if (item.Initiative is { } initiative && IsVetoed(check, initiative))
            {
                check.Report(item, nameof(RoadmapItem.Initiative),
                    $"planned although vetoed: {item.Code} {initiative}; take it off the plan or have the veto lifted.");
            }
        }
    }

    private static bool IsVetoed(RuleCheck check, string initiative) =>
        check.Model.Table<SecurityReview>().Find(initiative) is { Status: SecurityStatus.Vetoed };
}

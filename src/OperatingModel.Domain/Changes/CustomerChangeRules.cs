namespace OperatingModel.Domain.Changes;

/// <summary>What makes the steps of a customer change a complete path.</summary>
internal static class CustomerChangeRules
{
    public static IReadOnlyList<ModelRule> All { get; } =
    [
        ModelRule.Unfinished("change-step-count", StepCount),
        ModelRule.Unfinished("change-step-order", StepOrder),
        ModelRule.Unfinished("change-step-link", StepLinks),
        ModelRule.Warning("change-without-lead-team", WithoutLeadTeam),
    ];

    private static void StepCount(RuleCheck check)
    {
        foreach (var (change, steps) in check.Owners<CustomerChange, ChangeStep>(step => step.Change))
        {
            if (steps.Count is < CustomerChange.MinSteps or > CustomerChange.MaxSteps)
            {
                check.Report(change, "steps", $"{change.Code} has {steps.Count} steps; give {CustomerChange.MinSteps} to {CustomerChange.MaxSteps}.");
            }
        }
    }

    private static void StepOrder(RuleCheck check)
    {
        foreach (var (change, steps) in check.Owners<CustomerChange, ChangeStep>(step => step.Change))
        {
            if (!steps.Select(step => step.Order).Order().SequenceEqual(Enumerable.Range(1, steps.Count)))
            {
                check.Report(change, "steps", $"The steps of {change.Code} are not numbered 1 to {steps.Count}; number them without a gap.");
            }
        }
    }

    private static void StepLinks(RuleCheck check)
    {
        foreach (var (_, steps) in check.Owners<CustomerChange, ChangeStep>(step => step.Change))
        {
            var last = steps.MaxBy(step => step.Order);
            foreach (var step in steps)
            {
                if (step == last && step.LinkToNext is not null)
                {
                    check.Report(step, nameof(ChangeStep.LinkToNext), "The last step leads nowhere; clear its link.");
                }
                else if (step != last && step.LinkToNext is null)
                {
                    check.Report(
                        step, nameof(ChangeStep.LinkToNext), "It is not said how the work passes on; give Sequential, Reciprocal or Pooled.");
                }
            }
        }
    }

    private static void WithoutLeadTeam(RuleCheck check)
    {
        foreach (var change in check.Rows<CustomerChange>().Where(change => change.LeadTeam is null))
        {
            check.Report(change, nameof(CustomerChange.LeadTeam),
                $"{change.Code} has no lead team, so it cannot be followed through the team design; name one.");
        }
    }
}

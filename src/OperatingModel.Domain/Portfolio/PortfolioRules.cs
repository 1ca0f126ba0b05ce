namespace OperatingModel.Domain.Portfolio;

/// <summary>Money and order of initiatives.</summary>
internal static class PortfolioRules
{
    public static IReadOnlyList<ModelRule> All { get; } =
    [
        ModelRule.Error("funding-round-quarters", RoundQuarters),
        ModelRule.Error("cost-allocation-sum", AllocationSum),
        ModelRule.Error("prerequisite-cycle", PrerequisiteCycle),
        ModelRule.Error("approved-over-budget", ApprovedOverBudget),
        ModelRule.Warning("advice-without-rationale", AdviceWithoutRationale),
    ];

    private static void RoundQuarters(RuleCheck check)
    {
        foreach (var round in check.Rows<FundingRound>().Where(round => round.LastQuarter < round.FirstQuarter))
        {
            check.Report(round, nameof(FundingRound.LastQuarter),
                $"{round.Code} ends in {round.LastQuarter}, before it begins in {round.FirstQuarter}; put the quarters in order.");
        }
    }

    private static void AllocationSum(RuleCheck check)
    {
        foreach (var (initiative, shares) in check.Owners<Initiative, CostAllocation>(share => share.Initiative))
        {
            if (shares.Sum(share => share.Percent) is var sum && Tolerance.Greater(sum, 100))
            {
                check.Report(initiative, "costAllocation",
                    $"{FigureText.Of(sum, 2)} % of the money of {initiative.Code} is allocated; give at most 100 % together.");
            }
        }
    }

    private static void PrerequisiteCycle(RuleCheck check)
    {
        if (!check.Touches<InitiativePrerequisite>())
        {
            return;
        }

        var prerequisites = check.Model.Table<InitiativePrerequisite>();
        var byInitiative = prerequisites.ToLookup(row => row.Initiative, row => row.Prerequisite);
        foreach (var circle in Circles.Find(check.Rows<InitiativePrerequisite>().Select(row => row.Initiative), code => byInitiative[code]))
        {
            var closing = prerequisites[RowKey.Of(circle[0], circle.Count > 1 ? circle[1] : circle[0])];
            check.Report(closing, nameof(InitiativePrerequisite.Prerequisite),
                $"The initiatives wait for each other, {Circles.Shown(circle)}; remove one prerequisite.");
        }
    }

    private static void ApprovedOverBudget(RuleCheck check)
    {
        if (!check.Touches<FundingDecision>() && !check.Touches<FundingRound>())
        {
            return;
        }

        var touched = check.Touched<FundingDecision, string>(decision => decision.Round);
        touched.UnionWith(check.Touched<FundingRound, string>(round => round.Code));
        var approved = check.Model.Table<FundingDecision>()
            .Where(decision => decision.State == FundingState.Approved && (check.IsWhole || touched.Contains(decision.Round)))
            .GroupBy(decision => (decision.Scenario, decision.Round));
        foreach (var set in approved)
        {
            // Decimal, because sums of amounts near the limit of whole numbers must not overflow.
            var sum = set.Sum(decision => (decimal)decision.Amount);
            if (check.Model.Table<FundingRound>().Find(set.Key.Round) is { } round && sum > round.Budget)
            {
                check.Report(round, nameof(FundingRound.Budget),
                    $"{set.Key.Scenario} approves {sum} in {round.Code}, whose budget is {round.Budget}; approve less or raise the budget.");
            }
        }
    }

    private static void AdviceWithoutRationale(RuleCheck check)
    {
        foreach (var advice in check.Rows<ArchitectureRecommendation>().Where(advice => string.IsNullOrWhiteSpace(advice.Rationale)))
        {
            check.Report(advice, nameof(ArchitectureRecommendation.Rationale), $"The advice on {advice.Initiative} gives no rationale; say why.");
        }
    }
}

namespace OperatingModel.Domain.Strategy;

/// <summary>What makes a KPI and the claims about it usable.</summary>
internal static class KpiRules
{
    public static IReadOnlyList<ModelRule> All { get; } =
    [
        ModelRule.Warning("kpi-without-owner", WithoutOwner),
        ModelRule.Warning("kpi-target-wrong-way", TargetWrongWay),
        ModelRule.Error("influence-on-itself", OnItself),
        ModelRule.Error("influence-polarity", Polarity),
        ModelRule.Unfinished("influence-repeated", Repeated),
        ModelRule.Warning("influence-without-reason", WithoutReason),
        ModelRule.Error("goal-rating-on-itself", RatingOnItself),
    ];

    private static void WithoutOwner(RuleCheck check)
    {
        foreach (var kpi in check.Rows<Kpi>())
        {
            if (string.IsNullOrWhiteSpace(kpi.Owner))
            {
                check.Report(kpi, nameof(Kpi.Owner), $"Nobody answers for {kpi.Code}; name the one c-suite role that owns it.");
            }
        }
    }

    private static void TargetWrongWay(RuleCheck check)
    {
        foreach (var kpi in check.Rows<Kpi>())
        {
            if (kpi.Direction == KpiDirection.Maximise ? kpi.Target < kpi.Baseline : kpi.Target > kpi.Baseline)
            {
                check.Report(kpi, nameof(Kpi.Target), $"The target of {kpi.Code} is worse than its baseline; correct one of them or the direction.");
            }
        }
    }

    private static void OnItself(RuleCheck check)
    {
        foreach (var influence in check.Rows<MetricInfluence>().Where(influence => influence.From == influence.To))
        {
            check.Report(influence, nameof(MetricInfluence.To), $"{influence.From} cannot influence itself; name another KPI.");
        }
    }

    private static void RatingOnItself(RuleCheck check)
    {
        foreach (var rating in check.Rows<GoalRating>().Where(rating => rating.From == rating.To))
        {
            check.Report(rating, nameof(GoalRating.To), $"The effect of {rating.From} on itself is not rated; name another KPI.");
        }
    }

    private static void Polarity(RuleCheck check)
    {
        foreach (var influence in check.Rows<MetricInfluence>().Where(influence => influence.Polarity == 0))
        {
            check.Report(
                influence, nameof(MetricInfluence.Polarity), "The polarity is 0; give 1 (same way) or -1 (the other way), or remove the influence.");
        }
    }

    // Influences are claims about metrics: several KPIs may share one, and then two influences can concern the same pair (F13).
    private static void Repeated(RuleCheck check)
    {
        if (!check.Touches<MetricInfluence>() && !check.Touches<Kpi>())
        {
            return;
        }

        var kpis = check.Model.Table<Kpi>();
        var first = new Dictionary<(string, string), MetricInfluence>();
        foreach (var influence in check.Model.Table<MetricInfluence>())
        {
            if (!first.TryAdd((MetricOf(influence.From), MetricOf(influence.To)), influence))
            {
                var other = first[(MetricOf(influence.From), MetricOf(influence.To))];
                check.Report(influence, null, $"{other.Key} speaks of the same two metrics; keep one influence for each ordered pair.");
            }
        }

        string MetricOf(string code) => kpis.Find(code)?.Metric ?? code;
    }

    private static void WithoutReason(RuleCheck check)
    {
        foreach (var influence in check.Rows<MetricInfluence>().Where(influence => string.IsNullOrWhiteSpace(influence.Why)))
        {
            check.Report(influence, nameof(MetricInfluence.Why),
                $"It is not said why {influence.From} moves {influence.To}; give the reason, so that it can be disputed.");
        }
    }
}

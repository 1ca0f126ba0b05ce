namespace OperatingModel.Domain.Workspaces;

/// <summary>Which conventions of a model must fit each other, and its planning horizon the calendar.</summary>
internal static class SettingsRules
{
    public static IReadOnlyList<ModelRule> All { get; } =
    [
        ModelRule.Error("settings-bands", Bands),
        ModelRule.Error("settings-order", Order),
        ModelRule.Error("settings-mix", Mix),
        ModelRule.Error("planning-horizon", Horizon),
    ];

    private static void Bands(RuleCheck check)
    {
        foreach (var settings in check.Rows<ModelSettings>())
        {
            if (!(settings.CoolFrom < settings.WarmFrom && settings.WarmFrom < settings.HotFrom && settings.HotFrom < settings.CriticalFrom))
            {
                check.Report(settings, "bands", "The bands must begin one above the other; give Cool < Warm < Hot < Critical.");
            }
        }
    }

    // Steps of one scale: a higher step must not count less than the one below it.
    private static void Order(RuleCheck check)
    {
        foreach (var s in check.Rows<ModelSettings>())
        {
            Ascending(nameof(ModelSettings.ConfidenceLow), "confidence", s.ConfidenceLow, s.ConfidenceMedium, s.ConfidenceHigh);
            Ascending(nameof(ModelSettings.TrustHighCoverage), "coverage of the trust labels", s.TrustMediumCoverage, s.TrustHighCoverage);
            Ascending(nameof(ModelSettings.TrustHighConfidence), "confidence of the trust labels", s.TrustMediumConfidence, s.TrustHighConfidence);
            Ascending("contributionScale", "contribution", s.ContributionMinor, s.ContributionSupporting, s.ContributionCritical);
            Ascending(nameof(ModelSettings.DomainSimple), "domain points", s.DomainSimple, s.DomainComplicated, s.DomainComplex);

            void Ascending(string field, string scale, params ReadOnlySpan<double> steps)
            {
                for (var i = 1; i < steps.Length; i++)
                {
                    if (steps[i] < steps[i - 1])
                    {
                        check.Report(s, field, $"The steps of {scale} run the wrong way; let no higher step count less than a lower one.");
                        return;
                    }
                }
            }
        }
    }

    private static void Horizon(RuleCheck check)
    {
        foreach (var meta in check.Rows<ModelMeta>())
        {
            if ((meta.FirstQuarter + (meta.QuarterCount - 1)).Year > 9999)
            {
                check.Report(meta, nameof(ModelMeta.QuarterCount), "The planning horizon runs beyond the calendar; let it begin earlier.");
            }
        }
    }

    private static void Mix(RuleCheck check)
    {
        foreach (var settings in check.Rows<ModelSettings>())
        {
            if (!(settings.InnovationCore + settings.InnovationAdjacent + settings.InnovationTransformational > 0))
            {
                check.Report(settings, "innovationTarget", "The target mix adds up to nothing; give at least one share above 0.");
            }

            if (!(settings.InvestmentRun + settings.InvestmentGrow + settings.InvestmentTransform > 0))
            {
                check.Report(settings, "investmentTarget", "The target mix adds up to nothing; give at least one share above 0.");
            }
        }
    }
}

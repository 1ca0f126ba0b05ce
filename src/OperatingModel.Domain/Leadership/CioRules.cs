namespace OperatingModel.Domain.Leadership;

/// <summary>The profile of the CIO and its statements belong together.</summary>
internal static class CioRules
{
    public static IReadOnlyList<ModelRule> All { get; } = [ModelRule.Error("cio-statements-without-profile", WithoutProfile)];

    private static void WithoutProfile(RuleCheck check)
    {
        if ((check.Touches<CioStatement>() || check.Touches<CioProfile>())
            && check.Model.Table<CioProfile>().Count == 0 && check.Model.Table<CioStatement>().Count is var count and > 0)
        {
            check.Report<CioStatement>(null, $"{count} statements stand without a profile of the CIO; add the profile, or remove them.");
        }
    }
}

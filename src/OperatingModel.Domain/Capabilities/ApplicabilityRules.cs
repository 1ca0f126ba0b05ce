using OperatingModel.Domain.Assessments;
using OperatingModel.Domain.Portfolio;
using OperatingModel.Domain.Technology;

namespace OperatingModel.Domain.Capabilities;

/// <summary>Finds judgements of a capability in a business unit where it does not apply: they count nowhere.</summary>
internal static class ApplicabilityRules
{
    public static IReadOnlyList<ModelRule> All { get; } =
    [
        ModelRule.Warning("not-applicable-without-reason", WithoutReason),
        Rule<Assessment>("assessment-not-applicable", a => (a.Capability, a.BusinessUnit), "this assessment"),
        Rule<ApplicationSupport>("support-not-applicable", s => (s.Capability, s.BusinessUnit), "this support"),
        Rule<Uplift>("uplift-not-applicable", u => (u.Capability, u.BusinessUnit), "this uplift"),
        Rule<CostAllocation>("cost-allocation-not-applicable", c => (c.Capability, c.BusinessUnit), "this share of money"),
    ];

    private static void WithoutReason(RuleCheck check)
    {
        foreach (var exception in check.Rows<NotApplicable>())
        {
            if (string.IsNullOrWhiteSpace(exception.Reason))
            {
                check.Report(exception, nameof(NotApplicable.Reason),
                    $"It is not said why {exception.Capability} does not apply in {exception.BusinessUnit}; give the reason.");
            }
        }
    }

    private static ModelRule Rule<T>(string code, Func<T, (string Capability, string BusinessUnit)> instanceOf, string what)
        where T : ModelRow => ModelRule.Warning(code, check =>
    {
        var exceptions = check.Model.Table<NotApplicable>();
        foreach (var row in check.Rows(instanceOf, check.Touched<NotApplicable, (string, string)>(n => (n.Capability, n.BusinessUnit))))
        {
            var (capability, unit) = instanceOf(row);
            if (exceptions.TryGet(RowKey.Of(capability, unit), out _))
            {
                check.Report(row, null, $"{capability} does not apply in {unit}, so {what} counts nowhere; remove it, or let the capability apply.");
            }
        }
    });
}

using OperatingModel.Domain.Assessments;
using OperatingModel.Domain.Portfolio;
using OperatingModel.Domain.Technology;

namespace OperatingModel.Domain.Capabilities;

/// <summary>
/// What only leaves may carry. On a parent it would count nowhere, so a capability gets its first child only when what it carries moves
/// with the change.
/// </summary>
internal static class LeafRules
{
    public static IReadOnlyList<ModelRule> All { get; } =
    [
        Rule<StageLink>("stage-link-on-parent", link => link.Capability, "is linked to stages"),
        Rule<NotApplicable>("not-applicable-on-parent", exception => exception.Capability, "applies or not"),
        Rule<Assessment>("assessment-on-parent", assessment => assessment.Capability, "is assessed"),
        Rule<ApplicationSupport>("support-on-parent", support => support.Capability, "is supported by applications"),
        Rule<Uplift>("uplift-on-parent", uplift => uplift.Capability, "is raised by initiatives"),
        Rule<CostAllocation>("cost-allocation-on-parent", share => share.Capability, "takes money of initiatives"),
    ];

    private static ModelRule Rule<T>(string code, Func<T, string> capabilityOf, string what) where T : ModelRow => ModelRule.Error(code, check =>
    {
        foreach (var row in check.Rows(capabilityOf, CapabilityRules.NewParents(check)))
        {
            var capability = capabilityOf(row);
            if (CapabilityRules.IsParent(check.Model, capability))
            {
                check.Report(row, "capability", $"{capability} has children, and only a leaf {what}; use one of the children.");
            }
        }
    });
}

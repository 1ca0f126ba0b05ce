using OperatingModel.Domain.Portfolio;
using OperatingModel.Domain.Workspaces;

namespace OperatingModel.Exchange.Indicators;

/// <summary>Whether money follows advice and respects the veto (F22).</summary>
internal static class GovernanceIndicators
{
    public static IEnumerable<Indicator> All =>
    [
        new(
            "governance",
            "Share of the approved money of each decision set that architecture advised on and endorsed, and where advice or a veto was overruled.",
            analyses => Indicator.ByCode(Sets(analyses), set => set.Name, set => Figures(set.Governance)))
        {
            Figures = analyses => Sets(analyses).Select(set => new OpenFigure(set.Name, () => set.Governance.Explain(analyses.Model))),
        },
    ];

    private static IEnumerable<(string Name, Governance Governance)> Sets(ModelAnalyses analyses) =>
        DecisionSets.NamesOf(analyses.Model).Select(name => (name, Governance.Of(analyses.Model, name)));

    private static object Figures(Governance governance) =>
        new
        {
            governance.AdvisedShare,
            governance.FollowedShare,
            governance.Overruled,
            governance.VetoBreaches,
        };
}

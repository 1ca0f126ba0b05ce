using OperatingModel.Domain.Homogeneity;

namespace OperatingModel.Exchange.Indicators;

/// <summary>How alike the business units run their capabilities (F7, F8).</summary>
internal static class HomogeneityIndicators
{
    public static IEnumerable<Indicator> All =>
    [
        new(
            "homogeneity",
            "How alike the business units run each capability, 0..1, what its quadrant asks for, and the unit to learn from.",
            analyses => Indicator.ByCode(analyses.Homogeneity.Capabilities, leaf => leaf.Capability.Code, Alike))
        {
            Figures = analyses => analyses.Homogeneity.Capabilities
                .Select(leaf => new OpenFigure(leaf.Capability.Code, () => leaf.Explain(analyses.Model))),
        },
        new(
            "standardisationIndex",
            "Mean homogeneity of the capabilities that ask for one way of working, 0..1.",
            analyses => analyses.Homogeneity.StandardisationIndex)
        {
            Figures = analyses => [new OpenFigure("", analyses.Homogeneity.ExplainIndex)],
        },
    ];

    private static object Alike(CapabilityHomogeneity leaf) => new
    {
        Levels = Indicator.ByCode(leaf.Practices, practice => practice.Unit, practice => practice.Current),
        leaf.Homogeneity,
        leaf.TechnologyHomogeneity,
        leaf.Quadrant,
        leaf.Shortfall,
        Reference = leaf.Reference?.Unit,
        HeatRemovedByCopying = leaf.Reference?.HeatRemoved ?? 0,
        LevelSteps = leaf.Reference?.LevelSteps ?? 0,
    };
}

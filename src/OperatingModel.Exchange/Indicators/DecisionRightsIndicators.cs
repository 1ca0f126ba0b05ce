using OperatingModel.Domain.Organisation;

namespace OperatingModel.Exchange.Indicators;

/// <summary>Which rules the decision rights break (F25).</summary>
internal static class DecisionRightsIndicators
{
    public static IEnumerable<Indicator> All =>
    [
        new(
            "decisionRights",
            "The rules that the rights of each type of decision break.",
            analyses => Indicator.ByCode(DecisionRightsCheck.Compute(analyses.Model), check => check.Decision, check => check.Violations))
        {
            Figures = analyses => DecisionRightsCheck.Compute(analyses.Model).Select(check => new OpenFigure(check.Decision, check.Explain)),
        },
    ];
}

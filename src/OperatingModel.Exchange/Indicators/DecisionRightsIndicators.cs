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
            model => Indicator.ByCode(DecisionRightsCheck.Compute(model), check => check.Decision, check => check.Violations))
        {
            Figures = model => DecisionRightsCheck.Compute(model).Select(check => new OpenFigure(check.Decision, check.Explain)),
        },
    ];
}

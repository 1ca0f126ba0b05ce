using OperatingModel.Domain;

namespace OperatingModel.Exchange.Indicators;

/// <summary>What the integrity rules want to be looked at; errors are told before any figure is computed.</summary>
internal static class IntegrityIndicators
{
    public static IEnumerable<Indicator> All =>
    [
        new("warnings", model => ModelRules.Check(model).Where(problem => problem.Severity == Severity.Warning).Select(problem => problem.Message)),
    ];
}

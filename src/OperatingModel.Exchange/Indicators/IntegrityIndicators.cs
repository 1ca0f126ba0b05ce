using OperatingModel.Domain;
using OperatingModel.Domain.Workspaces;

namespace OperatingModel.Exchange.Indicators;

/// <summary>What the integrity rules want to be looked at; errors are told before any figure is computed.</summary>
internal static class IntegrityIndicators
{
    public static IEnumerable<Indicator> All =>
    [
        new("warnings", "What the integrity rules want to be looked at, in words.", model => Warnings(model).Select(problem => problem.Message))
        {
            Figures = model => [new OpenFigure("", () => Count(model))],
        },
    ];

    private static Explanation Count(ModelSnapshot model)
    {
        ModelProblem[] warnings = [.. Warnings(model)];
        return new Explanation(
            "Warnings of the integrity rules",
            $"Each warning counts 1 = {warnings.Length}",
            warnings.Length,
            [.. warnings.Select(warning => new ExplanationTerm(warning.Element, [], 1, warning.Message))],
            ["Warnings inform; only errors block."],
            []);
    }

    private static IEnumerable<ModelProblem> Warnings(ModelSnapshot model) =>
        ModelRules.Check(model).Where(problem => problem.Severity == Severity.Warning);
}

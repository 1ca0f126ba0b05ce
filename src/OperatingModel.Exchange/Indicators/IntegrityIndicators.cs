using OperatingModel.Domain;
using OperatingModel.Domain.Workspaces;

namespace OperatingModel.Exchange.Indicators;

/// <summary>
/// The warnings and unfinished parts that the integrity rules find; errors that rule out any figure are reported before one is computed.
/// </summary>
internal static class IntegrityIndicators
{
    public static IEnumerable<Indicator> All =>
        [
            new("warnings", "What the integrity rules want to be looked at, in words.", analyses =>
                Warnings(analyses).Select(problem => $"{problem.Element}: {problem.Message}"))
            {
                Figures = analyses => [new OpenFigure("", () => Count(analyses))],
            },
        ];

    private static Explanation Count(ModelAnalyses analyses)
    {
        ModelProblem[] warnings = [.. Warnings(analyses)];
        return new Explanation(
            "Warnings of the integrity rules",
            "Each warning counts 1.",
            warnings.Length,
            FigureUnit.Count("warnings"),
            [.. warnings.Select(warning => new ExplanationTerm(warning.Element, [], 1, warning.Message))],
            ["Warnings inform, and what is not finished has no figures yet; only a model that contradicts itself is refused."],
            []);
    }

    private static IEnumerable<ModelProblem> Warnings(ModelAnalyses analyses) =>
        ModelRules.Check(analyses.Model).Where(problem => !problem.Blocks);
}

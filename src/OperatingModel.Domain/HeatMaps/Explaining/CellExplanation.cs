using OperatingModel.Domain.Assessments;
using OperatingModel.Domain.HeatMaps.Cube;

namespace OperatingModel.Domain.HeatMaps.Explaining;

/// <summary>Explains the heat of one cell (F3): the gap, level by level.</summary>
internal static class CellExplanation
{
    public static Explanation Of(HeatCube cube, int leaf, int stage, int unit)
    {
        var title = $"Heat of {HeatWords.Scope(cube, leaf, stage, unit)}";
        var (capability, businessUnit) = (cube.Tree[leaf].Name, cube.Units[unit].Name);
        var inputs = HeatInputs.Of(cube, leaf, stage, unit);
        if (cube.Score(leaf, stage, unit) is { } score && Judgement(cube, leaf, stage, unit) is { } judgement)
        {
            var input = new ModelInput(ModelTables.Of<Assessment>(), judgement.Key, $"judgement of {capability} in {businessUnit}");
            return new Explanation(
                title, Words(cube.Weights), score.Heat, FigureUnit.Heat, Terms(cube.Weights, score, input), Remarks(cube, stage, score, judgement),
                Levers(cube, score))
            {
                Formula = Calculation(cube.Weights, score),
                Inputs = [input, .. inputs],
            };
        }

        var reason = cube.StateOf(leaf, stage, unit) == CellState.NotApplicable
            ? $"{capability} does not exist in {businessUnit}."
            : "Nobody has assessed it: unknown, not zero.";
        string[] levers = cube.MissingScores(1, leaf, stage, unit) is { Count: > 0 } ? [$"Assess {capability} in {businessUnit}."] : [];
        return Explanation.Unknown(title, reason, FigureUnit.Heat, levers) with
        {
            Inputs = [HeatInputs.Judgement(cube, leaf, -1, unit) with { Name = $"judgement of {capability} in {businessUnit}" }, .. inputs],
        };
    }

    private static string Words(HeatWeights weights) => weights is { Alpha: 1, Gamma: 1 }
        ? "Importance times the levels that are missing to the target, on a scale to 100."
        : "Importance and the levels that are missing to the target, each as a share of 5 and bent by its exponent, on a scale to 100.";

    private static Formula Calculation(HeatWeights weights, CellScore score)
    {
        var (importance, gap) = (Formula.Of("importance", score.Importance), Formula.Of("gap", score.Gap));
        return weights is { Alpha: 1, Gamma: 1 }
            ? 4 * importance * gap
            : 100 * Formula.Power(importance / 5, weights.Alpha) * Formula.Power(gap / 5, weights.Gamma);
    }

    private static ExplanationTerm[] Terms(HeatWeights weights, CellScore score, ModelInput judgement) =>
    [
        .. Enumerable.Range(1, score.Gap).Select(step => new ExplanationTerm(
            $"From level {score.Target - step} to {score.Target - step + 1}",
            [judgement],
            At(weights, score.Importance, step) - At(weights, score.Importance, step - 1),
            $"level {score.Target - step + 1}: {HeatWords.Maturity(score.Target - step + 1)}")),
    ];

    private static string[] Remarks(HeatCube cube, int stage, CellScore score, Assessment judgement)
    {
        var remarks = new List<string>
        {
            $"Importance {score.Importance}: {HeatWords.Importance(score.Importance)}.",
            $"Today {score.Current}: {HeatWords.Maturity(score.Current)}. Target {score.Target}: {HeatWords.Maturity(score.Target)}.",
            judgement.Stage is null
                ? "The general judgement counts; there is none for this stage alone."
                : $"A judgement for {cube.Stages[stage].Name} alone goes before the general one.",
            $"Assessed on {judgement.AssessedOn:yyyy-MM-dd} with {EnumWords.Of(judgement.Confidence)} confidence"
                + $"{(string.IsNullOrEmpty(judgement.Assessor) ? "" : $" by {judgement.Assessor}")}.",
        };
        if (score.Confidence != judgement.Confidence)
        {
            remarks.Add($"Older than {cube.Model.Settings.StaleAfterMonths} months, so its confidence counts as {EnumWords.Of(score.Confidence)}.");
        }

        if (score.Surplus > 0)
        {
            remarks.Add($"Over-served: {HeatWords.Count(score.Surplus, "level")} above the target.");
        }

        if (!string.IsNullOrWhiteSpace(judgement.Note))
        {
            remarks.Add($"Evidence: {judgement.Note}");
        }

        return [.. remarks];
    }

    private static string[] Levers(HeatCube cube, CellScore score)
    {
        if (score.Gap == 0)
        {
            return [$"A target of {score.Current + 1} would open a gap and raise it to {FigureText.Of(At(cube.Weights, score.Importance, 1))}."];
        }

        return
        [
            score.Gap == 1
                ? "One level up closes the gap: 0."
                : $"One level up brings it to {FigureText.Of(At(cube.Weights, score.Importance, score.Gap - 1))}; reaching level "
                    + $"{score.Target} to 0.",
            score.Importance > 1
                ? $"With importance {score.Importance - 1} it would be {FigureText.Of(At(cube.Weights, score.Importance - 1, score.Gap))}."
                : $"With importance 2 it would be {FigureText.Of(At(cube.Weights, 2, score.Gap))}.",
        ];
    }

    private static double At(HeatWeights weights, int importance, int gap) => Heat.Of(importance, 0, gap, weights.Alpha, weights.Gamma);

    private static Assessment? Judgement(HeatCube cube, int leaf, int stage, int unit)
    {
        var (capability, businessUnit) = (cube.Tree[leaf].Code, cube.Units[unit].Code);
        return
            cube.Model.Assessments.Find(Assessment.KeyOf(capability, businessUnit, cube.Stages[stage].Code)) is { } specific
            && ScoreCode.Of(specific) != ScoreCode.Missing
            ? specific
            : cube.Model.Assessments.Find(Assessment.KeyOf(capability, businessUnit, null));
    }
}

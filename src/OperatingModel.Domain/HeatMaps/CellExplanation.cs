using OperatingModel.Domain.Assessments;

namespace OperatingModel.Domain.HeatMaps;

/// <summary>Opens the heat of one cell (F3): the gap, level by level.</summary>
internal static class CellExplanation
{
    public static Explanation Of(HeatCube cube, int leaf, int stage, int unit)
    {
        var title = $"Heat of {HeatWords.Scope(cube, leaf, stage, unit)}";
        var codes = new[] { cube.Tree[leaf].Code, cube.Units[unit].Code };
        if (cube.Score(leaf, stage, unit) is { } score && Judgement(cube, leaf, stage, unit) is { } judgement)
        {
            return new Explanation(
                title, Formula(cube.Weights, score), score.Heat, Terms(cube.Weights, score, codes), Remarks(cube, stage, score, judgement), Levers(cube, score));
        }

        var reason = cube.StateOf(leaf, stage, unit) == CellState.NotApplicable
            ? $"{codes[0]} does not exist in {codes[1]}."
            : "Nobody has assessed it: unknown, not zero.";
        var levers = cube.MissingScores(1, leaf, stage, unit) is [var missing]
            ? new[] { $"Assess {codes[0]} in {codes[1]}: {HeatWords.Count(missing.Cells, "cell")} with mass {FigureText.Of(missing.Mass, 4)} become known." }
            : [];
        return new Explanation(title, reason, null, [], [], levers);
    }

    private static string Formula(HeatWeights weights, CellScore score)
    {
        var heat = FigureText.Of(score.Heat);
        return weights is { Alpha: 1, Gamma: 1 }
            ? $"4 × importance {score.Importance} × gap {score.Gap} = {heat}"
            : $"100 × (importance {score.Importance} ÷ 5)^{FigureText.Of(weights.Alpha, 2)} × (gap {score.Gap} ÷ 5)^{FigureText.Of(weights.Gamma, 2)} = {heat}";
    }

    private static ExplanationTerm[] Terms(HeatWeights weights, CellScore score, string[] codes) =>
    [
        .. Enumerable.Range(1, score.Gap).Select(step => new ExplanationTerm(
            $"From level {score.Target - step} to {score.Target - step + 1}",
            codes,
            At(weights, score.Importance, step) - At(weights, score.Importance, step - 1),
            $"{score.Target - step + 1}: {HeatWords.Maturity(score.Target - step + 1)}")),
    ];

    private static string[] Remarks(HeatCube cube, int stage, CellScore score, Assessment judgement)
    {
        var remarks = new List<string>
        {
            $"Importance {score.Importance}: {HeatWords.Importance(score.Importance)}.",
            $"Today {score.Current}: {HeatWords.Maturity(score.Current)}. Target {score.Target}: {HeatWords.Maturity(score.Target)}.",
            judgement.Stage is null ? "The general judgement counts; there is none for this stage alone." : $"A judgement for {cube.Stages[stage].Code} alone goes before the general one.",
            $"Assessed on {judgement.AssessedOn:yyyy-MM-dd} with confidence {judgement.Confidence}{(string.IsNullOrEmpty(judgement.Assessor) ? "" : $" by {judgement.Assessor}")}.",
        };
        if (score.Confidence != judgement.Confidence)
        {
            remarks.Add($"Older than {cube.Model.Settings.StaleAfterMonths} months, so its confidence counts as {score.Confidence}.");
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
                : $"One level up brings it to {FigureText.Of(At(cube.Weights, score.Importance, score.Gap - 1))}; reaching level {score.Target} to 0.",
            score.Importance > 1
                ? $"With importance {score.Importance - 1} it would be {FigureText.Of(At(cube.Weights, score.Importance - 1, score.Gap))}."
                : $"With importance 2 it would be {FigureText.Of(At(cube.Weights, 2, score.Gap))}.",
        ];
    }

    private static double At(HeatWeights weights, int importance, int gap) => Heat.Of(importance, 0, gap, weights.Alpha, weights.Gamma);

    private static Assessment? Judgement(HeatCube cube, int leaf, int stage, int unit)
    {
        var (capability, businessUnit) = (cube.Tree[leaf].Code, cube.Units[unit].Code);
        return cube.Model.Assessments.Find(Assessment.KeyOf(capability, businessUnit, cube.Stages[stage].Code)) is { } specific && ScoreCode.Of(specific) != ScoreCode.Missing
            ? specific
            : cube.Model.Assessments.Find(Assessment.KeyOf(capability, businessUnit, null));
    }
}

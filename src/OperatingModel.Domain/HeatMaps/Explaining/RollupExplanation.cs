using OperatingModel.Domain.HeatMaps.Cube;

namespace OperatingModel.Domain.HeatMaps.Explaining;

/// <summary>Explains the heat of a crossing (F4): what each part adds to the mean, how much is known, and what the mean hides.</summary>
internal static class RollupExplanation
{
    private const int LeversShown = 3;

    private static readonly FigureUnit Weight = new("", 2);

    public static Explanation Of(HeatCube cube, int node, int stage, int unit)
    {
        var rollup = cube.Of(node, stage, unit);
        var sums = cube.Layer.SumsOf(node, stage, unit).Masses;
        var title = $"Heat of {HeatWords.Scope(cube, node, stage, unit)}";
        var missing = Missing(cube, node, stage, unit, rollup);
        if (rollup.Heat is not { } heat)
        {
            return Explanation.Unknown(title, Nothing(rollup), FigureUnit.Heat, missing) with { Inputs = HeatInputs.Of(cube, node, stage, unit) };
        }

        ExplanationTerm[] terms = [.. Parts(cube, node, stage, unit).Select(part => Term(cube, part, sums)).OfType<ExplanationTerm>()];
        return new Explanation(title, Words(rollup), heat, FigureUnit.Heat, terms, Remarks(rollup), [.. missing, .. Closing(terms, heat)])
        {
            Formula = Formula.Of("heat weighted by value", sums.Heat, Weight) / Formula.Of("assessed value", sums.Known, Weight),
            Inputs = HeatInputs.Of(cube, node, stage, unit),
        };
    }

    private static string Words(Rollup rollup) =>
        $"Mean heat of {HeatWords.Count(rollup.Known, "assessed cell")}, each weighted by the customer value that depends on it: "
        + "weight of the stage, contribution of the capability and size of the business unit.";

    private static string Nothing(Rollup rollup) => rollup switch
    {
        { Cells: 0 } => "There is no cell: no link to a stage, or not applicable.",
        { Mass: 0 } => "The cells have no weight: their stage or business unit has none.",
        _ => $"None of {HeatWords.Count(rollup.Cells, "cell")} is assessed: unknown, not zero.",
    };

    private static ExplanationTerm? Term(HeatCube cube, (ModelInput Input, int Node, int Stage, int Unit) part, in HeatMasses whole)
    {
        var (masses, counts) = cube.Layer.SumsOf(part.Node, part.Stage, part.Unit);
        return counts.Known == 0 ? null : new ExplanationTerm(part.Input.Name, [part.Input], masses.Heat / whole.Known)
        {
            Formula = masses.Known > 0
                ? Formula.Of("heat", masses.Heat / masses.Known, FigureUnit.Heat)
                    * Formula.Of("share of the assessed value", masses.Known / whole.Known, FigureUnit.Share)
                : null,
        };
    }

    // The first dimension that is still open, in the order in which people drill down.
    private static IEnumerable<(ModelInput Input, int Node, int Stage, int Unit)> Parts(HeatCube cube, int node, int stage, int unit)
    {
        if (node < 0 || !cube.Tree.IsLeaf(node))
        {
            return ChildrenOf(cube, node).Select(child => (HeatInputs.Capability(cube, child), child, stage, unit));
        }

        return stage < 0
            ? Enumerable.Range(0, cube.Stages.Count).Select(s => (HeatInputs.Stage(cube, s), node, s, unit))
            : Enumerable.Range(0, cube.Units.Count).Where(b => unit < 0 || b == unit)
                .Select(b => (HeatInputs.Judgement(cube, node, stage, b), node, stage, b));
    }

    private static IEnumerable<int> ChildrenOf(HeatCube cube, int node)
    {
        var end = node < 0 ? cube.Tree.Count : cube.Tree.EndOf(node);
        for (var child = node + 1; child < end; child = cube.Tree.EndOf(child))
        {
            yield return child;
        }
    }

    private static string[] Remarks(Rollup rollup)
    {
        var remarks = new List<string>
        {
            $"{rollup.Known} of {HeatWords.Count(rollup.Cells, "cell")} assessed, {FigureText.Percent(rollup.Coverage ?? 0)} of the customer value.",
            $"Confidence {FigureText.Of(rollup.Confidence, 2)} of 1; trust: {Words(rollup.Trust)}.",
            $"Hottest cell {FigureText.Of(rollup.Peak)} of 100.",
        };
        if (rollup.Known < rollup.Cells)
        {
            remarks.Add($"Range {HeatWords.Range(rollup.Low ?? 0, rollup.High ?? 0)}: missing cells as 0 and as 100.");
        }

        if (rollup.HiddenHotSpot)
        {
            remarks.Add("Hidden hot spot: the hottest cell lies two or more bands above the mean.");
        }

        return [.. remarks];
    }

    private static string Words(TrustLabel trust) => trust == TrustLabel.None ? "unknown" : EnumWords.Of(trust);

    private static string[] Missing(HeatCube cube, int node, int stage, int unit, Rollup rollup) => rollup.Mass > 0
        ?
        [
            .. cube.MissingScores(LeversShown, node, stage, unit).Where(missing => missing.Mass > 0).Select(missing =>
                $"Assess {cube.Tree[missing.Node].Name} in {cube.Units[missing.Unit].Name}: "
                + $"the range narrows by {FigureText.Of(missing.Narrowing)} points."),
        ]
        : [];

    private static IEnumerable<string> Closing(ExplanationTerm[] terms, double heat) => terms
        .Where(term => Tolerance.Greater(term.Amount, 0))
        .OrderByDescending(term => term.Amount)
        .Take(LeversShown)
        .Select(term => $"Closing the gaps of {term.Label} brings it to {FigureText.Of(heat - term.Amount)}.");
}

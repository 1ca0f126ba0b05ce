namespace OperatingModel.Domain.HeatMaps;

/// <summary>Opens the heat of a crossing (F4): what each part brings to the mean, how much is known, what hides.</summary>
internal static class RollupExplanation
{
    private const int LeversShown = 3;

    public static Explanation Of(HeatCube cube, int node, int stage, int unit)
    {
        var rollup = cube.Of(node, stage, unit);
        var sums = cube.Layer.SumsOf(node, stage, unit).Masses;
        var title = $"Heat of {HeatWords.Scope(cube, node, stage, unit)}";
        if (rollup.Heat is not { } heat)
        {
            return new Explanation(title, Nothing(rollup), null, [], [], Missing(cube, node, stage, unit, rollup));
        }

        var formula = $"Σ mass × heat of {HeatWords.Count(rollup.Known, "known cell")} ÷ their mass = "
            + $"{FigureText.Of(sums.Heat, 4)} ÷ {FigureText.Of(sums.Known, 4)} = {FigureText.Of(heat)}";
        var terms = Parts(cube, node, stage, unit)
            .Select(part => (part.Label, part.Codes, Sums: cube.Layer.SumsOf(part.Node, part.Stage, part.Unit)))
            .Where(part => part.Sums.Counts.Known > 0)
            .Select(part => new ExplanationTerm(part.Label, part.Codes, part.Sums.Masses.Heat / sums.Known, Share(part.Sums.Masses, sums)))
            .ToArray();
        return new Explanation(title, formula, heat, terms, Remarks(rollup), [.. Missing(cube, node, stage, unit, rollup), .. Closing(terms, heat)]);
    }

    private static string Nothing(Rollup rollup) => rollup switch
    {
        { Cells: 0 } => "There is no cell: no link to a stage, or not applicable.",
        { Mass: 0 } => "The cells have no weight: their stage or business unit has none.",
        _ => $"None of {HeatWords.Count(rollup.Cells, "cell")} is assessed: unknown, not zero.",
    };

    // The first dimension that is still open, in the order in which people drill down.
    private static IEnumerable<(string Label, IReadOnlyList<string> Codes, int Node, int Stage, int Unit)> Parts(HeatCube cube, int node, int stage, int unit)
    {
        if (node < 0 || !cube.Tree.IsLeaf(node))
        {
            return ChildrenOf(cube, node).Select(child =>
                (HeatWords.Capability(cube, child), (IReadOnlyList<string>)[cube.Tree[child].Code], child, stage, unit));
        }

        return stage < 0
            ? Enumerable.Range(0, cube.Stages.Count).Select(s => (cube.Stages[s].Name, (IReadOnlyList<string>)[cube.Stages[s].Code], node, s, unit))
            : Enumerable.Range(0, cube.Units.Count).Where(b => unit < 0 || b == unit)
                .Select(b => (cube.Units[b].Name, (IReadOnlyList<string>)[cube.Units[b].Code], node, stage, b));
    }

    private static IEnumerable<int> ChildrenOf(HeatCube cube, int node)
    {
        var end = node < 0 ? cube.Tree.Count : cube.Tree.EndOf(node);
        for (var child = node + 1; child < end; child = cube.Tree.EndOf(child))
        {
            yield return child;
        }
    }

    private static string? Share(in HeatMasses part, in HeatMasses whole) =>
        part.Known > 0 ? $"heat {FigureText.Of(part.Heat / part.Known)} × {FigureText.Percent(part.Known / whole.Known)} of the known mass" : null;

    private static string[] Remarks(Rollup rollup)
    {
        var remarks = new List<string>
        {
            $"{rollup.Known} of {HeatWords.Count(rollup.Cells, "cell")} assessed, {FigureText.Percent(rollup.Coverage ?? 0)} of the mass.",
            $"Confidence {FigureText.Of(rollup.Confidence, 2)}; trust {rollup.Trust}.",
            $"Peak {FigureText.Of(rollup.Peak)}.",
        };
        if (rollup.Known < rollup.Cells)
        {
            remarks.Add($"Range {HeatWords.Range(rollup.Low ?? 0, rollup.High ?? 0)}: missing cells as 0 and as 100.");
        }

        if (rollup.HiddenHotSpot)
        {
            remarks.Add("Hidden hot spot: the peak lies two or more bands above the mean.");
        }

        return [.. remarks];
    }

    private static string[] Missing(HeatCube cube, int node, int stage, int unit, Rollup rollup) => rollup.Mass > 0
        ?
        [
            .. cube.MissingScores(LeversShown, node, stage, unit).Where(missing => missing.Mass > 0).Select(missing =>
                $"Assess {missing.Capability} in {missing.BusinessUnit}: the range narrows by {FigureText.Of(missing.Narrowing)} points."),
        ]
        : [];

    private static IEnumerable<string> Closing(ExplanationTerm[] terms, double heat) => terms
        .Where(term => Tolerance.Greater(term.Amount, 0))
        .OrderByDescending(term => term.Amount)
        .Take(LeversShown)
        .Select(term => $"Closing the gaps of {term.Label} brings it to {FigureText.Of(heat - term.Amount)}.");
}

using OperatingModel.Domain;
using OperatingModel.Domain.HeatMaps;

namespace OperatingModel.Exchange.Indicators;

/// <summary>The size of the heat map and its roll-ups (F4).</summary>
internal static class HeatMapIndicators
{
    public static IEnumerable<Indicator> All =>
        [
            Indicator.OfCube(
                "counts",
                "How large the model is, how much of it is assessed, and which capability instances are missing.",
                Counts,
                CountFigures),
            Indicator.OfCube(
                "enterprise",
                "Heat of the whole enterprise, 0..100, with how far it can be trusted.",
                cube => Figures(cube.Of()),
                cube => [new OpenFigure("", () => cube.Explain())]),
            Indicator.OfCube("byBusinessUnit", "Heat of each business unit, 0..100.", ByBusinessUnit, cube =>
                Indexes(cube.Units).Select(unit => new OpenFigure(cube.Units[unit].Code, () => cube.Explain(unit: unit)))),
            Indicator.OfCube("byStage", "Heat of each stage, 0..100.", ByStage, cube =>
                Indexes(cube.Stages).Select(stage => new OpenFigure(cube.Stages[stage].Code, () => cube.Explain(stage: stage)))),
            Indicator.OfCube("byLevel1", "Heat of each capability of the first level, 0..100.", ByLevel1, cube =>
                Roots(cube).Select(node => new OpenFigure(cube.Tree[node].Code, () => cube.Explain(node)))),
            Indicator.OfCube("byStageAndBusinessUnit", "Heat of each stage in each business unit, 0..100.", ByStageAndBusinessUnit, cube =>
                Crossings(cube).Select(at => new OpenFigure(CodeOf(cube, at), () => cube.Explain(stage: at.Stage, unit: at.Unit)))),
        ];

    private static object ByBusinessUnit(HeatCube cube) =>
        Indicator.ByCode(Indexes(cube.Units), unit => cube.Units[unit].Code, unit => Figures(cube.Of(unit: unit)));

    private static object ByStage(HeatCube cube) =>
        Indicator.ByCode(Indexes(cube.Stages), stage => cube.Stages[stage].Code, stage => Figures(cube.Of(stage: stage)));

    private static object ByLevel1(HeatCube cube) => Indicator.ByCode(Roots(cube), node => cube.Tree[node].Code, node => Figures(cube.Of(node)));

    private static object Counts(HeatCube cube)
    {
        var all = cube.Of();
        return new
        {
            Nodes = cube.Tree.Count,
            Leaves = cube.Tree.Leaves.Count,
            all.Cells,
            KnownCells = all.Known,
            Missing = cube.MissingScores()
                .Select(missing => (string[])[missing.Capability, missing.BusinessUnit])
                .OrderBy(pair => pair[0], StringComparer.Ordinal)
                .ThenBy(pair => pair[1], StringComparer.Ordinal),
        };
    }

    private static object Figures(Rollup rollup) => new
    {
        rollup.Cells,
        rollup.Known,
        rollup.Mass,
        rollup.Coverage,
        rollup.Low,
        rollup.High,
        rollup.Heat,
        rollup.Peak,
        rollup.Confidence,
        rollup.Band,
        rollup.HiddenHotSpot,
    };

    private static SortedDictionary<string, Crossing> ByStageAndBusinessUnit(HeatCube cube) =>
        Indicator.ByCode(
            Crossings(cube),
            at => CodeOf(cube, at),
            at =>
            {
                var rollup = cube.Of(stage: at.Stage, unit: at.Unit);
                return new Crossing(rollup.Heat, rollup.Coverage, rollup.Band);
            });

    private static IEnumerable<(int Stage, int Unit)> Crossings(HeatCube cube) =>
        from stage in Indexes(cube.Stages)
        from unit in Indexes(cube.Units)
        select (stage, unit);

    private static string CodeOf(HeatCube cube, (int Stage, int Unit) at) => $"{cube.Stages[at.Stage].Code}|{cube.Units[at.Unit].Code}";

    private static IEnumerable<OpenFigure> CountFigures(HeatCube cube) =>
        [
            new("nodes", () =>
                Count(
                    "Capabilities",
                    "leaves and groups",
                    cube.Tree.Count,
                    [("Leaves", cube.Tree.Leaves.Count), ("Groups", cube.Tree.Count - cube.Tree.Leaves.Count)])),
            new("leaves", () =>
                Count(
                    "Leaves",
                    "capabilities without children, by first level",
                    cube.Tree.Leaves.Count,
                    Roots(cube).Select(root =>
                        (cube.Tree[root].Name, cube.Tree.Leaves.Count(leaf => leaf >= root && leaf < cube.Tree.EndOf(root)))))),
            new("cells", () =>
                Count(
                    "Cells of the heat map",
                    "links to a stage in the units where the capability applies, by unit",
                    cube.Of().Cells,
                    Indexes(cube.Units).Select(unit => (cube.Units[unit].Name, cube.Of(unit: unit).Cells)))),
            new("knownCells", () =>
                Count(
                    "Known cells",
                    "cells with an assessment, by unit",
                    cube.Of().Known,
                    Indexes(cube.Units).Select(unit => (cube.Units[unit].Name, cube.Of(unit: unit).Known)))),
            new("missing", () =>
                Count(
                    "Missing capability instances",
                    "instances with a cell that nobody assessed",
                    cube.MissingScores().Count,
                    cube.MissingScores().Select(missing => ($"{cube.Tree[missing.Node].Name} in {cube.Units[missing.Unit].Name}", 1)))),
        ];

    private static Explanation Count(string title, string what, int count, IEnumerable<(string Label, int Count)> parts) => new(
        title, $"Number of {what}.", count, FigureUnit.Count(), [.. parts.Select(part => new ExplanationTerm(part.Label, [], part.Count))], [], []);

    private static IEnumerable<int> Indexes<T>(IReadOnlyCollection<T> list) => Enumerable.Range(0, list.Count);

    private static IEnumerable<int> Roots(HeatCube cube) => Enumerable.Range(0, cube.Tree.Count).Where(node => cube.Tree.ParentOf(node) < 0);

    private sealed record Crossing(double? Heat, double? Coverage, HeatBand? Band);
}

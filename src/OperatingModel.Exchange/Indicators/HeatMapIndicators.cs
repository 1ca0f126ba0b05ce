using OperatingModel.Domain.HeatMaps;

namespace OperatingModel.Exchange.Indicators;

/// <summary>The size of the heat map and its roll-ups (F4).</summary>
internal static class HeatMapIndicators
{
    public static IEnumerable<Indicator> All =>
    [
        Indicator.OfCube("counts", Counts),
        Indicator.OfCube("enterprise", cube => Figures(cube.Of())),
        Indicator.OfCube("byBusinessUnit", cube => Indicator.ByCode(Indexes(cube.Units), unit => cube.Units[unit].Code, unit => Figures(cube.Of(unit: unit)))),
        Indicator.OfCube("byStage", cube => Indicator.ByCode(Indexes(cube.Stages), stage => cube.Stages[stage].Code, stage => Figures(cube.Of(stage: stage)))),
        Indicator.OfCube("byLevel1", cube => Indicator.ByCode(Roots(cube), node => cube.Tree[node].Code, node => Figures(cube.Of(node)))),
        Indicator.OfCube("byStageAndBusinessUnit", ByStageAndBusinessUnit),
    ];

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

    private static SortedDictionary<string, Crossing> ByStageAndBusinessUnit(HeatCube cube)
    {
        var crossings = from stage in Indexes(cube.Stages) from unit in Indexes(cube.Units) select (stage, unit);
        return Indicator.ByCode(crossings, at => $"{cube.Stages[at.stage].Code}|{cube.Units[at.unit].Code}", at =>
        {
            var rollup = cube.Of(stage: at.stage, unit: at.unit);
            return new Crossing(rollup.Heat, rollup.Coverage, rollup.Band);
        });
    }

    private static IEnumerable<int> Indexes<T>(IReadOnlyCollection<T> list) => Enumerable.Range(0, list.Count);

    private static IEnumerable<int> Roots(HeatCube cube) => Enumerable.Range(0, cube.Tree.Count).Where(node => cube.Tree.ParentOf(node) < 0);

    private sealed record Crossing(double? Heat, double? Coverage, HeatBand? Band);
}

using OperatingModel.Domain.HeatMaps;
using OperatingModel.Domain.Workspaces;

namespace OperatingModel.Exchange.Indicators;

/// <summary>The size of the heat map and its roll-ups (F4).</summary>
internal static class HeatMapIndicators
{
    public static IEnumerable<Indicator> All =>
    [
        new("counts", Counts),
        new("enterprise", model => Figures(model.Cube.Of())),
        new("byBusinessUnit", model => Indicator.ByCode(Indexes(model.Cube.Units), unit => model.Cube.Units[unit].Code, unit => Figures(model.Cube.Of(unit: unit)))),
        new("byStage", model => Indicator.ByCode(Indexes(model.Cube.Stages), stage => model.Cube.Stages[stage].Code, stage => Figures(model.Cube.Of(stage: stage)))),
        new("byLevel1", model => Indicator.ByCode(Roots(model), node => model.Tree[node].Code, node => Figures(model.Cube.Of(node)))),
        new("byStageAndBusinessUnit", ByStageAndBusinessUnit),
    ];

    private static object Counts(ModelSnapshot model)
    {
        var all = model.Cube.Of();
        return new
        {
            Nodes = model.Tree.Count,
            Leaves = model.Tree.Leaves.Count,
            all.Cells,
            KnownCells = all.Known,
            Missing = model.Cube.MissingScores()
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

    private static SortedDictionary<string, Crossing> ByStageAndBusinessUnit(ModelSnapshot model)
    {
        var cube = model.Cube;
        var crossings = from stage in Indexes(cube.Stages) from unit in Indexes(cube.Units) select (stage, unit);
        return Indicator.ByCode(crossings, at => $"{cube.Stages[at.stage].Code}|{cube.Units[at.unit].Code}", at =>
        {
            var rollup = cube.Of(stage: at.stage, unit: at.unit);
            return new Crossing(rollup.Heat, rollup.Coverage, rollup.Band);
        });
    }

    private static IEnumerable<int> Indexes<T>(IReadOnlyCollection<T> list) => Enumerable.Range(0, list.Count);

    private static IEnumerable<int> Roots(ModelSnapshot model) => Enumerable.Range(0, model.Tree.Count).Where(node => model.Tree.ParentOf(node) < 0);

    private sealed record Crossing(double? Heat, double? Coverage, HeatBand? Band);
}

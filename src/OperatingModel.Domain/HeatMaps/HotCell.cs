using OperatingModel.Domain.Workspaces;

namespace OperatingModel.Domain.HeatMaps;

/// <summary>A capability in a stage, over all business units.</summary>
/// <param name="Heat">The heat of the cell, 0..100.</param>
public sealed record HotCell(string Capability, string CapabilityName, string Stage, string StageName, double Heat, HeatBand Band)
{
    /// <summary>Returns the hottest cells of a model, the hottest first; cells without known heat above 0 are left out.</summary>
    public static IReadOnlyList<HotCell> Hottest(ModelSnapshot model, int count)
    {
        var (cube, bands) = (model.Cube, HeatBands.Of(model.Settings));
        var grid = cube.Grid(HeatAxis.Capabilities, cube.Leaves, HeatAxis.Stages, [.. Enumerable.Range(0, cube.Stages.Count)]);
        return
        [
            .. from hot in grid.Hottest(count)
               let capability = cube.Tree[cube.Leaves[hot.Row]]
               let stage = cube.Stages[hot.Column]
               select new HotCell(capability.Code, capability.Name, stage.Code, stage.Name, hot.Heat, bands.BandOf(hot.Heat)),
        ];
    }
}

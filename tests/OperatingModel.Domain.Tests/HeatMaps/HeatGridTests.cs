using OperatingModel.Domain.HeatMaps;

namespace OperatingModel.Domain.Tests.HeatMaps;

public sealed class HeatGridTests
{
    [Fact]
    public void All_crossings_of_leaves_together_are_the_roll_up_of_everything() => RandomModels.ForAll(model =>
    {
        var cube = model.Snapshot.Cube;
        for (var unit = HeatCube.All; unit < cube.Units.Count; unit++)
        {
            var (total, all) = (Grid(cube, unit).Total(), cube.Of(unit: unit));
            (total.Cells, total.Known).ShouldBe((all.Cells, all.Known));
            (total.Heat ?? -1).ShouldBe(all.Heat ?? -1, 1e-9);
            (total.Coverage ?? -1).ShouldBe(all.Coverage ?? -1, 1e-9);
        }
    });

    [Fact]
    public void The_hottest_crossings_are_the_hottest_in_the_order_of_the_map_where_they_are_equal() => RandomModels.ForAll(model =>
    {
        var grid = Grid(model.Snapshot.Cube, HeatCube.All);
        var hot = grid.Hottest(5);
        double[] all = [.. Enumerable.Range(0, grid.Rows.Count)
            .SelectMany(row => Enumerable.Range(0, grid.Columns.Count).Select(column => grid[row, column].Heat ?? 0))
            .Where(heat => heat > 0).OrderDescending()];
        hot.Count.ShouldBe(Math.Min(5, all.Length));
        for (var i = 0; i < hot.Count; i++)
        {
            hot[i].Heat.ShouldBe(all[i], 1e-8);
            grid[hot[i].Row, hot[i].Column].Heat.ShouldBe(hot[i].Heat);
            if (i > 0 && Tolerance.Same(hot[i].Heat, hot[i - 1].Heat))
            {
                (hot[i].Row, hot[i].Column).ShouldBeGreaterThan((hot[i - 1].Row, hot[i - 1].Column));
            }
        }
    });

    private static HeatGrid Grid(HeatCube cube, int unit) =>
        cube.Grid(HeatAxis.Capabilities, cube.Leaves, HeatAxis.Stages, [.. Enumerable.Range(0, cube.Stages.Count)], unit);
}

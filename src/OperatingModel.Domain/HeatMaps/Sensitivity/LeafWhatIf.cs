using OperatingModel.Domain.HeatMaps.Cube;

namespace OperatingModel.Domain.HeatMaps.Sensitivity;

/// <summary>The priority of one leaf if some of its scores were different.</summary>
internal static class LeafWhatIf
{
    /// <summary>Priority if the leaf's current levels in one unit were a level higher wherever they miss their target.</summary>
    public static double PriorityOneLevelUp(HeatCube cube, int node, int unit) => Priority(cube, node, (code, b) =>
        b == unit && ScoreCode.IsKnown(code) && ScoreCode.Current(code) < ScoreCode.Target(code)
            ? ScoreCode.WithCurrent(code, ScoreCode.Current(code) + 1)
            : code);

    private static double Priority(HeatCube cube, int node, Func<ushort, int, ushort> changed)
    {
        var axes = cube.Axes;
        var leaf = axes.LeafAt(node);
        var sums = default(HeatSums);
        double plain = 0;
        double known = 0;
        for (var link = axes.LinkStart[leaf]; link < axes.LinkStart[leaf + 1]; link++)
        {
            for (var b = 0; b < axes.Units.Length; b++)
            {
                var cell = cube.Layer.CellOf(changed(cube.CodeAt(link, b), b));
                sums += cell.Times(cube.Layer.Shares.Of(link) * cube.UnitShare(b));
                plain += cube.UnitShare(b) * cell.Masses.Heat;
                known += cube.UnitShare(b) * cell.Counts.Known;
            }
        }

        return LeafPart.Need(sums.Masses, plain / known) / axes.Sizes[leaf];
    }
}

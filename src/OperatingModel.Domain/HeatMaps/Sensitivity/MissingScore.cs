namespace OperatingModel.Domain.HeatMaps.Sensitivity;

/// <summary>A capability instance with at least one cell that nobody has assessed.</summary>
/// <param name="Node">Index of the leaf in the capability tree.</param>
/// <param name="Unit">Index in <see cref="HeatCube.Units"/>.</param>
/// <param name="Cells">Missing cells of the instance.</param>
/// <param name="Mass">Their mass (F2): how much of the picture they hide.</param>
/// <param name="Narrowing">By how many heat points assessing it narrows the range of the whole, 0..100.</param>
public sealed record MissingScore(int Node, int Unit, string Capability, string BusinessUnit, int Cells, double Mass, double Narrowing)
{
    /// <param name="node">A capability with its descendants, or <see cref="HeatCube.All"/>; likewise stage and unit.</param>
    internal static IReadOnlyList<MissingScore> Of(HeatCube cube, int count, int node, int stage, int unit)
    {
        var total = cube.Layer.SumsOf(node, stage, unit).Masses.Applicable;
        var missing = new List<MissingScore>();
        var (from, to) = cube.Axes.LeavesUnder(node);
        for (var leaf = from; leaf < to; leaf++)
        {
            var leafNode = cube.Axes.Nodes[leaf];
            for (var b = Math.Max(unit, 0); b < (unit < 0 ? cube.Units.Count : unit + 1); b++)
            {
                var (masses, counts) = cube.Layer.SumsOf(leafNode, stage, b);
                if (counts.Cells > counts.Known)
                {
                    var mass = masses.Applicable - masses.Known;
                    missing.Add(
                        new MissingScore(
                            leafNode,
                            b,
                            cube.Tree[leafNode].Code,
                            cube.Units[b].Code,
                            counts.Cells - counts.Known,
                            mass,
                            total > 0 ? 100 * mass / total : 0));
                }
            }
        }

        return [.. TieOrder.SortStable(missing, m => m.Mass).Take(count)];
    }
}

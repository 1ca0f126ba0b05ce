using OperatingModel.Domain.HeatMaps;
using OperatingModel.Domain.Workspaces;

namespace OperatingModel.Benchmarks.Peers;

/// <summary>The product's own cube: resolves, ages, adds up and ranks from the resident judgements, as it does when the day changes.</summary>
internal sealed class CubePeer : IPeer
{
    private ModelSnapshot _model = null!;
    private HeatCube _cube = null!;
    private HeatCube _result = null!;

    public string Name => "OperatingModel";

    public void Load(Enterprise enterprise, PeerTables tables)
    {
        _model = enterprise.Model;

        // The starting point lies on a day of its own, so that every run has something to age.
        _cube = _model.On(Enterprise.Today.AddDays(-45)).Cube;
    }

    public void Run(DateOnly asOf) => _result = _cube.For(_model.On(asOf));

    public Fingerprint Fingerprint() => Fingerprint(_result);

    public static Fingerprint Fingerprint(HeatCube cube)
    {
        var (nodes, stages, units) = (cube.Tree.Count, cube.Stages.Count, cube.Units.Count);
        return new Fingerprint(
            Sum(nodes, units, (node, unit) => Figure(cube.Of(node, HeatCube.All, unit)))
                + Sum(1, units, (_, unit) => Figure(cube.Of(unit: unit)), -1),
            Sum(nodes, 1, (node, _) => Figure(cube.Of(node))) + Sum(1, 1, (_, _) => Figure(cube.Of()), -1),
            Sum(stages, units, (stage, unit) => Figure(cube.Of(HeatCube.All, stage, unit))),
            Sum(stages, 1, (stage, _) => Figure(cube.Of(HeatCube.All, stage))),
            Sum(cube.Leaves.Count, 1, (leaf, _) => cube.PriorityOf(cube.Leaves[leaf]) ?? 0),
            Sum(cube.Leaves.Count, 1, (leaf, _) => cube.RankOf(cube.Leaves[leaf]) ?? 0));
    }

    public void Dispose()
    {
    }

    // The same weights as in SQL: (row + 1) · (column + 1), everything being row -2.
    private static double Sum(int rows, int columns, Func<int, int, double> figure, int firstRow = 0)
    {
        double sum = 0;
        for (var row = 0; row < rows; row++)
        {
            for (var column = 0; column < columns; column++)
            {
                sum += (row + firstRow + (firstRow < 0 ? 0.5 : 1)) * (column + 1) * figure(row, column);
            }
        }

        return sum;
    }

    private static double Figure(Rollup rollup) =>
        (rollup.Heat ?? 0)
        + (100 * (rollup.Coverage ?? 0))
        + (rollup.Peak ?? 0)
        + (10 * (rollup.Confidence ?? 0))
        + (rollup.Cells / 1000.0)
        + (rollup.Known / 1000.0);
}

using OperatingModel.Domain.Assessments;
using OperatingModel.Domain.Capabilities;
using OperatingModel.Domain.HeatMaps;

namespace OperatingModel.Domain.Tests.HeatMaps;

public sealed class HeatCubeTests
{
    [Fact]
    public void Every_crossing_is_what_its_cells_add_up_to() => RandomModels.ForAll(model =>
    {
        var (cube, plain) = (model.Snapshot.Cube, new PlainHeatMap(model.Snapshot));
        foreach (var scope in Scopes(cube))
        {
            ShouldBeNear(cube.Of(scope), plain.Of(scope), $"{scope}");
        }
    });

    [Fact]
    public void Mean_scores_and_need_are_what_the_cells_add_up_to() =>
        RandomModels.ForAll(model =>
        {
            var (cube, plain) = (model.Snapshot.Cube, new PlainHeatMap(model.Snapshot));
            var needs = cube
                .Leaves.SelectMany(leaf => plain.Priority(cube.Tree[leaf].Code).Parts)
                .ToLookup(part => part.Cell, part => part.Cell.Size * part.Points);
            foreach (var scope in Scopes(cube))
            {
                cube.NeedOf(Node(cube, scope), Stage(cube, scope), Unit(cube, scope)).ShouldBe(plain.In(scope).Sum(cell => needs[cell].Sum()), 1e-9);
                var known = cube.CellsOf(Node(cube, scope), Stage(cube, scope), Unit(cube, scope)).Where(cell => cell.Score is not null).ToArray();
                var means = cube.MeansOf(scope);
                var mass = known.Sum(cell => cell.Mass);
                (means.Gap is null).ShouldBe(mass == 0);
                if (mass > 0)
                {
                    means.Importance!.Value.ShouldBe(known.Sum(cell => cell.Mass * cell.Score!.Value.Importance) / mass, 1e-9);
                    means.Current!.Value.ShouldBe(known.Sum(cell => cell.Mass * cell.Score!.Value.Current) / mass, 1e-9);
                    means.Target!.Value.ShouldBe(known.Sum(cell => cell.Mass * cell.Score!.Value.Target) / mass, 1e-9);
                    means.Gap!.Value.ShouldBe(known.Sum(cell => cell.Mass * cell.Score!.Value.Gap) / mass, 1e-9);
                }
            }
        });

    [Fact]
    public void A_grid_holds_the_same_figures_as_its_crossings_one_by_one() =>
        RandomModels.ForAll(model =>
        {
            var cube = model.Snapshot.Cube;
            int[][] items =
            [
                [HeatCube.All, .. Enumerable.Range(0, cube.Tree.Count)],
                [.. Enumerable.Range(0, cube.Stages.Count), HeatCube.All],
                [.. Enumerable.Range(0, cube.Units.Count), HeatCube.All],
            ];
            foreach (var (rows, columns) in from r in Enum.GetValues<HeatAxis>() from c in Enum.GetValues<HeatAxis>() where r != c select (r, c))
            {
                var thirdItems = items[3 - (int)rows - (int)columns];
                foreach (var third in new[] { HeatCube.All, RandomModels.Pick(model.Random, thirdItems) })
                {
                    var grid = cube.Grid(rows, items[(int)rows], columns, items[(int)columns], third);
                    var place = new[] { third, third, third };
                    var (row, column) = (model.Random.Next(grid.Rows.Count), model.Random.Next(grid.Columns.Count));
                    (place[(int)rows], place[(int)columns]) = (grid.Rows[row], grid.Columns[column]);
                    ShouldBeNear(grid[row, column], cube.Of(place[0], place[1], place[2]), $"{rows} × {columns}");
                    grid.NeedAt(row, column).ShouldBe(cube.NeedOf(place[0], place[1], place[2]), 1e-9);
                    (grid.MeansAt(row, column).Gap ?? -1).ShouldBe(cube.MeansOf(place[0], place[1], place[2]).Gap ?? -1, 1e-9);
                }
            }
        });

    [Fact]
    public void Rows_and_columns_are_two_dimensions() =>
        Should.Throw<ArgumentException>(() => Models.Mini().Cube.Grid(HeatAxis.Stages, [0], HeatAxis.Stages, [0]));

    [Fact]
    public void A_cell_is_known_missing_not_applicable_or_not_there()
    {
        var cube = Models.Mini().Cube;
        CellState State(string leaf, string stage, string unit) =>
            cube.StateOf(cube.Tree.IndexOf(leaf), cube.StageIndex(stage), cube.UnitIndex(unit));
        State("P.1", "SHOP", "A").ShouldBe(CellState.Known);
        State("P.2", "TRAVEL", "B").ShouldBe(CellState.Missing);
        State("Q", "SHOP", "B").ShouldBe(CellState.NotApplicable);
        State("P.2", "SHOP", "A").ShouldBe(CellState.NoCell);
        State("P", "SHOP", "A").ShouldBe(CellState.NoCell);
        State("X", "SHOP", "A").ShouldBe(CellState.NoCell);
        cube.Score(cube.Tree.IndexOf("P.1"), cube.StageIndex("TRAVEL"), cube.UnitIndex("A"))
            .ShouldBe(new CellScore(5, 3, 4, Confidence.High, 20));
    }

    [Fact]
    public void A_model_that_is_only_begun_has_an_empty_map()
    {
        foreach (var rows in new ModelRow[][]
            {
                [],
                [Models.Chain(), Models.Stage("S", 0)],
                [Models.Unit("A", 0)],
                [Models.Capability("C"), Models.Assessed("C", "A", 1, 1, 1)],
            })
        {
            var cube = Models.Of(rows).Cube;
            cube.Of().Heat.ShouldBeNull();
            cube.Priorities.Items.ShouldBeEmpty();
            cube.MissingScores().ShouldBeEmpty();
        }
    }

    [Fact]
    public void Scores_outside_their_scale_are_not_known()
    {
        var model = Models.Mini();
        var wrong = model.With([RowChange.Add(Models.Assessed("P.2", "B", 9, 1, 2) with { Position = 99 })], 2);
        wrong.Cube.Of().Known.ShouldBe(model.Cube.Of().Known);
    }

    [Fact]
    public void Links_of_parents_are_ignored()
    {
        var model = Models.Mini();
        var cells = model.Cube.Of().Cells;
        model
            .With([RowChange.Add(new StageLink("SHOP", "P", LinkStrength.Critical) { Position = 98 })], 2)
            .Cube.Of()
            .Cells.ShouldBe(cells);
    }

    [Fact]
    public void What_is_missing_is_listed_by_how_much_it_hides()
    {
        var missing = Models.Mini().Cube.MissingScores().ShouldHaveSingleItem();
        (missing.Capability, missing.BusinessUnit, missing.Cells).ShouldBe(("P.2", "B", 1));
        missing.Mass.ShouldBe(0.15, 1e-9);
        missing.Narrowing.ShouldBe(100 * 0.15 / 1.75, 1e-9);
        var unscored = Models.Mini();
        unscored = unscored.With([.. unscored.Assessments.Select(RowChange.Remove)], 2);
        // 0.55, 0.45, 0.45
        unscored.Cube.MissingScores(3).Select(m => (m.Capability, m.BusinessUnit)).ShouldBe([("Q", "A"), ("P.1", "A"), ("P.2", "A")]);
        unscored
            .Cube.MissingScores(node: unscored.Tree.IndexOf("P"), unit: unscored.Cube.UnitIndex("B"))
            .Select(m => m.Capability)
            .ShouldBe(["P.1", "P.2"]);
    }

    internal static IEnumerable<HeatScope> Scopes(HeatCube cube) =>
        from capability in cube.Tree.Leaves.SelectMany(cube.Tree.PathUp).Distinct().Select(node => cube.Tree[node].Code).Append(null)
        from stage in cube.Stages.Select(stage => stage.Code).Append(null)
        from unit in cube.Units.Select(unit => unit.Code).Append(null)
        select new HeatScope(capability, stage, unit);

    internal static void ShouldBeNear(Rollup actual, Rollup expected, string what)
    {
        (actual.Cells, actual.Known, actual.Band, actual.HiddenHotSpot, actual.Trust).ShouldBe(
            (expected.Cells, expected.Known, expected.Band, expected.HiddenHotSpot, expected.Trust),
            what);
        actual.Mass.ShouldBe(expected.Mass, 1e-9, what);
        foreach (var (a, e) in new[]
        {
            (actual.Heat, expected.Heat), (actual.Peak, expected.Peak), (actual.Low, expected.Low), (actual.High, expected.High),
            (actual.Coverage, expected.Coverage), (actual.Confidence, expected.Confidence),
        })
        {
            (a is null).ShouldBe(e is null, what);
            (a ?? 0).ShouldBe(e ?? 0, 1e-9, what);
        }
    }

    private static int Node(HeatCube cube, HeatScope scope) => scope.Capability is null ? HeatCube.All : cube.Tree.IndexOf(scope.Capability);

    private static int Stage(HeatCube cube, HeatScope scope) => scope.Stage is null ? HeatCube.All : cube.StageIndex(scope.Stage);

    private static int Unit(HeatCube cube, HeatScope scope) => scope.BusinessUnit is null ? HeatCube.All : cube.UnitIndex(scope.BusinessUnit);
}

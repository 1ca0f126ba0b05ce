using OperatingModel.Domain.HeatMaps;
using OperatingModel.Domain.Workspaces;
using OperatingModel.Web.Components.Controls;
using OperatingModel.Web.Components.Grid;

namespace OperatingModel.Web.Features.HeatMaps;

/// <summary>
/// The rows, columns and cells of the map for one view of one revision. It keeps only the rows and columns and computes the cells when they
/// are sent, so an open page costs next to nothing.
/// </summary>
internal sealed class MapPicture : GridPicture
{
    private const int WidestReadable = 40;

    /// <summary>The most rows with which a map opens: to be read one by one, and, for a wide map, to be seen as a picture.</summary>
    private const int ReadableRows = 60;
    private const int OverviewRows = 400;

    private readonly ModelSnapshot _model;
    private readonly HeatCube _cube;
    private readonly HeatMapView _view;
    private readonly int _third;
    private MapScope? _scope;
    private Step? _step;

    private MapPicture(ModelSnapshot model, HeatCube cube, HeatMapView view, IReadOnlyList<int> columns, int level, IReadOnlyList<int> rows)
        : base(model.Tree)
    {
        (_model, _cube, _view, Columns, Level, Rows) = (model, cube, view, columns, level, rows);
        _third = IsByUnit || view.Unit is null ? HeatCube.All : cube.UnitIndex(view.Unit);
        Scale = Scales.Of(view.Measure, model.Settings, view.Measure == Measure.Priority ? LargestNeed(cube) : 0);
    }

    /// <summary>The model's cube, or that of the weights tried out.</summary>
    public HeatCube Cube => _cube;

    /// <summary>The stages or business units shown, by their index in the cube.</summary>
    public IReadOnlyList<int> Columns { get; }

    /// <summary>The number of levels of capabilities shown.</summary>
    public int Level { get; }

    /// <summary>Whether the map has too many columns to read at once, so that it opens zoomed out.</summary>
    public bool IsWide => Columns.Count > WidestReadable;

    public override GridScale Scale { get; }

    private protected override int ColumnCount => Columns.Count;

    /// <summary>Returns what is in sight: all leaves under the lowest rows shown, across the columns.</summary>
    public MapScope Scope() => _scope ??= NewScope();

    private MapScope NewScope()
    {
        var leaves = new NodeSet(Enumerable.Range(0, Rows.Count)
            .Where(row => row + 1 == Rows.Count || Rows[row + 1] >= Tree.EndOf(Rows[row]))
            .SelectMany(row => Enumerable.Range(Rows[row], Tree.EndOf(Rows[row]) - Rows[row]))
            .Where(Tree.IsLeaf), Tree.Count);
        var columns = IsByUnit ? _cube.Units.Count : _cube.Stages.Count;
        return new MapScope(leaves, ColumnAxis, Columns, _third, leaves.Count < Tree.Leaves.Count || Columns.Count < columns, Words());
    }

    // The quotation marks distinguish a filter from a name.
    private string Words() => string.Join(", ", new[]
    {
        _third >= 0 ? _cube.Units[_third].Name : null,
        _view is { Chain: { } chain, Columns: MapColumns.Stages } ? _model.ValueChains.Find(chain)?.Name : null,
        _view.Text.Length > 0 ? $"“{_view.Text}”" : null,
        _view.MinBand is { } band ? band == HeatBand.Critical ? "Critical rows" : $"rows {band} and hotter" : null,
    }.OfType<string>());

    private bool IsByUnit => _view.Columns == MapColumns.Units;

    private HeatAxis ColumnAxis => IsByUnit ? HeatAxis.BusinessUnits : HeatAxis.Stages;

    /// <param name="cube">The model's cube, or that of the weights tried out.</param>
    public static MapPicture Of(ModelSnapshot model, HeatCube cube, HeatMapView view)
    {
        int[] columns = view.Columns == MapColumns.Units
            ? [.. Enumerable.Range(0, cube.Units.Count)]
            : [.. Enumerable.Range(0, cube.Stages.Count).Where(stage => view.Chain is null || cube.Stages[stage].Chain == view.Chain)];
        var level = view.Level ?? RowFilter.DefaultLevel(model.Tree, columns.Length > WidestReadable ? OverviewRows : ReadableRows);
        var picture = new MapPicture(model, cube, view, columns, level, view.Rows.Visible(model.Tree, level));
        Func<Rollup, bool>? shows = view.MinBand is { } band ? rollup => rollup.Band >= band
            : view is { Chain: not null, Columns: MapColumns.Stages } ? rollup => rollup.Cells > 0
            : null;
        return shows is null ? picture : new MapPicture(model, cube, view, columns, level, picture.RowsWith(shows));
    }

    public override GridAxes Axes() => new(
        [.. Rows.Select(node => RowOf(node, _view.Rows.IsExpanded(Tree, node, Level)))],
        [
            .. IsByUnit
                ? Columns.Select(unit => Column(
                    _cube.Units[unit].Code,
                    _cube.Units[unit].Name,
                    $"weight {Numbers.Percent(_cube.UnitShare(unit))}",
                    ""))
                : Columns.Select(stage => Column(
                    _cube.Stages[stage].Code,
                    _cube.Stages[stage].Name,
                    $"{Numbers.Percent(_cube.StageShare(stage), 1)} of all value",
                    _cube.Stages[stage].Chain)),
        ],
        [
            .. IsByUnit
                ? [new GridGroup("", "Business units")]
                : _model.ValueChains.Where(chain => Shows(chain.Code)).Select(chain => new GridGroup(chain.Code, chain.Name)),
        ],
        "Capability");

    private static GridColumn Column(string code, string name, string share, string group) => new(code, code, name, $"{name}: {share}", group);

    /// <summary>
    /// Returns the cells that differ from those of an earlier picture as a patch; null when rows, columns or scale differ and all must be sent.
    /// </summary>
    /// <param name="leaves">The codes of the leaves whose assessments changed.</param>
    public byte[]? Patch(MapPicture earlier, IReadOnlyCollection<string> leaves)
    {
        // Windows that share both pictures also share the patch from one to the other.
        if (_step is not { } step || !step.Earlier.TryGetTarget(out var from) || from != earlier || !step.Leaves.SequenceEqual(leaves))
        {
            _step = step = new Step(new(earlier), [.. leaves], NewPatch(earlier, leaves));
        }

        return step.Patch;
    }

    private byte[]? NewPatch(MapPicture earlier, IReadOnlyCollection<string> leaves)
    {
        if (!Rows.SequenceEqual(earlier.Rows) || !Columns.SequenceEqual(earlier.Columns)
            || (Scale.Wide && !Scale.Thresholds.SequenceEqual(earlier.Scale.Thresholds)))
        {
            return null;
        }

        return PatchOf(earlier, leaves);
    }

    /// <summary>Returns the lines shown about the cell under the pointer, beyond its number.</summary>
    public IReadOnlyList<string> Hints(string? row, string? column)
    {
        var (node, stage, unit) = Place(row, column);
        if (row is not null && node < 0)
        {
            return [];
        }

        var rollup = _cube.Of(node, stage, unit);
        return rollup.Cells == 0 ? []
            : rollup.Known == 0 ? [$"Nothing assessed: {Count(rollup.Cells)}, heat anywhere from 0 to 100"]
            : rollup.Known == rollup.Cells ? [$"Fully assessed: {Count(rollup.Cells)}", .. Peak(rollup)]
            : [$"Range {Numbers.One(rollup.Low)} to {Numbers.One(rollup.High)}: {Numbers.Percent(rollup.Coverage)} assessed", .. Peak(rollup)];
    }

    /// <summary>Returns the node, stage and unit of a cell in the cube; <see cref="HeatCube.All"/> where a code is null or unknown.</summary>
    public (int Node, int Stage, int Unit) Place(string? row, string? column) => (
        row is null ? HeatCube.All : Tree.IndexOf(row),
        column is null || IsByUnit ? HeatCube.All : _cube.StageIndex(column),
        column is not null && IsByUnit ? _cube.UnitIndex(column) : _third);

    private static string Count(int cells) => cells == 1 ? "1 cell" : $"{cells:N0} cells";

    private static IEnumerable<string> Peak(Rollup rollup) => rollup.HiddenHotSpot ? [$"Hidden hot spot: hottest cell {rollup.Peak:N0}"] : [];

    private bool Shows(string chain) => _view.Chain is null || _view.Chain == chain;

    private static double LargestNeed(HeatCube cube) =>
        cube.Leaves.Count == 0 ? 0 : cube.Leaves.Max(leaf => cube.NeedByStage(leaf).Max(part => part.Amount));

    // The rows that have such a cell, with the branches above them.
    private List<int> RowsWith(Func<Rollup, bool> shows)
    {
        var grid = GridOf(Rows, _third);
        var hot = new HashSet<int>();
        for (var row = 0; row < Rows.Count; row++)
        {
            if (Enumerable.Range(0, Columns.Count).Any(column => shows(grid[row, column])))
            {
                hot.UnionWith(Tree.PathUp(Rows[row]));
            }
        }

        return [.. Rows.Where(hot.Contains)];
    }

    private HeatGrid GridOf(IReadOnlyList<int> rows, int third) => _cube.Grid(HeatAxis.Capabilities, rows, ColumnAxis, Columns, third);

    private protected override GridCell[] CellsOf(IReadOnlyList<int> rows)
    {
        var grid = GridOf(rows, _third);
        var all = _third == HeatCube.All ? grid : GridOf(rows, HeatCube.All);
        var cells = new GridCell[rows.Count * Columns.Count];
        for (var row = 0; row < rows.Count; row++)
        {
            for (var column = 0; column < Columns.Count; column++)
            {
                var rollup = grid[row, column];
                cells[(row * Columns.Count) + column] = rollup.Cells > 0 ? CellOf(rollup, grid, row, column)
                    : new GridCell(IsAbsent(rows[row], all[row, column]) ? GridState.NotApplicable : GridState.NotLinked, 0, 0, false);
            }
        }

        return cells;
    }

    // Whether an empty cell has cells in other units, so that the capability does not apply in this one; otherwise it is not linked.
    private bool IsAbsent(int node, in Rollup everywhere) => IsByUnit ? _cube.Of(node).Cells > 0 : everywhere.Cells > 0;

    private GridCell CellOf(in Rollup rollup, HeatGrid grid, int row, int column)
    {
        var value = _view.Measure switch
        {
            Measure.Heat => rollup.Heat,
            Measure.Priority => rollup.Known > 0 || grid.NeedAt(row, column) > 0 ? grid.NeedAt(row, column) : null,
            Measure.Gap => grid.MeansAt(row, column).Gap,
            Measure.Importance => grid.MeansAt(row, column).Importance,
            Measure.Current => grid.MeansAt(row, column).Current,
            Measure.Target => grid.MeansAt(row, column).Target,
            Measure.Coverage => 100 * (rollup.Coverage ?? 0),
            Measure.Confidence => 100 * rollup.Confidence,
            Measure.Enablement => 100 * EnablementOf(grid.Rows[row], grid.Columns[column]),
            _ => throw new InvalidOperationException($"No cells for {_view.Measure}."),
        };
        return value is { } number
            ? new GridCell(
                GridState.Value,
                number,
                _view.Measure == Measure.Heat ? (byte)(rollup.Band ?? HeatBand.None) : Scale.ShadeOf(number),
                _view.Measure == Measure.Heat && rollup.HiddenHotSpot,
                Scales.RestsOnScores(_view.Measure) ? GridCell.UnknownQuarters(rollup.Coverage) : (byte)0)
            : new GridCell(GridState.Unknown, 0, 0, false);
    }

    private double? EnablementOf(int node, int column) =>
        _model.Enablement.Mean(_cube, node, IsByUnit ? HeatCube.All : column, IsByUnit ? column : _third);

    // A weak reference, because otherwise each picture would keep the one before it.
    private sealed record Step(WeakReference<MapPicture> Earlier, string[] Leaves, byte[]? Patch);
}

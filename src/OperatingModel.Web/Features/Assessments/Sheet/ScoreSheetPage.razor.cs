using OperatingModel.Domain;
using OperatingModel.Domain.Assessments;
using OperatingModel.Domain.BusinessUnits;
using OperatingModel.Domain.Capabilities;
using OperatingModel.Domain.Workspaces;
using OperatingModel.Web.Components.Controls;
using OperatingModel.Web.Components.Grid;

namespace OperatingModel.Web.Features.Assessments.Sheet;

/// <summary>
/// The scoring sheet: capabilities × business units, scored key by key or pasted from a spreadsheet. This part decides what the page shows; the
/// part "Storing" writes.
/// </summary>
public sealed partial class ScoreSheetPage : ModelPage
{
    private ScoreSheetView _view = ScoreSheetView.Parse("");
    private ScoreScale _scale = default!;
    private bool _asksScale;
    private ScorePicture _picture = default!;
    private CellGrid? _grid;
    private ScoredFigure? _editing;
    private (string? Row, string? Column) _focus;
    private int _depth = 1;
    private int _cells;
    private int _scored;
    private int _stale;

    private string KeysHint => _view.Figure switch
    {
        ScoredFigure.All => "Three digits score a cell: importance, now, wanted.",
        ScoredFigure.Confidence => "L, M or H scores and moves on.",
        _ => "A digit scores a cell and moves on.",
    } + " N says that it does not apply. A block from a spreadsheet can be pasted: names of capabilities and units place it.";

    private string EmptyTitle => _view.Only switch
    {
        SheetRows.Missing => "Everything here is scored",
        SheetRows.Stale => "No score here is old",
        _ => "No capability passes the filter",
    };

    protected internal override bool IsReady => base.IsReady && _picture is not null;

    protected override async Task ShowAsync(IReadOnlyList<RowChange>? changes)
    {
        var (earlier, earlierView) = (_picture, _view);
        _view = ScoreSheetView.Parse(Query);
        _edits?.Arrived(_view is { Row: { } row, Column: { } column } ? ScoreEdits.KeyOf(row, column) : null);
        Draw();
        if (_grid is null)
        {
            return;
        }

        await (_edits?.KeepAsync() ?? Task.CompletedTask);
        if (changes is not null && earlier is not null && !changes.Any(TouchesAxes)
            && _picture.Patch(earlier, [.. changes.Select(Leaf).OfType<string>().Distinct()]) is { } patch)
        {
            await _grid.PatchAsync(_picture, patch);
        }
        else if (changes is not null || earlier is null || !earlierView.ShowsSameCellsAs(_view))
        {
            await PushAsync();
        }
        else
        {
            await _grid.SelectAsync(_view.Row, _view.Column);
        }
    }

    private static bool TouchesAxes(RowChange change) => (change.After ?? change.Before) is Capability or BusinessUnit or ModelSettings or ModelMeta;

    private static string? Leaf(RowChange change) => (change.After ?? change.Before) switch
    {
        Assessment assessment => assessment.Capability,
        NotApplicable absence => absence.Capability,
        _ => null,
    };

    private void Draw() => Draw(_picture?.Found);

    private void Draw(FoundRows? found)
    {
        var model = Snapshot;
        if (_scale is null || _scale.Settings != model.Settings || _scale.Figure != _view.Figure)
        {
            _scale = ScoreScale.Of(_view.Figure, model.Settings);
        }

        _picture = ScorePicture.Of(model, _view, _scale, _edits?.Drafts ?? [], found);
        _depth = Enumerable.Range(0, model.Tree.Count).Select(model.Tree.LevelOf).DefaultIfEmpty(1).Max();
        var absent = model.Table<NotApplicable>().Select(row => (row.Capability, row.BusinessUnit)).ToHashSet();
        var counted = model
            .Assessments.Where(row => row.Stage is null && IsLeaf(row.Capability) && !absent.Contains((row.Capability, row.BusinessUnit)))
            .ToList();
        (_cells, _scored, _stale) = (
            (model.Tree.Leaves.Count * model.BusinessUnits.Count) - absent.Count(cell => IsLeaf(cell.Capability)),
            counted.Count,
            counted.Count(_picture.IsStale));
    }

    private bool IsLeaf(string code) => Snapshot.Tree.IndexOf(code) is >= 0 and var node && Snapshot.Tree.IsLeaf(node);

    private async Task StartAsync()
    {
        var edits = new ScoreEdits(Drafts, Editor);
        await edits.LoadAsync();
        (_edits, _editing) = (edits, null);
        Draw();
        await PushAsync();
        StateHasChanged();
    }

    private async Task FilterAgainAsync()
    {
        Draw(null);
        await PushAsync();
    }

    private async Task PushAsync()
    {
        if (_grid is null || _picture is null || _scale is null)
        {
            return;
        }

        if (_editing != _view.Figure)
        {
            _editing = _view.Figure;
            await _grid.EditAsync(_scale.Editing);
        }

        await _grid.ShowAsync(_picture, _view.Row, _view.Column);
    }

    /// <summary>Draws the cells of some capabilities anew after their drafts changed.</summary>
    private async Task RedrawAsync(IEnumerable<string> leaves)
    {
        var earlier = _picture;
        Draw();
        if (_grid is not null && _picture.Patch(earlier, [.. leaves.Distinct()]) is { } patch)
        {
            await _grid.PatchAsync(_picture, patch);
        }

        StateHasChanged();
    }

    private GivenScores? Shown(string? capability, string? unit) =>
        capability is null || unit is null || !IsLeaf(capability) || _picture.Absence(capability, unit) is not null
            ? null
            : _edits?.Drafts.GetValueOrDefault(ScoreEdits.KeyOf(capability, unit))?.Scores
                ?? GivenScores.Of(Snapshot.Assessments.Find(ScoreEdits.KeyOf(capability, unit)));

    private NotApplicable? AbsenceAt(string? capability, string? unit) =>
        capability is null || unit is null || !IsLeaf(capability) ? null : _picture.Absence(capability, unit);

    private void Go(ScoreSheetView view) => Go(view.ToQuery());

    private void Open((string? Row, string? Column) place)
    {
        if (place is { Row: { } row, Column: { } column } && IsLeaf(row))
        {
            _preview = null;
            Go(_view with { Row = row, Column = column, Stage = null });
        }
    }

    // While the drawer is open, it shows the cell that has the focus.
    private void Focus((string? Row, string? Column) place)
    {
        _focus = place;
        if (_view.Row is not null && _preview is null)
        {
            Open(place);
        }
    }

    private void Toggle(string row)
    {
        var toggled = _view.Toggled.Remove(row);
        Go(_view with { Toggled = ReferenceEquals(toggled, _view.Toggled) ? toggled.Add(row) : toggled });
    }

    private string PlaceOf(string capability, string unit) =>
        $"{Snapshot.Capabilities.Find(capability)?.Name ?? capability} in {Snapshot.BusinessUnits.Find(unit)?.Name ?? unit}";

    private static string FigureName(ScoredFigure figure) => figure switch
    {
        ScoredFigure.All => "All three",
        ScoredFigure.Current => "Now",
        ScoredFigure.Target => "Wanted",
        _ => figure.ToString(),
    };

    private static string FigureTitle(ScoredFigure figure) => figure switch
    {
        ScoredFigure.All => "Importance, maturity now and maturity wanted: three digits a cell",
        ScoredFigure.Importance => "How much it matters, 1 to 5",
        ScoredFigure.Confidence => "How sure the judgement is: low, medium, high",
        _ => $"{ScoreScale.NameOf(figure)}, 0 to 5",
    };

    private static string Pressed(bool pressed) => pressed ? "true" : "false";
}

using OperatingModel.Domain;
using OperatingModel.Domain.Assessments;
using OperatingModel.Domain.HeatMaps;
using OperatingModel.Domain.HeatMaps.Sensitivity;
using OperatingModel.Domain.Workspaces;
using OperatingModel.Web.Components.Controls;
using OperatingModel.Web.Components.Grid;

namespace OperatingModel.Web.Features.HeatMaps;

/// <summary>The heat map: capabilities × stages (or business units), coloured by a measure, with the reasons one click away.</summary>
public sealed partial class HeatMapPage : ModelPage
{
    private HeatMapView _view = HeatMapView.Default;
    private WhatIf _whatIf = WhatIf.None;
    private ModelSnapshot _shown = default!;
    private (DateOnly Day, ModelSnapshot Model)? _past;
    private bool _choosesDay;
    private HeatCube _cube = default!;
    private MapPicture _picture = default!;
    private MapScope _scope = default!;
    private CellGrid? _grid;
    private int _depth = 1;
    private (ModelSnapshot? Now, MapPicture? Picture) _drawn;
    private Pace _pace = default!;

    protected internal override bool IsReady => base.IsReady && _scope is not null;

    /// <summary>Whether the map shows a past day, on which nothing can be edited.</summary>
    private bool IsPast => _view.AsOf is { } day && day < Snapshot.Today;

    /// <summary>The words that a printed map carries: its measure, its filters, its day and its weights.</summary>
    private IReadOnlyList<string?> OnPaper =>
    [
        _picture.Scale.Name,
        _scope.Words.Length > 0 ? _scope.Words : "All business units",
        IsPast ? $"as it was on {Dates.Of(_shown.AsOf)}" : null,
        _whatIf.IsEmpty ? null : "other weights than the model's are being tried",
    ];

    private IEnumerable<KeyValuePair<string, string>> UnitChoices =>
        [new("", "All business units"), .. _cube.Units.Select(unit => KeyValuePair.Create(unit.Code, unit.Name))];

    private IEnumerable<KeyValuePair<string, string>> ChainChoices =>
        [new("", "All value chains"), .. _shown.ValueChains.Select(chain => KeyValuePair.Create(chain.Code, chain.Name))];

    protected override void OnInitialized()
    {
        base.OnInitialized();
        _pace = new(Time, StateHasChanged);
    }

    // The map itself already has its patch; the panels around it follow the changes of others at most once a second.
    protected override void Draw(IReadOnlyList<RowChange> changes)
    {
        if (!IsMissing && _drawn == (Bench.Snapshot, _picture))
        {
            return;
        }

        _drawn = (Bench.Snapshot, _picture);
        if (changes.Count > 0 && changes.All(change => change.After is { } row && Bench.ChangedBy(row.Version) is not null))
        {
            _pace.Ask();
        }
        else
        {
            _pace.Act();
        }
    }

    protected override async Task ShowAsync(IReadOnlyList<RowChange>? changes)
    {
        if (changes is not null && IsPast)
        {
            // A change made now does not alter a past day.
            return;
        }

        var (earlier, earlierView) = (_picture, _view);
        var view = _view = HeatMapView.Parse(Query);
        var model = await ModelOfAsync(view);
        if (!ReferenceEquals(view, _view))
        {
            // The user chose another view meanwhile.
            return;
        }

        if (changes is null && earlier is not null && ReferenceEquals(model, _shown) && earlierView.ShowsSameCellsAs(_view))
        {
            await (_grid?.SelectAsync(_view.Row, _view.Column) ?? Task.CompletedTask);
            return;
        }

        _shown = model;
        _whatIf = WhatIf.Parse(_view.Weights);
        _picture = MapPictures.Of(model, _view);
        _cube = _picture.Cube;
        _scope = _picture.Scope();
        _depth = Enumerable.Range(0, model.Tree.Count).Select(model.Tree.LevelOf).DefaultIfEmpty(1).Max();
        if (_grid is null)
        {
            return;
        }

        if (changes is { Count: > 0 } && earlier is not null && HeatCube.IsSmallEdit(changes)
            && _picture.Patch(earlier, [.. changes.Select(Leaf).OfType<string>()]) is { } patch)
        {
            await _grid.PatchAsync(_picture, patch);
        }
        else
        {
            await PushAsync();
        }
    }

    private async Task<ModelSnapshot> ModelOfAsync(HeatMapView view)
    {
        if (!IsPast || view.AsOf is not { } day)
        {
            _past = null;
            return Snapshot;
        }

        if (_past?.Day != day)
        {
            _past = (day, await History.AsOfAsync(Model, day, User));
        }

        return _past.Value.Model;
    }

    private static string? Leaf(RowChange change) => ((change.After ?? change.Before) as Assessment)?.Capability;

    private async Task StartAsync()
    {
        await PushAsync();
        if (_grid is not null && _picture is { IsWide: true } && _view is { Zoom: null, Row: null, Column: null })
        {
            await _grid.FitAsync();
        }
    }

    private Task PushAsync() =>
        _grid is not null && _picture is not null ? _grid.ShowAsync(_picture, _view.Row, _view.Column) : Task.CompletedTask;

    private void Go(HeatMapView view) => Go(view.ToQuery());

    private void ReturnToNow()
    {
        _choosesDay = false;
        Go(_view with { AsOf = null });
    }

    private void Select((string? Row, string? Column) place) => Go(_view with { Row = place.Row, Column = place.Column, WeightsOpen = false });

    // The address names full size only for a wide map, which otherwise opens with all its columns in sight.
    private void Zoom(double zoom) => Go(_view with { Zoom = zoom == 1 && _picture is not { IsWide: true } ? null : zoom });

    private void Assess(MissingScore missing) => Go(_view with
    {
        Row = missing.Capability,
        Column = null,
        Unit = _view.Columns == MapColumns.Stages ? missing.BusinessUnit : null,
        WeightsOpen = false,
    });

    private void Toggle(string row)
    {
        var toggled = _view.Toggled.Remove(row);
        Go(_view with { Toggled = ReferenceEquals(toggled, _view.Toggled) ? toggled.Add(row) : toggled });
    }

    private static string Pressed(bool pressed) => pressed ? "true" : "false";
}

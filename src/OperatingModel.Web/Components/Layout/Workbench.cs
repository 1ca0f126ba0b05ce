using System.Collections.Concurrent;
using System.Globalization;
using OperatingModel.Application;
using OperatingModel.Application.Access;
using OperatingModel.Application.Collaboration;
using OperatingModel.Application.Workspaces;
using OperatingModel.Application.Writing;
using OperatingModel.Domain;
using OperatingModel.Domain.Editing;
using OperatingModel.Domain.Scenarios;
using OperatingModel.Domain.Workspaces;

namespace OperatingModel.Web.Components.Layout;

/// <summary>
/// The model that one browser window works on. Pages open it, the frame shows it. The workbench follows the changes of others, and takes over
/// a change of this window before the caller of the edit gets the outcome. All of it runs in the window's turn.
/// </summary>
public sealed class Workbench(ModelCatalog catalog, ModelChangeFeed feed, CurrentUser user, ILogger<Workbench> log) : IDisposable
{
    private const int Remembered = 500;

    private readonly Lock _lock = new();
    private readonly ConcurrentDictionary<long, CurrentUser> _changedBy = [];
    private readonly ConcurrentDictionary<Guid, byte> _own = [];
    private readonly List<ModelChanged> _arrived = [];
    private readonly CultureInfo _culture = CultureInfo.CurrentCulture;
    private IDisposable? _subscription;
    private View? _view;
    private Guid? _opened;
    private string? _scenario;
    private bool _isFollowing;

    /// <summary>Raised with the changes after the contents changed, and with none after a model was opened or closed.</summary>
    public event Action<IReadOnlyList<ModelChanged>>? Changed;

    /// <summary>The open model; null while none is open, and when the model asked for does not exist.</summary>
    public ModelSummary? Model { get; private set; }

    /// <summary>The address of the open model and scenario; null while none is open.</summary>
    public ModelAddress? Address => Model is null ? null : new(Model.Id, _scenario);

    /// <summary>
    /// The open model as this window shows it, in the open scenario if there is one; its revision only goes up. Null also when that scenario does
    /// not exist.
    /// </summary>
    public ModelSnapshot? Snapshot { get; private set; }

    /// <summary>The open model itself, also where a scenario of it is open.</summary>
    public ModelSnapshot? Whole { get; private set; }

    /// <summary>The open scenario; null where the model itself is open.</summary>
    public Scenario? Scenario => Branch?.Scenario;

    /// <summary>The branch of the open scenario; null where the model itself is open.</summary>
    public ScenarioBranch? Branch => _scenario is null ? null : Whole?.Branch(_scenario);

    /// <summary>
    /// Returns who else made the change that led to a revision; null for this window's own changes, and for those made before the model was opened.
    /// </summary>
    public CurrentUser? ChangedBy(long revision) => _changedBy.GetValueOrDefault(revision);

    /// <summary>Opens a model for a page, which gets every change of it from now on.</summary>
    internal async Task OpenAsync(ModelAddress address, View view)
    {
        (_view, _scenario) = (view, address.Scenario);
        if (_opened == address.Model)
        {
            // The page must not see the scenario that was open before.
            Snapshot = Shown(Whole);
        }
        else
        {
            Unsubscribe();
            Listen(address.Model);
            (Model, Whole, Snapshot) = (null, null, null);

            // Subscribed before reading: a change committed in between is either read or arrives.
            _subscription = feed.Subscribe(address.Model, user, Arrive);
        }

        await ReadAsync(address.Model);
    }

    /// <summary>Notes that the page is closed; the model stays open for the next one.</summary>
    internal void Leave(View view)
    {
        if (ReferenceEquals(_view, view))
        {
            _view = view with { Show = null };
        }
    }

    /// <summary>Closes the model.</summary>
    public void Close()
    {
        Unsubscribe();
        _scenario = null;
        Set(null, null, []);
    }

    /// <summary>Notes that this window begins a write, so that its change does not count as somebody else's.</summary>
    internal void Expect(Guid operation) => _own.TryAdd(operation, 0);

    /// <summary>Notes that a write of this window ended, and takes over what it stored.</summary>
    /// <param name="result">What was stored; null when nothing was.</param>
    internal void TakeOver(Guid operation, WriteResult? result)
    {
        _own.TryRemove(operation, out _);
        if (result is not null && result.ModelId == Model?.Id && result.Model.Revision > Whole!.Revision)
        {
            _ = AdvanceAsync(result.Model);
        }
    }

    public void Dispose() => _subscription?.Dispose();

    private void Unsubscribe()
    {
        _subscription?.Dispose();
        _subscription = null;
        _changedBy.Clear();
        Listen(null);
    }

    private void Listen(Guid? model)
    {
        lock (_lock)
        {
            _opened = model;
            _arrived.Clear();
        }
    }

    private async Task ReadAsync(Guid model)
    {
        var (summary, snapshot) = (await catalog.FindAsync(model, user), (ModelSnapshot?)null);
        try
        {
            snapshot = summary is null ? null : await catalog.SnapshotAsync(model, user);
        }
        catch (NotFoundException)
        {
            // The model was deleted at this moment.
            summary = null;
        }

        if (_opened != model)
        {
            // The window opened another model meanwhile.
            return;
        }

        if (snapshot is not null && Model?.Id == model && Whole!.Revision > snapshot.Revision)
        {
            snapshot = Whole;
        }

        Set(summary, snapshot, []);
    }

    internal void Set(ModelSummary? model, ModelSnapshot? whole, IReadOnlyList<ModelChanged> changes)
    {
        (Whole, Snapshot) = (whole, Shown(whole));
        Model = whole is null ? model : model! with { Name = whole.Meta.Name, Code = whole.Meta.Code };
        Changed?.Invoke(changes);
    }

    private ModelSnapshot? Shown(ModelSnapshot? whole) => _scenario is null ? whole : whole?.Branch(_scenario)?.Model;

    // Runs on the thread of the writer, which must not wait.
    private void Arrive(ModelChanged change)
    {
        lock (_lock)
        {
            if (change.ModelId != _opened)
            {
                return;
            }

            _arrived.Add(change);
            _changedBy.TryRemove(change.Revision - Remembered, out _);
            if (!_own.ContainsKey(change.Operation))
            {
                _changedBy[change.Revision] = change.Who;
            }

            if (_isFollowing)
            {
                return;
            }

            _isFollowing = true;
        }

        _ = Task.Run(FollowInTurnAsync);
    }

    private async Task FollowInTurnAsync()
    {
        // The culture that flowed here is that of the user who wrote.
        CultureInfo.CurrentCulture = _culture;
        try
        {
            await _view!.InTurn(FollowAsync);
        }
        catch (Exception exception)
        {
            // No page is left that could report the problem.
            log.LogError(exception, "A window could not follow the changes of model {ModelId}.", _opened);
        }
    }

    // Changes that arrive while the page is still busy with earlier ones are taken together.
    private async Task FollowAsync()
    {
        try
        {
            while (HasArrived())
            {
                var model = _opened!.Value;
                if (Snapshot is null || WasMoved() || !await AdvanceAsync(model))
                {
                    await ReadAsync(model);
                    Take(Whole?.Revision ?? long.MaxValue);
                    await (_view!.Show?.Invoke([]) ?? Task.CompletedTask);
                }
            }
        }
        catch
        {
            // The window follows again with the next change.
            lock (_lock)
            {
                _isFollowing = false;
            }

            throw;
        }
    }

    private bool HasArrived()
    {
        lock (_lock)
        {
            return _isFollowing = _arrived.Count > 0;
        }
    }

    /// <summary>Whether the model as a whole was deleted or restored.</summary>
    private bool WasMoved()
    {
        lock (_lock)
        {
            return _arrived.RemoveAll(change => change.Changes.Count == 0) > 0;
        }
    }

    /// <summary>Removes the changes up to a revision from the waiting ones, and returns those that the window does not show yet.</summary>
    private List<ModelChanged> Take(long revision)
    {
        lock (_lock)
        {
            List<ModelChanged> taken = [.. _arrived.Where(change => change.Revision <= revision)];
            _arrived.RemoveAll(change => change.Revision <= revision);
            return [.. taken.Where(change => change.Revision > (Whole?.Revision ?? 0))];
        }
    }

    /// <returns>False when the model is gone.</returns>
    private async Task<bool> AdvanceAsync(Guid model)
    {
        try
        {
            var next = await catalog.SnapshotAsync(model, user);
            await (_opened == model ? AdvanceAsync(next) : Task.CompletedTask);
            return true;
        }
        catch (NotFoundException)
        {
            return false;
        }
    }

    // The page has the snapshot when this returns; the task ends when the page has drawn it.
    private Task AdvanceAsync(ModelSnapshot next)
    {
        var changes = Take(next.Revision);
        if (Whole is null || next.Revision <= Whole.Revision)
        {
            return Task.CompletedTask;
        }

        var earlier = Snapshot;
        (Whole, Snapshot) = (next, Shown(next));
        var shown = _view!.Show?.Invoke(
            _scenario is null ? [.. changes.SelectMany(change => change.Changes)]
            : earlier is null || Snapshot is null ? []
            : ModelDiff.Between(earlier, Snapshot)) ?? Task.CompletedTask;
        Set(Model, next, changes);
        return shown;
    }

    /// <summary>A page that shows the open model.</summary>
    /// <param name="InTurn">Runs work in the turn of the window, and reports its errors there.</param>
    /// <param name="Show">Shows the changed rows; gets none when the model as a whole was deleted or restored. Null once the page is closed.</param>
    internal sealed record View(Func<Func<Task>, Task> InTurn, Func<IReadOnlyList<RowChange>, Task>? Show);
}

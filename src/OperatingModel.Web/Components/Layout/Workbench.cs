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
/// The model that one browser window works on. Pages open it, the frame shows it. It follows what others change, and takes over what this
/// window changes before the one who asked for the change has an answer. All of it happens in the window's turn.
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

    /// <summary>Raised after another model was opened, none is open any more, or the contents changed.</summary>
    /// <remarks>With what changed; empty where a model was opened or closed.</remarks>
    public event Action<IReadOnlyList<ModelChanged>>? Changed;

    /// <summary>Null while none is open, and where there is none.</summary>
    public ModelSummary? Model { get; private set; }

    /// <summary>What is open; null while nothing is.</summary>
    public ModelAddress? Address => Model is null ? null : new(Model.Id, _scenario);

    /// <summary>
    /// The open model as this window shows it, or as the open scenario has it; its revision only goes up. Null also where there is no such scenario.
    /// </summary>
    public ModelSnapshot? Snapshot { get; private set; }

    /// <summary>The open model itself, also where a scenario of it is open.</summary>
    public ModelSnapshot? Whole { get; private set; }

    /// <summary>The open scenario; null where the model itself is open.</summary>
    public Scenario? Scenario => Branch?.Scenario;

    /// <summary>What the open scenario makes of the model; null where the model itself is open.</summary>
    public ScenarioBranch? Branch => _scenario is null ? null : Whole?.Branch(_scenario);

    /// <summary>
    /// Who made the change that led to this revision; null for a change of this window's own, and for what happened before the model was opened.
    /// </summary>
    public CurrentUser? ChangedBy(long revision) => _changedBy.GetValueOrDefault(revision);

    /// <summary>Opens a model for a page, which shows what others and this window change from now on.</summary>
    internal async Task OpenAsync(ModelAddress address, View view)
    {
        (_view, _scenario) = (view, address.Scenario);
        if (_opened == address.Model)
        {
            // Nothing of what was open before is taken for what is opened.
            Snapshot = Shown(Whole);
        }
        else
        {
            Unsubscribe();
            Listen(address.Model);
            (Model, Whole, Snapshot) = (null, null, null);

            // Before reading: what is committed in between is in what is read, or arrives.
            _subscription = feed.Subscribe(address.Model, user, Arrive);
        }

        await ReadAsync(address.Model);
    }

    /// <summary>The page is gone; the model stays open for the next one.</summary>
    internal void Leave(View view)
    {
        if (ReferenceEquals(_view, view))
        {
            _view = view with { Show = null };
        }
    }

    /// <summary>No model is open any more.</summary>
    public void Close()
    {
        Unsubscribe();
        _scenario = null;
        Set(null, null, []);
    }

    /// <summary>A write of this window begins: what it commits counts as nobody else's.</summary>
    internal void Expect(Guid operation) => _own.TryAdd(operation, 0);

    /// <summary>A write of this window is over.</summary>
    /// <param name="result">Null when nothing was stored.</param>
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
            // Deleted at this moment.
            summary = null;
        }

        if (_opened != model)
        {
            // Another one was opened meanwhile.
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

    // On the thread of the writer, who must not wait.
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
        // What flows here is the culture of the one who wrote.
        CultureInfo.CurrentCulture = _culture;
        try
        {
            await _view!.InTurn(FollowAsync);
        }
        catch (Exception exception)
        {
            // There is no page any more that could report it.
            log.LogError(exception, "A window could not follow the changes of model {ModelId}.", _opened);
        }
    }

    // What arrives while the page is still busy with what came before is taken together.
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
            // The next change is followed again.
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

    /// <summary>Whether the model as a whole was deleted, or taken back.</summary>
    private bool WasMoved()
    {
        lock (_lock)
        {
            return _arrived.RemoveAll(change => change.Changes.Count == 0) > 0;
        }
    }

    /// <summary>What arrived up to a revision and is not shown yet; it waits no longer.</summary>
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

    // The page has the snapshot in hand when this returns; the task ends when the page is through with it.
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
    /// <param name="InTurn">Runs work in the turn of the window, and reports what goes wrong there.</param>
    /// <param name="Show">Shows the rows that changed; none when the model as a whole is there again, or gone. Null once the page is gone.</param>
    internal sealed record View(Func<Func<Task>, Task> InTurn, Func<IReadOnlyList<RowChange>, Task>? Show);
}

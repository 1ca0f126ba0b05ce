using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Routing;
using OperatingModel.Application;
using OperatingModel.Application.Access;
using OperatingModel.Application.Collaboration;
using OperatingModel.Application.Workspaces;
using OperatingModel.Domain;
using OperatingModel.Domain.Workspaces;
using OperatingModel.Web.Components.Layout;

namespace OperatingModel.Web.Components.Controls;

/// <summary>
/// A page about one model: it opens the model named in the address and follows what others change. Changes that arrive while
/// the page is still busy with earlier ones are taken together.
/// </summary>
public abstract class ModelPage : ComponentBase, IDisposable
{
    private readonly Lock _lock = new();
    private readonly Queue<string> _steps = [];
    private List<RowChange> _waiting = [];
    private IDisposable? _subscription;
    private bool _following;
    private bool _notified;
    private Guid _opened;
    private string _path = "";

    /// <summary>From the address.</summary>
    [Parameter]
    public Guid Model { get; set; }

    /// <summary>Null until the model is loaded, and where there is none.</summary>
    protected ModelSnapshot? Snapshot { get; private set; }

    protected bool IsMissing { get; private set; }

    /// <summary>
    /// What follows the path in the address, with its question mark: what the page shows. It is ahead of the browser, which
    /// confirms a step some time later; two steps in quick succession both count.
    /// </summary>
    protected string Query { get; private set; } = "";

    [Inject]
    protected ModelCatalog Catalog { get; set; } = default!;

    [Inject]
    protected Workbench Bench { get; set; } = default!;

    [Inject]
    protected NavigationManager Navigation { get; set; } = default!;

    [Inject]
    protected CurrentUser User { get; set; } = default!;

    [Inject]
    private ModelChangeFeed Feed { get; set; } = default!;

    /// <summary>The address or the model changed: show it.</summary>
    /// <param name="changes">What others, or this user, changed; null when the page was opened or its address changed.</param>
    protected abstract Task ShowAsync(IReadOnlyList<RowChange>? changes);

    /// <summary>Shows another view and puts it into the address.</summary>
    /// <param name="query">With its question mark; empty for the default view.</param>
    protected void Go(string query)
    {
        var address = Navigation.ToAbsoluteUri(_path + query);
        if (address.Query == Query)
        {
            return;
        }

        Query = address.Query;
        _steps.Enqueue(Query);
        Navigation.NavigateTo(address.PathAndQuery, replace: true);
        Show();
    }

    protected override void OnInitialized() => Navigation.LocationChanged += OnLocationChanged;

    protected override async Task OnParametersSetAsync()
    {
        Arrive(new Uri(Navigation.Uri));
        if (_opened != Model)
        {
            _opened = Model;
            await OpenAsync();
        }

        if (Snapshot is not null)
        {
            await ShowAsync(null);
        }
    }

    public void Dispose()
    {
        Navigation.LocationChanged -= OnLocationChanged;
        _subscription?.Dispose();
        GC.SuppressFinalize(this);
    }

    // A change of the query alone does not reach the parameters of a page.
    private void OnLocationChanged(object? sender, LocationChangedEventArgs change)
    {
        var earlier = _path;
        if (Arrive(new Uri(change.Location)) && _path == earlier && Snapshot is not null)
        {
            Show();
        }
    }

    /// <returns>Whether the user went there; false when the browser only confirms a step of the page's own.</returns>
    private bool Arrive(Uri address)
    {
        var isHere = address.AbsolutePath == _path;
        if (isHere && _steps.Contains(address.Query))
        {
            while (_steps.Dequeue() != address.Query)
            {
            }

            return false;
        }

        if (isHere && address.Query == Query)
        {
            return false;
        }

        _steps.Clear();
        (_path, Query) = (address.AbsolutePath, address.Query);
        return true;
    }

    private void Show() => _ = InvokeAsync(async () =>
    {
        try
        {
            await ShowAsync(null);
            StateHasChanged();
        }
        catch (Exception exception) when (Connection.IsLoss(exception))
        {
            // A call into a browser that is away; what it missed follows when it is back.
        }
        catch (Exception exception)
        {
            await DispatchExceptionAsync(exception);
        }
    });

    private async Task OpenAsync()
    {
        _subscription?.Dispose();
        var summary = await Catalog.FindAsync(Model, User);
        IsMissing = summary is null;
        Snapshot = summary is null ? null : await Catalog.SnapshotAsync(Model, User);
        _subscription = summary is null ? null : Feed.Subscribe(Model, User, FollowAsync);

        // What was committed between reading and subscribing is in memory by now, and nobody reports it.
        Snapshot = summary is null ? null : await Catalog.SnapshotAsync(Model, User);
        Bench.Show(summary, Snapshot);
    }

    private Task FollowAsync(ModelChanged change)
    {
        lock (_lock)
        {
            _notified = true;
            _waiting.AddRange(change.Changes);
            Bench.Note(change.Revision, change.Who.Name);
            if (_following)
            {
                return Task.CompletedTask;
            }

            _following = true;
        }

        return InvokeAsync(CatchUpAsync);
    }

    // A failing page must not disturb the writer: what goes wrong belongs to this page's own error boundary.
    private async Task CatchUpAsync()
    {
        while (TakeWaiting() is { } changes)
        {
            try
            {
                await RefreshAsync(changes.Count > 0);

                if (Snapshot is not null)
                {
                    await ShowAsync(changes);
                }

                StateHasChanged();
            }
            catch (Exception exception) when (Connection.IsLoss(exception))
            {
                // A call into a browser that is away; what it missed follows when it is back.
            }
            catch (Exception exception)
            {
                await DispatchExceptionAsync(exception);
            }
        }
    }

    private async Task RefreshAsync(bool hasChanges)
    {
        try
        {
            if (hasChanges)
            {
                Snapshot = await Catalog.SnapshotAsync(Model, User);
                Bench.Show(Bench.Model is { } model ? model with { Name = Snapshot.Meta.Name, Code = Snapshot.Meta.Code } : null, Snapshot);
                return;
            }
        }
        catch (NotFoundException)
        {
            // Deleted in the meantime; opening it again says so.
        }

        await OpenAsync();
    }

    private List<RowChange>? TakeWaiting()
    {
        lock (_lock)
        {
            if (!_notified)
            {
                _following = false;
                return null;
            }

            var changes = _waiting;
            (_waiting, _notified) = ([], false);
            return changes;
        }
    }
}

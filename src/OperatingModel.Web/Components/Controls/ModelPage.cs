using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Routing;
using OperatingModel.Application.Access;
using OperatingModel.Domain;
using OperatingModel.Domain.Workspaces;
using OperatingModel.Web.Components.Layout;

namespace OperatingModel.Web.Components.Controls;

/// <summary>
/// A page about one model. It opens the model in the address in the window's workbench, shows it, and keeps its view in the address.
/// </summary>
public abstract class ModelPage : ComponentBase, IDisposable
{
    private readonly Queue<string> _steps = [];
    private readonly Workbench.View _view;
    private ModelAddress _opened;
    private string _path = "";
    private string _query = "";
    private string? _scenario;

    protected ModelPage() => _view = new(InTurnAsync, ShowInTurnAsync);

    /// <summary>The id of the model, from the address.</summary>
    [Parameter]
    public Guid Model { get; set; }

    /// <summary>The address of the model or scenario that the page shows.</summary>
    protected internal ModelAddress Address => new(Model, _scenario);

    /// <summary>The model or scenario that the page shows; an exception while it is not open.</summary>
    protected internal ModelSnapshot Snapshot => IsOpen ? Bench.Snapshot! : throw new InvalidOperationException("The model is not open.");

    /// <summary>Whether the model or scenario is loaded; never true when it does not exist.</summary>
    protected bool IsOpen => Bench.Snapshot is not null && Bench.Address == Address;

    /// <summary>Whether the page can be drawn: the model is open, and the page has worked out what it shows.</summary>
    protected internal virtual bool IsReady => IsOpen;

    protected internal bool IsMissing { get; private set; }

    /// <summary>
    /// The query of the address, with its question mark and without the scenario; it says what the page shows. It is ahead of the browser,
    /// which confirms a step some time later, so that two steps in quick succession both count.
    /// </summary>
    protected string Query { get; private set; } = "";

    [Inject]
    protected Workbench Bench { get; set; } = default!;

    [Inject]
    protected NavigationManager Navigation { get; set; } = default!;

    [Inject]
    protected CurrentUser User { get; set; } = default!;

    /// <summary>Works out what to show after the address or the model changed.</summary>
    /// <param name="changes">The changes, by this user or others; null when the page was opened or its address changed.</param>
    protected abstract Task ShowAsync(IReadOnlyList<RowChange>? changes);

    /// <summary>Draws the page after the model changed, and again when a slow figure is ready.</summary>
    protected virtual void Draw(IReadOnlyList<RowChange> changes) => StateHasChanged();

    /// <summary>Shows another view and puts it into the address.</summary>
    /// <param name="query">The query, with its question mark; empty for the default view.</param>
    protected void Go(string query)
    {
        var address = Navigation.ToAbsoluteUri(_path + Address.Query(query));
        if (address.Query == _query)
        {
            return;
        }

        Take(address);
        _steps.Enqueue(_query);
        Navigation.NavigateTo(address.PathAndQuery, replace: true);
        Show();
    }

    protected override void OnInitialized() => Navigation.LocationChanged += OnLocationChanged;

    protected override async Task OnParametersSetAsync()
    {
        Arrive(new Uri(Navigation.Uri));
        await ShowAsync();
    }

    public void Dispose()
    {
        Navigation.LocationChanged -= OnLocationChanged;
        Bench.Leave(_view);
        GC.SuppressFinalize(this);
    }

    // Blazor sets no parameters when only the query of the address changes.
    private void OnLocationChanged(object? sender, LocationChangedEventArgs change)
    {
        var (earlier, address) = (_path, new Uri(change.Location));

        // Another scenario gets a new page, so that no edit that began in one scenario ends in another.
        if (ModelAddress.Split(address.Query).Scenario == _scenario && Arrive(address) && _path == earlier)
        {
            Show();
        }
    }

    /// <returns>True when the user went there; false when the browser only confirms a step that the page made.</returns>
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

        if (isHere && address.Query == _query)
        {
            return false;
        }

        _steps.Clear();
        Take(address);
        return true;
    }

    // Splits the address once, because its parts are read often.
    private void Take(Uri address)
    {
        (_path, _query) = (address.AbsolutePath, address.Query);
        (_scenario, Query) = ModelAddress.Split(_query);
    }

    private void Show() => _ = InTurnAsync(async () =>
    {
        await ShowAsync();
        StateHasChanged();
    });

    private async Task ShowAsync()
    {
        var address = Address;
        if (_opened != address)
        {
            _opened = address;
            await Bench.OpenAsync(address, _view);
            if (address != Address)
            {
                // The user went to another model meanwhile.
                return;
            }

            IsMissing = !IsOpen;
        }

        if (IsOpen)
        {
            await ShowAsync(null);
        }
    }

    private Task ShowInTurnAsync(IReadOnlyList<RowChange> changes) => InTurnAsync(async () =>
    {
        IsMissing = !IsOpen;
        var showing = IsMissing ? Task.CompletedTask : ShowAsync(changes);

        // Draws at once, and again when the slow figures are ready.
        Draw(changes);
        if (!showing.IsCompletedSuccessfully)
        {
            await showing;
            Draw(changes);
        }
    });

    // Reports an error to the error boundary of this page, not to the window that changed the model.
    private Task InTurnAsync(Func<Task> work) => InvokeAsync(async () =>
    {
        try
        {
            await work();
        }
        catch (Exception exception) when (Connection.IsLoss(exception))
        {
            // The browser is not connected; it gets what it missed when it is back.
        }
        catch (Exception exception)
        {
            await DispatchExceptionAsync(exception);
        }
    });
}

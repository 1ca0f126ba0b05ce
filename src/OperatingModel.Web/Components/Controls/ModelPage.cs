using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Routing;
using OperatingModel.Application.Access;
using OperatingModel.Domain;
using OperatingModel.Domain.Workspaces;
using OperatingModel.Web.Components.Layout;

namespace OperatingModel.Web.Components.Controls;

/// <summary>
/// A page about one model: it opens the model named in the address at the window's workbench, shows it, and keeps its view in the address.
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

    /// <summary>From the address.</summary>
    [Parameter]
    public Guid Model { get; set; }

    /// <summary>What the page is about: the model, or a scenario of it.</summary>
    protected internal ModelAddress Address => new(Model, _scenario);

    /// <summary>The model that is shown, once it is open.</summary>
    protected internal ModelSnapshot Snapshot => IsOpen ? Bench.Snapshot! : throw new InvalidOperationException("The model is not open.");

    /// <summary>Not until the model is loaded, and never where there is none or not the scenario.</summary>
    protected bool IsOpen => Bench.Snapshot is not null && Bench.Address == Address;

    /// <summary>Whether there is something to show: the model is open, and what the page makes of it is there.</summary>
    protected internal virtual bool IsReady => IsOpen;

    protected internal bool IsMissing { get; private set; }

    /// <summary>
    /// What follows the path in the address, with its question mark and without the scenario: what the page shows. It is ahead of the
    /// browser, which confirms a step some time later; two steps in quick succession both count.
    /// </summary>
    protected string Query { get; private set; } = "";

    [Inject]
    protected Workbench Bench { get; set; } = default!;

    [Inject]
    protected NavigationManager Navigation { get; set; } = default!;

    [Inject]
    protected CurrentUser User { get; set; } = default!;

    /// <summary>The address or the model changed: show it.</summary>
    /// <param name="changes">What others, or this user, changed; null when the page was opened or its address changed.</param>
    protected abstract Task ShowAsync(IReadOnlyList<RowChange>? changes);

    /// <summary>Draws what a change of the model led to, or anew what has come of it meanwhile.</summary>
    protected virtual void Draw(IReadOnlyList<RowChange> changes) => StateHasChanged();

    /// <summary>Shows another view and puts it into the address.</summary>
    /// <param name="query">With its question mark; empty for the default view.</param>
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

    // A change of the query alone does not reach the parameters of a page.
    private void OnLocationChanged(object? sender, LocationChangedEventArgs change)
    {
        var (earlier, address) = (_path, new Uri(change.Location));

        // Another scenario is shown by another page: nothing that was begun here may end there.
        if (ModelAddress.Split(address.Query).Scenario == _scenario && Arrive(address) && _path == earlier)
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

        if (isHere && address.Query == _query)
        {
            return false;
        }

        _steps.Clear();
        Take(address);
        return true;
    }

    // Asked for at every turn, so it is taken apart once.
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
                // The user went on to another one.
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

        // Parts get what they need at once; what takes its time is drawn later.
        Draw(changes);
        if (!showing.IsCompletedSuccessfully)
        {
            await showing;
            Draw(changes);
        }
    });

    // What goes wrong belongs to the error boundary of this page, not to the one who changed the model.
    private Task InTurnAsync(Func<Task> work) => InvokeAsync(async () =>
    {
        try
        {
            await work();
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
}

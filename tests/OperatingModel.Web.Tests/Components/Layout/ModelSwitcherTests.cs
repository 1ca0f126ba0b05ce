using Bunit;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using MudBlazor;
using MudBlazor.Services;
using OperatingModel.Application.Access;
using OperatingModel.Application.Workspaces;
using OperatingModel.Domain;
using OperatingModel.Domain.Access;
using OperatingModel.Web.Components.Editing;
using OperatingModel.Web.Components.Layout;
using OperatingModel.Web.Tests.Components.Editing;

namespace OperatingModel.Web.Tests.Components.Layout;

/// <summary>The name of the model, changed where it stands.</summary>
public sealed class ModelSwitcherTests(SharedServer shared) : IClassFixture<SharedServer>, IAsyncLifetime
{
    private readonly BunitContext _window = new();
    private readonly TestBrowser _browser = new("here");
    private Workbench _bench = default!;
    private readonly WorkbenchServer _server = shared.Server;
    private Guid _model;
    private ModelSummary? _summary;

    private static CancellationToken Cancel => Xunit.TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _model = await shared.NewModelAsync();
        _summary = await _server.Catalog.FindAsync(_model, CurrentUser.Local, Cancel);
        _bench = await _server.OpenAsync(_model);
        _window.JSInterop.Mode = JSRuntimeMode.Loose;
        _window.Services.AddMudServices();
        _window.Services.AddSingleton(_bench).AddSingleton(TimeProvider.System).AddSingleton(_server.Catalog).AddSingleton(_server.User)
            .AddSingleton(_server.ShelfOf(_bench, new Connection(_browser), _browser))
            .AddSingleton(services => _server.EditorOf(_bench, services.GetRequiredService<DraftShelf>()));
        _window.Render<MudPopoverProvider>();
    }

    public ValueTask DisposeAsync() => _window.DisposeAsync();

    [Fact]
    public async Task Where_somebody_else_was_first_keeping_the_name_gives_up_what_was_typed()
    {
        var meta = (await _server.Catalog.SnapshotAsync(_model, CurrentUser.Local, Cancel)).Meta;
        var switcher = _window.Render<ModelSwitcher>(parameters => parameters.Add(one => one.Model, _summary).Add(one => one.Meta, meta));
        await PressAsync(switcher);
        await _server.WriteAsync(_model, new CurrentUser("bob", "Bob", ModelRoles.All), model =>
            [RowChange.Replace(model.Meta, model.Meta with { Name = "Bob's" })]);

        // The press leaves the field; what is in the way shows before the click.
        await switcher.Find("input").InputAsync("Mine");
        await switcher.Find("button.icon-button").PointerDownAsync(new PointerEventArgs());
        await switcher.Find("input").ChangeAsync("Mine");
        await switcher.Find("button.icon-button").ClickAsync(new MouseEventArgs { Detail = 1 });
        switcher.Find("[role=alert]").TextContent.ShouldContain("Bob's");

        await PressAsync(switcher);
        switcher.FindAll("input").ShouldBeEmpty();
        await PressAsync(switcher);
        switcher.FindAll("[role=status], [role=alert]").ShouldBeEmpty();
        (await _server.Catalog.SnapshotAsync(_model, CurrentUser.Local, Cancel)).Meta.Name.ShouldBe("Bob's");
    }

    [Fact]
    public async Task A_press_that_was_drawn_off_the_button_changes_nothing_for_a_later_key()
    {
        var meta = _bench.Snapshot!.Meta;
        var switcher = _window.Render<ModelSwitcher>(parameters => parameters.Add(one => one.Model, _summary).Add(one => one.Meta, meta));
        await PressAsync(switcher);
        await switcher.Find("button.icon-button").PointerDownAsync(new PointerEventArgs());
        await switcher.Find("input").BlurAsync(new FocusEventArgs());
        switcher.FindAll("input").ShouldBeEmpty();
        await switcher.Find("button.icon-button").ClickAsync(new MouseEventArgs { Detail = 0 });
        switcher.FindAll("input").Count.ShouldBe(1);
    }

    private static async Task PressAsync(IRenderedComponent<ModelSwitcher> switcher)
    {
        await switcher.Find("button.icon-button").PointerDownAsync(new PointerEventArgs());
        await switcher.Find("button.icon-button").ClickAsync(new MouseEventArgs { Detail = 1 });
    }
}

using Bunit;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.JSInterop;
using OperatingModel.Application.Access;
using OperatingModel.Domain.Access;
using OperatingModel.Domain.Capabilities;
using OperatingModel.Web.Components.Editing;
using OperatingModel.Web.Components.Layout;

namespace OperatingModel.Web.Tests.Components.Editing;

/// <summary>A field whose browser was away for a moment.</summary>
public sealed class RowFieldConnectionTests(SharedServer shared) : IClassFixture<SharedServer>, IAsyncLifetime
{
    private readonly BunitContext _window = new();
    private readonly TestBrowser _browser = new("here");
    private readonly WorkbenchServer _server = shared.Server;
    private Guid _model;

    private static CancellationToken Cancel => Xunit.TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _model = await shared.NewModelAsync();
        var bench = await _server.OpenAsync(_model);
        _window
            .Services.AddSingleton(bench)
            .AddSingleton(TimeProvider.System)
            .AddSingleton(_server.ShelfOf(bench, new Connection(_browser), _browser))
            .AddSingleton(services => _server.EditorOf(bench, services.GetRequiredService<DraftShelf>()));
    }

    public ValueTask DisposeAsync() => _window.DisposeAsync();

    [Fact]
    public async Task What_the_browser_shows_is_stored_and_not_the_last_key_that_arrived()
    {
        var field = await RenderAsync();
        await field.Find("input").InputAsync("Visa ad");
        await field.Find("input").ChangeAsync("Visa advice");
        (await NameAsync()).ShouldBe("Visa advice");
        field.Find("input").GetAttribute("value").ShouldBe("Visa advice");
    }

    [Fact]
    public async Task What_was_typed_over_a_row_that_was_changed_meanwhile_is_offered_and_overwrites_nothing()
    {
        var field = await RenderAsync();
        await _server.WriteAsync(_model, new CurrentUser("bob", "Bob", ModelRoles.All), model =>
            CapabilityEdits.Rename(model, model.Capabilities.Find("C4.3")!, "Bob's"));
        var theirs = await RowAsync();
        field.Render(parameters => parameters.Add(one => one.Row, theirs));
        await field.Find(".row-field").TriggerEventAsync("ontypedaway", new TypedAwayEventArgs { Text = "Mine" });
        field.Find("[role=status]").TextContent.ShouldContain("What you typed before is back; stored is “Bob's”.");
        (await NameAsync()).ShouldBe("Bob's");

        await field.FindAll("button").Single(button => button.TextContent == "Save it").ClickAsync();
        (await NameAsync()).ShouldBe("Mine");
    }

    [Fact]
    public async Task What_is_put_right_is_no_longer_called_wrong()
    {
        var row = await RowAsync();
        var field = _window.Render<RowField>(parameters => parameters
            .Add(one => one.Row, row).Add(one => one.Field, nameof(Capability.Weight)).Add(one => one.Label, "Weight"));
        await field.Find("input").ChangeAsync("abc");
        field.FindAll(".problem").Count.ShouldBe(1);
        await field.Find("input").InputAsync("ab");
        field.FindAll(".problem").Count.ShouldBe(1);
        await field.Find("input").InputAsync("2");
        field.FindAll(".problem").ShouldBeEmpty();
    }

    [Fact]
    public async Task Escape_gives_up_what_was_typed_also_while_a_button_beside_the_field_has_the_focus()
    {
        var field = await RenderAsync();
        await field.Find(".row-field").TriggerEventAsync("ontypedaway", new TypedAwayEventArgs { Text = "Mine" });
        await field.Find("[role=status] button").KeyDownAsync(new KeyboardEventArgs { Key = "Escape" });
        field.FindAll("[role=status]").ShouldBeEmpty();
        field.Find("input").GetAttribute("value").ShouldBe(await NameAsync());
    }

    [Fact]
    public async Task What_is_stored_already_is_not_offered()
    {
        var field = await RenderAsync();
        await field.Find(".row-field").TriggerEventAsync("ontypedaway", new TypedAwayEventArgs { Text = await NameAsync() });
        field.FindAll("[role=status]").ShouldBeEmpty();
    }

    private async Task<IRenderedComponent<RowField>> RenderAsync()
    {
        var row = await RowAsync();
        return _window.Render<RowField>(parameters => parameters
            .Add(field => field.Row, row).Add(field => field.Field, nameof(Capability.Name)).Add(field => field.Label, "Name"));
    }

    private async Task<Capability> RowAsync() => (await _server.Catalog.SnapshotAsync(_model, CurrentUser.Local, Cancel)).Capabilities.Find("C4.3")!;

    private async Task<string> NameAsync() => (await RowAsync()).Name;
}

/// <summary>A browser tab that knows nothing but its id.</summary>
internal sealed class TestBrowser(string tab) : IJSRuntime, IJSObjectReference
{
    public ValueTask<TValue> InvokeAsync<TValue>(string identifier, object?[]? args) => InvokeAsync<TValue>(identifier, CancellationToken.None, args);

    public ValueTask<TValue> InvokeAsync<TValue>(string identifier, CancellationToken cancellationToken, object?[]? args) =>
        ValueTask.FromResult(identifier switch
        {
            "import" => (TValue)(object)this,
            "tab" => (TValue)(object)tab,
            _ => default!,
        });

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}

using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using OperatingModel.Application.Workspaces;
using OperatingModel.Web.Components.Layout;

namespace OperatingModel.Web.Tests.Components.Layout;

/// <summary>The navigation shows where one is.</summary>
public sealed class NavMenuTests : IAsyncLifetime
{
    private static readonly ModelSummary Model = new(
        Guid.Parse("01a22f2b-259e-7d84-9261-041941ae075b"), "AIRLINE", "Airline", 1, Then, "ann", Then, "ann", null);

    private static DateTimeOffset Then => DateTimeOffset.UnixEpoch;

    private readonly BunitContext _window = new();

    private NavigationManager Navigation => _window.Services.GetRequiredService<NavigationManager>();

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => _window.DisposeAsync();

    [Theory]
    [InlineData("", "Operating model")]
    [InlineData("/", "Operating model")]
    [InlineData("/heat-map?level=2", "Heat map")]
    [InlineData("/HEAT-MAP", "Heat map")]
    [InlineData("/campaigns/open?code=K1", "Campaigns")]
    public void The_page_one_is_on_is_marked(string path, string name)
    {
        Navigation.NavigateTo($"/m/{Model.Id}{path}");
        Marked(_window.Render<NavMenu>(parameters => parameters.Add(nav => nav.Address, (ModelAddress)Model.Id))).ShouldBe([name]);
    }

    [Fact]
    public void Models_is_marked_without_a_model()
    {
        Navigation.NavigateTo("/models/");
        Marked(_window.Render<NavMenu>()).ShouldBe(["Models"]);
    }

    [Fact]
    public void The_mark_goes_with_every_step_forth_and_back()
    {
        Navigation.NavigateTo(Urls.Priorities(Model.Id));
        var nav = _window.Render<NavMenu>(parameters => parameters.Add(menu => menu.Address, (ModelAddress)Model.Id));
        foreach (var (url, name) in new[]
        {
            (Urls.Settings(Model.Id), "Settings"), (Urls.Priorities(Model.Id), "Priorities"), (Urls.Priorities(Model.Id, "?row=C1"), "Priorities"),
            (Urls.Models, "Models"),
        })
        {
            Navigation.NavigateTo(url);
            Marked(nav).ShouldBe([name]);
        }
    }

    private static IEnumerable<string> Marked(IRenderedComponent<NavMenu> nav) =>
        nav.FindAll("a[aria-current=page]").Select(link => link.TextContent.Trim());
}

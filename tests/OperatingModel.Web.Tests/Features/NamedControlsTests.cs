using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using MudBlazor.Services;
using OperatingModel.Application.Access;
using OperatingModel.Domain.Customers;
using OperatingModel.Domain.Strategy;
using OperatingModel.Web.Components.Editing;
using OperatingModel.Web.Components.Layout;
using OperatingModel.Web.Features.Customers;
using OperatingModel.Web.Features.Strategy;
using OperatingModel.Web.Tests.Components.Editing;

namespace OperatingModel.Web.Tests.Features;

/// <summary>Controls of a row go by the name of the row, for those who do not see which row it is.</summary>
public sealed class NamedControlsTests(SharedServer shared) : IClassFixture<SharedServer>, IAsyncLifetime
{
    private readonly BunitContext _window = new();
    private readonly TestBrowser _browser = new("here");
    private readonly Workbench _bench = new();
    private readonly WorkbenchServer _server = shared.Server;
    private Guid _model;

    private static CancellationToken Cancel => Xunit.TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _model = await shared.NewModelAsync();
        _bench.Show(
            await _server.Catalog.FindAsync(_model, CurrentUser.Local, Cancel),
            await _server.Catalog.SnapshotAsync(_model, CurrentUser.Local, Cancel));
        _window.JSInterop.Mode = JSRuntimeMode.Loose;
        _window.Services.AddMudServices();
        _window.Services.AddSingleton(_bench).AddSingleton(TimeProvider.System)
            .AddSingleton(new Connection(_browser)).AddSingleton<Shell>()
            .AddSingleton(services => _server.ShelfOf(_bench, services.GetRequiredService<Connection>(), _browser))
            .AddSingleton(services => _server.EditorOf(_bench, services.GetRequiredService<DraftShelf>()));
    }

    public ValueTask DisposeAsync() => _window.DisposeAsync();

    [Fact]
    public void Kpis_are_deleted_by_name()
    {
        var table = _window.Render<KpiTable>(parameters => parameters.Add(one => one.Model, _bench.Snapshot!));
        table.FindAll("[data-removes]").Select(button => button.GetAttribute("aria-label"))
            .ShouldBe(_bench.Snapshot!.Table<Kpi>().Select(kpi => $"Delete KPI {kpi.Name}"));
    }

    [Fact]
    public void Expectations_are_rated_by_what_is_wanted()
    {
        var rows = ExpectationPicture.Of(_bench.Snapshot!, new ExpectationsView());
        var table = _window.Render<ExpectationTable>(parameters => parameters.Add(one => one.Rows, rows));
        table.FindAll("td label").Select(label => label.TextContent).Take(2)
            .ShouldBe([$"Importance of {rows[0].Expectation.Statement}", $"Satisfaction with {rows[0].Expectation.Statement}"]);
    }

    [Fact]
    public async Task What_was_done_to_a_row_names_it_once()
    {
        var segment = _bench.Snapshot!.Table<Segment>()[0];
        var panel = _window.Render<SegmentsPanel>(parameters => parameters.Add(one => one.Model, _bench.Snapshot!));
        panel.Find("td label").TextContent.ShouldBe($"Name of segment {segment.Name}");
        await panel.Find("td input").ChangeAsync(new ChangeEventArgs { Value = "Families" });
        _window.Services.GetRequiredService<ModelEditor>().What.ShouldBe($"Name of segment {segment.Name}: Families");
    }
}

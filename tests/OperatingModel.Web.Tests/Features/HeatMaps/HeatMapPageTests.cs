using Bunit;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using MudBlazor.Services;
using OperatingModel.Application.Access;
using OperatingModel.Application.Assessments;
using OperatingModel.Domain;
using OperatingModel.Domain.Access;
using OperatingModel.Domain.Workspaces;
using OperatingModel.Web.Components.Controls;
using OperatingModel.Web.Components.Editing;
using OperatingModel.Web.Components.Layout;
using OperatingModel.Web.Features.HeatMaps;
using OperatingModel.Web.Tests.Components.Editing;

namespace OperatingModel.Web.Tests.Features.HeatMaps;

/// <summary>What stands around the map while others, and this window, change the model.</summary>
public sealed class HeatMapPageTests(SharedServer shared) : IClassFixture<SharedServer>, IAsyncLifetime
{
    private static readonly CurrentUser Bob = new("bob", "Bob", ModelRoles.All);

    private readonly BunitContext _window = new();
    private readonly TestBrowser _browser = new("here");
    private readonly FakeTimeProvider _time = new();
    private readonly WorkbenchServer _server = shared.Server;
    private Workbench _bench = default!;
    private Guid _model;

    private static CancellationToken Cancel => Xunit.TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _model = await shared.NewModelAsync();
        _bench = _server.NewBench();
        var connection = new Connection(_browser);
        _window.JSInterop.Mode = JSRuntimeMode.Loose;
        _window.Services.AddMudServices();
        _window.Services.AddSingleton(_bench).AddSingleton<TimeProvider>(_time).AddSingleton(_server.User).AddSingleton(connection)
            .AddSingleton(new Shell(_browser, connection))
            .AddSingleton(_server.Services.GetRequiredService<AssessmentHistory>())
            .AddSingleton(_server.ShelfOf(_bench, connection, _browser))
            .AddSingleton(services => _server.EditorOf(_bench, services.GetRequiredService<DraftShelf>()));
    }

    public ValueTask DisposeAsync() => _window.DisposeAsync();

    [Fact]
    public async Task What_others_do_in_a_row_is_drawn_at_its_time_and_what_this_window_does_at_once()
    {
        var page = _window.Render<HeatMapPage>(part => part.Add(one => one.Model, _model));
        page.WaitForAssertion(() => Answer().ShouldContain("all together"));
        var opened = Answer();
        await OthersScoreAsync(1);
        page.WaitForAssertion(() => Answer().ShouldNotBe(opened));

        var first = Answer();
        await OthersScoreAsync(4);
        Answer().ShouldBe(first);
        _time.Advance(Pace.Pause);
        page.WaitForAssertion(() => Answer().ShouldNotBe(first));

        var second = Answer();
        await OthersScoreAsync(2);
        Answer().ShouldBe(second);
        var editor = _window.Services.GetRequiredService<ModelEditor>();
        (await page.InvokeAsync(() => editor.WriteAsync("Scored", model => Scored(model, 0)))).IsDone.ShouldBeTrue();
        page.WaitForAssertion(() => Answer().ShouldNotBe(second));

        string Answer() => page.Find(".answer").TextContent;
    }

    private async Task OthersScoreAsync(int current)
    {
        await _server.WriteAsync(_model, Bob, model => Scored(model, current));
        await _server.CatchUpAsync(_bench, Cancel);
    }

    private static List<RowChange> Scored(ModelSnapshot model, int current) =>
        [.. model.Assessments.Where(row => row.BusinessUnit == "MAIN").Take(10)
            .Select(row => RowChange.Replace(row, row with { Current = current }))];
}

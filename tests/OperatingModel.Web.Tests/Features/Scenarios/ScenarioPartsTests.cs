using AngleSharp.Dom;
using Bunit;
using Microsoft.Extensions.DependencyInjection;
using OperatingModel.Application.Access;
using OperatingModel.Domain;
using OperatingModel.Domain.Access;
using OperatingModel.Domain.Capabilities;
using OperatingModel.Domain.Scenarios;
using OperatingModel.Domain.Workspaces;
using OperatingModel.Web.Components.Editing;
using OperatingModel.Web.Components.Layout;
using OperatingModel.Web.Features.Scenarios;
using OperatingModel.Web.Tests.Components.Editing;

namespace OperatingModel.Web.Tests.Features.Scenarios;

public sealed class ScenarioPartsTests(SharedServer shared) : IClassFixture<SharedServer>, IAsyncLifetime
{
    private const string Plan = "TRANSITION";

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
    public async Task Every_choice_is_listed_also_one_that_the_base_has_by_now()
    {
        await ChooseAsync("C4.3", "Travel rules");
        await ChooseAsync("C4.2", "Other rules");
        await RenameAsync("C4.3", "Travel rules");
        var details = await ShowAsync();
        Boxes(details).Count().ShouldBe(2);
        details.FindAll("li").Single(row => row.TextContent.Contains("C4.3", StringComparison.Ordinal))
            .TextContent.ShouldContain("the same as in the base by now");
    }

    [Fact]
    public async Task What_is_new_is_ticked_only_while_everything_is()
    {
        await ChooseAsync("C4.3", "Travel rules");
        await ChooseAsync("C4.2", "Other rules");
        var details = await ShowAsync();
        await ChooseAsync("C4.1", "Third");
        await ShowAsync(details);
        Boxes(details).ShouldAllBe(box => box.IsChecked());

        await Boxes(details).First().ChangeAsync(false);
        All(details).IsChecked().ShouldBeFalse();
        await ChooseAsync("C1.1", "Fourth");
        await ShowAsync(details);
        Boxes(details).Count(box => box.IsChecked()).ShouldBe(2);

        await All(details).ChangeAsync(true);
        Boxes(details).ShouldAllBe(box => box.IsChecked());
    }

    [Fact]
    public async Task What_a_merge_left_is_told_until_the_model_changes()
    {
        await ChooseAsync("C4.3", "Ours");
        await ChooseAsync("C4.2", "Other rules");
        await RenameAsync("C4.3", "Theirs");
        await _server.CatchUpAsync(_window.Services.GetRequiredService<Workbench>(), Cancel);
        var details = await ShowAsync();
        await details.FindAll("button").Single(button => button.TextContent.Contains("Merge", StringComparison.Ordinal)).ClickAsync();
        await details.WaitForStateAsync(() => details.FindAll(".told").Count > 0);
        await ShowAsync(details);
        details.FindAll(".told").Count.ShouldBe(1);

        await RenameAsync("C1.1", "Changed meanwhile");
        await ShowAsync(details);
        details.FindAll(".told").ShouldBeEmpty();
    }

    [Fact]
    public async Task What_both_added_is_shown_with_both_values()
    {
        await WriteAsync(model => model.Branch(Plan)!.Record(Added(model, "Ours")));
        await WriteAsync(model => Added(model, "Theirs"));
        (await ShowAsync()).Find(".conflicts").TextContent.ShouldContain("Name: the base has “Theirs”, the scenario “Ours”.");
    }

    [Fact]
    public async Task The_current_state_is_the_model_itself_and_there_is_one()
    {
        var model = await ModelAsync();
        var table = _window.Render<ScenarioTable>(parameters => parameters
            .Add(one => one.Model, model)
            .Add(one => one.Scenarios, [model.Branch(Plan)!])
            .Add(one => one.Address, (ModelAddress)_model));
        var rows = table.FindAll("tbody tr");
        rows[0].TextContent.ShouldContain("the model itself");
        rows[0].QuerySelectorAll("a, button, select").ShouldBeEmpty();
        rows[1].QuerySelector("select")!.TextContent.ShouldNotContain("Current");
    }

    [Fact]
    public async Task The_current_state_wears_no_colour_in_the_bar()
    {
        var model = await ModelAsync();
        var badge = _window.Render<ScenarioBadge>(parameters => parameters
            .Add(one => one.Model, model)
            .Add(one => one.Open, model.Table<Scenario>().First(scenario => scenario.Kind == ScenarioKind.Current))
            .Add(one => one.Address, (ModelAddress)_model));
        badge.FindAll("[data-hue]").ShouldBeEmpty();
        badge.FindAll(".badge").ShouldBeEmpty();
        badge.Markup.ShouldContain("Scenarios");
    }

    [Fact]
    public void The_colour_stays_when_another_scenario_comes_and_none_is_there_twice_among_six()
    {
        var model = NewModels.Empty("Empty", "E", new DateOnly(2026, 1, 1));
        for (var i = 0; i < 6; i++)
        {
            model = model.With(ScenarioEdits.Add(model, $"Scenario {i}"), model.Revision + 1);
        }

        List<Scenario> scenarios = [.. model.Table<Scenario>().Where(scenario => scenario.Kind != ScenarioKind.Current)];
        string?[] hues = [.. scenarios.Select(scenario => ScenarioHues.Of(model, scenario))];
        hues.Distinct().Count().ShouldBe(6);
        var fewer = model.With([RowChange.Remove(scenarios[^1])], model.Revision + 1);
        scenarios[..5].Select(scenario => ScenarioHues.Of(fewer, scenario)).ShouldBe(hues[..5]);
    }

    private static IReadOnlyList<RowChange> Added(ModelSnapshot model, string name) =>
        [RowChange.Add(model.Capabilities.Find("C4.3")! with { Code = "NEW", Name = name, Position = model.Capabilities.Count })];

    private static IEnumerable<IElement> Boxes(IRenderedComponent<ScenarioDetails> details) =>
        details.FindAll(".rows input[type=checkbox]:not([disabled])");

    private static IElement All(IRenderedComponent<ScenarioDetails> details) => details.Find(".all input");

    private async Task<IRenderedComponent<ScenarioDetails>> ShowAsync(IRenderedComponent<ScenarioDetails>? shown = null)
    {
        var whole = await ModelAsync();
        var branch = whole.Branch(Plan)!;
        if (shown is null)
        {
            shown = _window.Render<ScenarioDetails>(parameters => parameters
                .Add(one => one.Whole, whole).Add(one => one.Branch, branch).Add(one => one.Address, (ModelAddress)_model));
        }
        else
        {
            shown.Render(parameters => parameters.Add(one => one.Whole, whole).Add(one => one.Branch, branch));
        }

        await shown.WaitForStateAsync(() => shown.FindAll(".sides").Count > 0 && Boxes(shown).Count() == branch.Own.Count);
        return shown;
    }

    private async Task<ModelSnapshot> ModelAsync() => await _server.Catalog.SnapshotAsync(_model, CurrentUser.Local, Cancel);

    private Task ChooseAsync(string code, string name) => WriteAsync(model =>
        model.Branch(Plan)!.Record(CapabilityEdits.Rename(model, model.Capabilities.Find(code)!, name)));

    private Task RenameAsync(string code, string name) => WriteAsync(model =>
        CapabilityEdits.Rename(model, model.Capabilities.Find(code)!, name));

    private Task WriteAsync(Func<ModelSnapshot, IReadOnlyList<RowChange>> edit) =>
        _server.WriteAsync(_model, new CurrentUser("bob", "Bob", ModelRoles.All), edit);
}

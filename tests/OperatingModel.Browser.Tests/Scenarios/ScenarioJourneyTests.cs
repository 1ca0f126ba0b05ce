using System.Text.RegularExpressions;
using Microsoft.Playwright;
using OperatingModel.Application;
using OperatingModel.Application.Access;
using OperatingModel.Domain.Access;
using OperatingModel.Domain.Capabilities;
using OperatingModel.Domain.Editing;
using OperatingModel.Domain.Scenarios;
using OperatingModel.Web;
using OperatingModel.Web.Tests;
using static Microsoft.Playwright.Assertions;

namespace OperatingModel.Browser.Tests.Scenarios;

public sealed class ScenarioJourneyTests(Browsers browsers)
{
    private const string Plan = "TRANSITION";

    private static readonly CurrentUser Colleague = new("bob", "Bob", ModelRoles.All);

    [Fact]
    public async Task A_scenario_is_branched_edited_compared_merged_and_taken_back()
    {
        await using var server = await WorkbenchServer.StartAsync(StorageProvider.Sqlite);
        await using var user = await browsers.NewUserAsync();
        List<string> errors = [];
        var model = await server.SampleAsync();
        var page = await user.NewWindowAsync(errors);
        await page.GotoAsync(Url(server, Urls.Scenarios(model)));
        await page.GetByLabel("Name of the new scenario").FillAsync("Bolder");
        await page.Keyboard.PressAsync("Enter");
        var row = page.GetByRole(AriaRole.Row).Filter(new() { Has = page.GetByRole(AriaRole.Link, new() { Name = "Open scenario Bolder" }) });
        await Expect(row).ToHaveAttributeAsync("aria-current", "true");

        // Opened, it is in sight on every page, and so is what is changed there.
        await row.GetByRole(AriaRole.Link, new() { Name = "Open scenario Bolder" }).ClickAsync();
        await Expect(Badge(page)).ToHaveTextAsync(new Regex("Scenario: Bolder"));
        await page.GetByRole(AriaRole.Link, new() { Name = "Capabilities", Exact = true }).ClickAsync();
        await Expect(page).ToHaveURLAsync(new Regex(@"/capabilities\?scenario=\w+$"));
        await page.GotoAsync($"{page.Url}&row=C4.3");
        var name = page.Drawer("Capability").GetByLabel("Name", new() { Exact = true });
        await name.FillAsync("Travel rules");
        await name.PressAsync("Tab");
        await Expect(page.Drawer("Capability").GetByRole(AriaRole.Heading, new() { Level = 2 })).ToHaveTextAsync("Travel rules");
        await Expect(Badge(page)).ToHaveTextAsync(new Regex("Scenario: Bolder"));
        var scenario = new Uri(page.Url).Query.Split("scenario=")[1].Split('&')[0];
        await page.GotoAsync(Url(server, Urls.HeatMap(new ModelAddress(model, scenario))));
        await Expect(page.RowHeader("C4.3")).ToContainTextAsync("Travel rules");
        await page.GotoAsync(Url(server, Urls.HeatMap(model)));
        await Expect(page.RowHeader("C4.3")).Not.ToContainTextAsync("Travel rules");

        // Compared, and merged in one step that can be undone.
        await page.GotoAsync(Url(server, Urls.Scenarios(model, $"?show={scenario}")));
        var difference = page.GetByRole(AriaRole.Listitem).Filter(new() { HasText = "Disruption notification & rebooking → Travel rules" });
        await Expect(difference).ToBeVisibleAsync();
        await Expect(page.GetByRole(AriaRole.Table, new() { Name = "Figures of both sides" })).ToContainTextAsync("Heat of the whole enterprise");
        await page.GetByRole(AriaRole.Button, new() { Name = "Merge 1 choice into the model" }).ClickAsync();
        await Expect(page.GetByText("Both have the same rows.")).ToBeVisibleAsync();
        (await server.Catalog.SnapshotAsync(model, CurrentUser.Local, TestContext.Current.CancellationToken))
            .Capabilities.Find("C4.3")!.Name.ShouldBe("Travel rules");
        await page.GetByRole(AriaRole.Button, new() { Name = "Undo", Exact = true }).First.ClickAsync();
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Merge 1 choice into the model" })).ToBeVisibleAsync();
        (await server.Catalog.SnapshotAsync(model, CurrentUser.Local, TestContext.Current.CancellationToken))
            .Capabilities.Find("C4.3")!.Name.ShouldNotBe("Travel rules");
        errors.ShouldBeEmpty();
    }

    [Fact]
    public async Task What_is_new_in_the_base_arrives_in_an_open_scenario_and_a_conflict_shows_both_values()
    {
        await using var server = await WorkbenchServer.StartAsync(StorageProvider.Sqlite);
        await using var user = await browsers.NewUserAsync();
        List<string> errors = [];
        var model = await server.SampleAsync();
        var page = await user.NewWindowAsync(errors);
        await page.GotoAsync(Url(server, Urls.Capabilities(new ModelAddress(model, Plan), "?row=C4.3")));
        var drawer = page.Drawer("Capability");
        var (title, name) = (drawer.GetByRole(AriaRole.Heading, new() { Level = 2 }), drawer.GetByLabel("Name", new() { Exact = true }));
        await Expect(name).ToBeVisibleAsync();
        await server.WriteAsync(model, Colleague, now => CapabilityEdits.Rename(now, now.Capabilities.Find("C4.3")!, "Bob's first name"));
        await Expect(title).ToHaveTextAsync("Bob's first name");

        await name.FillAsync("The plan's name");
        await name.PressAsync("Tab");
        await Expect(title).ToHaveTextAsync("The plan's name");
        await server.WriteAsync(model, Colleague, now => CapabilityEdits.Rename(now, now.Capabilities.Find("C4.3")!, "Bob's second name"));
        await page.GotoAsync(Url(server, Urls.Scenarios(model, $"?show={Plan}")));
        var conflict = page.GetByRole(AriaRole.Listitem)
            .Filter(new() { HasText = "the base has “Bob's second name” by now, the scenario “The plan's name”" });
        await conflict.GetByRole(AriaRole.Button, new() { Name = "Take the base's" }).ClickAsync();
        await Expect(conflict).ToHaveCountAsync(0);
        await Expect(page.GetByText("Both have the same rows.")).ToBeVisibleAsync();
        errors.ShouldBeEmpty();
    }

    [Fact]
    public async Task What_was_begun_in_a_scenario_ends_in_it_whatever_is_opened_meanwhile()
    {
        await using var server = await WorkbenchServer.StartAsync(StorageProvider.Sqlite);
        await using var user = await browsers.NewUserAsync();
        List<string> errors = [];
        var model = await server.SampleAsync();
        var before = await server.Catalog.SnapshotAsync(model, CurrentUser.Local, TestContext.Current.CancellationToken);
        var page = await user.NewWindowAsync(errors);
        await page.GotoAsync(Url(server, Urls.Objectives(model)));
        var name = page.Locator("tbody tr").Nth(1).GetByLabel("Name");
        await Expect(name).ToBeVisibleAsync();

        // Typed and not left, then back to the model itself on the same page.
        await OpenPlanAsync(page);
        await name.FillAsync("Typed in the plan");
        await page.GoBackAsync();
        await Expect(Badge(page)).Not.ToContainTextAsync("Scenario: ");
        await Expect(name).Not.ToHaveValueAsync("Typed in the plan");
        await page.Keyboard.PressAsync("Tab");

        // Asked and not answered.
        await OpenPlanAsync(page);
        await Expect(name).ToHaveValueAsync("Typed in the plan");
        await page.GetByRole(AriaRole.Button, new() { NameRegex = new Regex("^Delete objective") }).First.ClickAsync();
        await Expect(page.GetByRole(AriaRole.Dialog)).ToBeVisibleAsync();
        await page.GoBackAsync();
        await Expect(Badge(page)).Not.ToContainTextAsync("Scenario: ");
        await Expect(page.GetByRole(AriaRole.Dialog)).ToHaveCountAsync(0);
        (await server.Catalog.SnapshotAsync(model, CurrentUser.Local, TestContext.Current.CancellationToken)).ShouldBeSameAs(before);
        errors.ShouldBeEmpty();
    }

    private static async Task OpenPlanAsync(IPage page)
    {
        await Badge(page).GetByRole(AriaRole.Button).ClickAsync();
        await page.GetByRole(AriaRole.Menuitem, new() { Name = "Pre-flight team first" }).ClickAsync();
        await Expect(Badge(page)).ToContainTextAsync("Scenario: Pre-flight team first");
    }

    [Fact]
    public async Task When_a_scenario_is_removed_while_somebody_types_in_it_that_is_said_and_the_text_is_kept()
    {
        await using var server = await WorkbenchServer.StartAsync(StorageProvider.Sqlite);
        await using var user = await browsers.NewUserAsync();
        var model = await server.SampleAsync();
        await server.WriteAsync(model, CurrentUser.Local, now => ScenarioEdits.Add(now, "Bolder"));
        var whole = await server.Catalog.SnapshotAsync(model, CurrentUser.Local, TestContext.Current.CancellationToken);
        var scenario = whole.Table<Scenario>()[^1];
        var page = await user.NewPageAsync();
        await page.GotoAsync(Url(server, Urls.Capabilities(new ModelAddress(model, scenario.Code), "?row=C4.3")));
        var name = page.Drawer("Capability").GetByLabel("Name", new() { Exact = true });
        await name.FillAsync("Half typed");
        await Expect(page.Locator(".row-field[data-draft=kept]")).ToHaveCountAsync(1);
        await server.WriteAsync(model, Colleague, now => RowEdits.Remove(now, now.Table<Scenario>().Find(scenario.Code)!));
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync($"There is no scenario {scenario.Code}");

        // Back again, it has the text; the model itself has not.
        await server.WriteAsync(model, Colleague, _ => [OperatingModel.Domain.RowChange.Add(scenario)]);
        await Expect(name).ToHaveValueAsync("Half typed");
        await page.GotoAsync(Url(server, Urls.Capabilities(model, "?row=C4.3")));
        await Expect(name).Not.ToHaveValueAsync("Half typed");
    }

    [Theory]
    [InlineData(720, 450)]
    [InlineData(390, 844)]
    public async Task In_a_small_window_the_scenarios_stay_in_sight_beside_a_comparison(int width, int height)
    {
        await using var server = await WorkbenchServer.StartAsync(StorageProvider.Sqlite);
        await using var user = await browsers.NewUserAsync();
        var model = await server.SampleAsync();
        await server.WriteAsync(model, CurrentUser.Local, now => [.. now.Capabilities.Take(11).SelectMany(capability =>
            now.Branch(Plan)!.Record(CapabilityEdits.Rename(now, capability, $"{capability.Name} anew")))]);
        var page = await user.NewPageAsync();
        await page.SetViewportSizeAsync(width, height);
        await page.GotoAsync(Url(server, Urls.Scenarios(new ModelAddress(model, Plan))));
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Merge 11 choices into the model" })).ToBeVisibleAsync();
        var table = page.GetByRole(AriaRole.Table, new() { Name = "Scenarios" });
        foreach (var row in await table.GetByRole(AriaRole.Row).AllAsync())
        {
            (await row.BoundingBoxAsync())!.Height.ShouldBeGreaterThan(20);
        }

        await Expect(table.Locator("tr[aria-current]")).ToBeInViewportAsync();
        (await table.Locator("..").BoundingBoxAsync())!.Height.ShouldBeGreaterThan((await table.BoundingBoxAsync())!.Height - 1);
        await page.GetByText("anew").Last.ScrollIntoViewIfNeededAsync();
        await Expect(page.GetByText("anew").Last).ToBeInViewportAsync();
        await Expect(Badge(page)).ToHaveTextAsync(new Regex("Scenario: "));
    }

    private static ILocator Badge(IPage page) => page.Locator(".scenario-badge");

    private static string Url(WorkbenchServer server, string path) => new Uri(server.Address, path).ToString();
}

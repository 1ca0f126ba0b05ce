using System.Globalization;
using Microsoft.Playwright;
using OperatingModel.Application;
using OperatingModel.Web;
using OperatingModel.Web.Tests;
using static Microsoft.Playwright.Assertions;

namespace OperatingModel.Browser.Tests.Technology;

public sealed class TechnologyJourneyTests(Browsers browsers)
{
    [Fact]
    public async Task A_gaping_hole_closes_when_an_application_that_fits_supports_it()
    {
        await using var server = await WorkbenchServer.StartAsync(StorageProvider.Sqlite);
        await using var user = await browsers.NewUserAsync();
        List<string> errors = [];
        var model = await server.SampleAsync();
        var page = await user.NewWindowAsync(errors);
        await page.GotoAsync(new Uri(server.Address, Urls.Technology(model, "?tab=Holes&q=Disruption")).ToString());
        var holes = page.GetByRole(AriaRole.Table, new() { Name = "Gaping holes and weak technology" });
        await Expect(holes.GetByText("Gaping hole", new() { Exact = true })).ToHaveCountAsync(2);
        await Expect(page.GetByText("6 gaping holes")).ToBeVisibleAsync();

        await page.GetByRole(AriaRole.Group, new() { Name = "List" }).GetByRole(AriaRole.Button, new() { Name = "Applications" }).ClickAsync();
        await page.GetByLabel("Name of a new application").FillAsync("Rebooker");
        await page.Keyboard.PressAsync("Enter");
        var drawer = page.Drawer("Application");
        await Expect(drawer.GetByRole(AriaRole.Heading, new() { Name = "Rebooker" })).ToBeVisibleAsync();
        await drawer.GetByLabel("Functional fit").SelectOptionAsync("4");
        await drawer.GetByLabel("Technical fit").SelectOptionAsync("3");
        await Expect(drawer.GetByText("Fit 83")).ToBeVisibleAsync();
        await drawer.GetByLabel("In", new() { Exact = true }).SelectOptionAsync("REG");
        await drawer.GetByRole(AriaRole.Combobox, new() { Name = "Add a capability it supports" }).FillAsync("disruption");
        await Expect(page.GetByRole(AriaRole.Listbox).GetByRole(AriaRole.Option)).ToHaveCountAsync(1);
        await page.Keyboard.PressAsync("Enter");
        await Expect(drawer.GetByRole(AriaRole.Listitem)).ToContainTextAsync("Regional");
        await Expect(page.GetByText("5 gaping holes")).ToBeVisibleAsync();
        errors.ShouldBeEmpty();
    }

    [Fact]
    public async Task An_objective_gets_an_owner_and_a_capability_that_serves_it_and_a_kpi_without_owner_is_told()
    {
        await using var server = await WorkbenchServer.StartAsync(StorageProvider.Sqlite);
        await using var user = await browsers.NewUserAsync();
        List<string> errors = [];
        var page = await user.NewWindowAsync(errors);
        await page.GotoAsync(new Uri(server.Address, Urls.Objectives(await server.SampleAsync())).ToString());
        var name = page.GetByLabel("Name of a new objective");
        await name.FillAsync("Fly without carbon");

        // Not added yet, and not lost either.
        await Expect(name).ToHaveAttributeAsync("data-draft", "kept");
        await page.ReloadAsync();
        await Expect(name).ToHaveValueAsync("Fly without carbon");
        await name.FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        var row = page.GetByRole(AriaRole.Row).Filter(new() { Has = page.GetByLabel("Delete objective Fly without carbon") });
        await row.GetByLabel("Owner").FillAsync("COO");
        await row.GetByLabel("Owner").BlurAsync();
        await row.GetByRole(AriaRole.Button, new() { Name = "Capabilities that serve Fly without carbon" }).ClickAsync();
        var drawer = page.Drawer("Objective");
        await drawer.GetByRole(AriaRole.Combobox).FillAsync("crew");
        await Expect(page.GetByRole(AriaRole.Listbox).GetByRole(AriaRole.Option).First).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("Enter");
        await Expect(drawer.GetByText("1 capability serves it")).ToBeVisibleAsync();

        await page.GetByRole(AriaRole.Button, new() { Name = "KPIs" }).ClickAsync();
        await page.GetByLabel("Name of a new KPI").FillAsync("Grams of carbon per seat");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.GetByText("1 KPI has no owner")).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Table, new() { Name = "KPIs" }).EvaluateAsync("table => table.parentElement.scrollTop = table.scrollHeight");
        await Expect(page.GetByText("name the one c-suite role that owns it")).ToBeVisibleAsync();
        errors.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_list_is_sorted_and_a_column_left_out_and_the_choice_outlives_the_page()
    {
        await using var server = await WorkbenchServer.StartAsync(StorageProvider.Sqlite);
        await using var user = await browsers.NewUserAsync();
        List<string> errors = [];
        var page = await user.NewWindowAsync(errors);
        await page.GotoAsync(new Uri(server.Address, Urls.Technology(await server.SampleAsync())).ToString());
        var list = page.GetByRole(AriaRole.Table, new() { Name = "Applications" });
        var cost = list.GetByRole(AriaRole.Columnheader, new() { Name = "Run cost" });
        await cost.GetByRole(AriaRole.Button).ClickAsync();
        await cost.GetByRole(AriaRole.Button).ClickAsync();
        await Expect(cost).ToHaveAttributeAsync("aria-sort", "descending");
        var costs = (await list.Locator("tbody tr > td:nth-child(5)").AllInnerTextsAsync()).Select(text => text.Trim()).Where(text => text != "–")
            .Select(text => double.Parse(text, NumberStyles.AllowThousands, CultureInfo.GetCultureInfo("en-US"))).ToList();
        costs.Count.ShouldBeGreaterThan(3);
        costs.ShouldBe(costs.OrderDescending());

        // With the keyboard alone: up from the first row into the head, along to the choice, and out of it with Escape.
        await list.Locator("tbody button").First.FocusAsync();
        await page.Keyboard.PressAsync("ArrowUp");
        await Expect(list.GetByRole(AriaRole.Button, new() { Name = "Application", Exact = true })).ToBeFocusedAsync();
        for (var i = 0; i < 6; i++)
        {
            await page.Keyboard.PressAsync("ArrowRight");
        }

        await Expect(list.GetByRole(AriaRole.Button, new() { Name = "Choose columns" })).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Enter");
        await page.Keyboard.PressAsync("Tab");
        var vendor = page.GetByRole(AriaRole.Checkbox, new() { Name = "Vendor" });
        await Expect(vendor).ToBeFocusedAsync();
        await page.Keyboard.PressAsync(" ");
        await Expect(list.GetByRole(AriaRole.Columnheader, new() { Name = "Vendor" })).ToHaveCountAsync(0);
        await Expect(vendor).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Escape");
        await Expect(vendor).ToBeHiddenAsync();

        await page.ReloadAsync();
        await Expect(list.GetByRole(AriaRole.Columnheader, new() { Name = "Lifecycle" })).ToBeVisibleAsync();
        await Expect(list.GetByRole(AriaRole.Columnheader, new() { Name = "Vendor" })).ToHaveCountAsync(0);
        errors.ShouldBeEmpty();
    }
}

using System.Text.RegularExpressions;
using Microsoft.Playwright;
using OperatingModel.Application;
using OperatingModel.Application.Access;
using OperatingModel.Web.Tests;
using static Microsoft.Playwright.Assertions;

namespace OperatingModel.Browser.Tests.Priorities;

public sealed class PrioritiesJourneyTests(Browsers browsers)
{
    [Fact]
    public async Task The_order_is_tested_by_simulation_conventions_and_other_weights()
    {
        await using var server = await WorkbenchServer.StartAsync(StorageProvider.Sqlite);
        var model = await server.SampleAsync();
        await using var user = await browsers.NewUserAsync();
        List<string> errors = [];
        var page = await user.NewWindowAsync(errors);
        await page.GotoAsync(server.Priorities(model));
        await Expect(page.GetByText("it stays first unless")).ToBeVisibleAsync();
        var firmness = page.Drawer("How firm is this order?");
        await firmness.GetByRole(AriaRole.Button, new() { Name = "Simulate" }).ClickAsync();
        await Expect(firmness.GetByText("97.6")).ToBeVisibleAsync();
        await Expect(firmness.GetByRole(AriaRole.Note)).ToContainTextAsync("The top 5 depends on a convention");
        await Expect(firmness.GetByText("Travel document & entry checks").Last).ToBeVisibleAsync();

        // Other weights beside the base order, then saved.
        await page.GetByRole(AriaRole.Button, new() { Name = "Weights" }).ClickAsync();
        var panel = page.Drawer("Weights");
        await panel.GetByLabel("Search & compare").FillAsync("40");
        await Expect(page.GetByText("Other weights are being tried")).ToBeVisibleAsync();
        await Expect(page.GetByRole(AriaRole.Table, new() { Name = "Capabilities by priority" }).Locator("tbody tr:not([aria-hidden])").First)
            .Not.ToContainTextAsync("Disruption");
        page.Url.ShouldContain("SEARCH");
        await panel.GetByRole(AriaRole.Button, new() { Name = "Save to the model" }).ClickAsync();
        await Expect(page.Locator("header .saved")).ToContainTextAsync("Saved");
        await Expect(page.GetByText("Other weights are being tried")).ToHaveCountAsync(0);
        (await server.Catalog.SnapshotAsync(model, CurrentUser.Local, TestContext.Current.CancellationToken))
            .Stages.Find("SEARCH")!.ValueWeight.ShouldBe(40);
        errors.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_place_is_explained_with_its_neighbours()
    {
        await using var server = await WorkbenchServer.StartAsync(StorageProvider.Sqlite);
        await using var user = await browsers.NewUserAsync();
        List<string> errors = [];
        var page = await user.NewWindowAsync(errors);
        await page.GotoAsync(server.Priorities(await server.SampleAsync()));
        await page.GetByRole(AriaRole.Button, new() { NameRegex = new Regex("Trip management self-service") }).ClickAsync();
        var why = page.Drawer("Why this place?");
        await Expect(why).ToContainTextAsync("= 77.3 points");
        await Expect(why.GetByRole(AriaRole.Heading, new() { Name = "Behind Disruption notification & rebooking" })).ToBeVisibleAsync();
        await why.GetByRole(AriaRole.Link, new() { Name = "Show it on the heat map" }).ClickAsync();
        await Expect(page.Drawer("Why?").GetByRole(AriaRole.Heading, new() { Name = "Trip management self-service" })).ToBeVisibleAsync();
        errors.ShouldBeEmpty();
    }
}

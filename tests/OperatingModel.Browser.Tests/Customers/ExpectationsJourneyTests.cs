using System.Text.RegularExpressions;
using Microsoft.Playwright;
using OperatingModel.Application;
using OperatingModel.Web;
using OperatingModel.Web.Tests;
using static Microsoft.Playwright.Assertions;

namespace OperatingModel.Browser.Tests.Customers;

public sealed class ExpectationsJourneyTests(Browsers browsers)
{
    [Fact]
    public async Task What_customers_say_becomes_points_of_a_stage()
    {
        await using var server = await WorkbenchServer.StartAsync(StorageProvider.Sqlite);
        var model = await server.SampleAsync();
        await using var user = await browsers.NewUserAsync();
        List<string> errors = [];
        var page = await user.NewWindowAsync(errors);
        await page.GotoAsync(new Uri(server.Address, Urls.Expectations(model)).ToString());

        // A dot of the chart leads to its row.
        await page.GetByRole(AriaRole.Button, new() { NameRegex = new Regex("^E12: .*opportunity 15.0, under-served") }).FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Drawer("Expectation").GetByText("15.0", new() { Exact = true })).ToBeVisibleAsync();
        await Expect(page.Locator("tr.selected")).ToContainTextAsync("Tell me first");
        await page.Keyboard.PressAsync("Escape");

        // A new one is typed and rated where it stands.
        await page.GetByRole(AriaRole.Button, new() { Name = "Add an expectation" }).ClickAsync();
        await page.GetByLabel("What the customer wants").FillAsync("Surprise me every month");
        await page.Keyboard.PressAsync("Enter");
        await page.GetByLabel("Importance of E26").FillAsync("1");
        await page.GetByLabel("Satisfaction with E26").FillAsync("0");
        await page.GetByLabel("Satisfaction with E26").BlurAsync();
        await Expect(page.Locator("[data-row=E26]")).ToContainTextAsync("2.0");
        await Expect(page.Locator("[data-row=E26]")).ToContainTextAsync("appropriately served");

        // The stages ask; all are applied at once and taken back at once.
        await page.GetByRole(AriaRole.Link, new() { Name = "Value chains" }).First.ClickAsync();
        var inspire = page.GetByRole(AriaRole.Button, new() { NameRegex = new Regex("^Inspire, stage 1") });
        await Expect(inspire).ToHaveAccessibleNameAsync(new Regex("8 points"));
        var apply = page.GetByRole(AriaRole.Button, new() { NameRegex = new Regex("^Apply (all )?\\d+") }).Last;
        await apply.ClickAsync();
        await Expect(page.GetByText("otherwise than you do")).ToHaveCountAsync(0);
        await page.GetByRole(AriaRole.Heading, new() { Name = "Value chains" }).ClickAsync();
        await page.Keyboard.PressAsync("Control+z");
        await Expect(page.GetByText("otherwise than you do")).ToBeVisibleAsync();
        await Expect(inspire).ToHaveAccessibleNameAsync(new Regex("8 points"));
        errors.ShouldBeEmpty();
    }
}

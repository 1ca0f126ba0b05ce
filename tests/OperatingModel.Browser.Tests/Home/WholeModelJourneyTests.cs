using Microsoft.Playwright;
using OperatingModel.Application;
using OperatingModel.Web.Tests;
using static Microsoft.Playwright.Assertions;

namespace OperatingModel.Browser.Tests.Home;

/// <summary>The whole way of a newcomer: from nothing to what should be funded first.</summary>
public sealed class WholeModelJourneyTests(Browsers browsers)
{
    private static readonly string[] Capabilities = ["Plan", "Buy", "Make", "Store", "Move", "Sell", "Serve", "Bill", "Hire", "Learn"];

    [Theory]
    [InlineData(StorageProvider.Sqlite)]
    [InlineData(StorageProvider.Postgres)]
    public async Task A_model_is_built_from_nothing_to_a_ranked_list_of_priorities(StorageProvider provider)
    {
        await using var server = await WorkbenchServer.StartAsync(provider);
        await using var user = await browsers.NewUserAsync();
        List<string> errors = [];
        var page = await user.NewWindowAsync(errors);
        await page.GotoAsync(new Uri(server.Address, "/models").ToString());
        await page.GetByLabel("Name of the new model").FillAsync("Workshop");
        await page.GetByRole(AriaRole.Button, new() { Name = "Start empty" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Region, new() { Name = "First steps" })).ToContainTextAsync("0 of 6 done");

        await GoAsync(page, "Settings");
        await page.GetByRole(AriaRole.Link, new() { Name = "Business units" }).First.ClickAsync();
        await page.GetByPlaceholder("Another business unit").FillAsync("Whole company");
        await page.GetByRole(AriaRole.Button, new() { Name = "Add", Exact = true }).ClickAsync();
        await Expect(page.GetByText("Whole company").Or(page.Locator("input[value='Whole company']")).First).ToBeAttachedAsync();

        await GoAsync(page, "Value chains");
        await page.GetByRole(AriaRole.Button, new() { Name = "Start a value chain" }).ClickAsync();
        await TypeLinesAsync(page, "New stage of Customer journey", ["Find", "Buy", "Use", "Mend", "Renew"]);

        await GoAsync(page, "Capabilities");
        await page.GetByRole(AriaRole.Button, new() { Name = "Name the first capability" }).ClickAsync();
        await Expect(page.GetByLabel("Name of the new capability")).ToBeFocusedAsync();
        foreach (var name in Capabilities)
        {
            await page.Keyboard.TypeAsync(name);
            await page.Keyboard.PressAsync("Enter");
        }

        await page.Keyboard.PressAsync("Escape");
        await Expect(page.GetByRole(AriaRole.Treegrid).Locator("[data-item]")).ToHaveCountAsync(Capabilities.Length);

        // All serve the first stage critically; an entry moves down by itself.
        await GoAsync(page, "Stages × capabilities");
        await Expect(page.Locator("[role=gridcell]").First).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Treegrid).FocusAsync();
        foreach (var _ in Capabilities)
        {
            await page.Keyboard.PressAsync("9");
        }

        await Expect(page.GetByText("10 links")).ToBeVisibleAsync();

        // The seventh is important and far from where it should be.
        await GoAsync(page, "Scoring sheet");
        await Expect(page.Locator("[role=gridcell]").First).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Treegrid).FocusAsync();
        foreach (var name in Capabilities)
        {
            await page.Keyboard.TypeAsync(name == "Serve" ? "515" : "323");
        }

        await Expect(page.GetByText("10 of 10")).ToBeVisibleAsync();

        await GoAsync(page, "Priorities");
        var ranked = page.GetByRole(AriaRole.Table, new() { Name = "Capabilities by priority" }).Locator("tbody tr:not([aria-hidden])");
        await Expect(ranked).ToHaveCountAsync(Capabilities.Length);
        await Expect(ranked.First).ToContainTextAsync("Serve");
        await Expect(ranked.First).ToContainTextAsync("80");
        errors.ShouldBeEmpty();
    }

    private static async Task GoAsync(IPage page, string name)
    {
        await page.GetByRole(AriaRole.Navigation, new() { Name = "Main" }).GetByRole(AriaRole.Link, new() { Name = name, Exact = true }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = name, Exact = true, Level = 1 })).ToBeVisibleAsync();
    }

    private static async Task TypeLinesAsync(IPage page, string field, string[] lines)
    {
        await Expect(page.GetByLabel(field)).ToBeFocusedAsync();
        foreach (var line in lines)
        {
            await page.Keyboard.TypeAsync(line);
            await page.Keyboard.PressAsync("Enter");
        }

        await Expect(page.GetByRole(AriaRole.Button, new() { Name = $"{lines[^1]}, stage {lines.Length}" })).ToBeVisibleAsync();
    }
}

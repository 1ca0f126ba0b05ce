using System.Text.RegularExpressions;
using Microsoft.Playwright;
using OperatingModel.Application;
using OperatingModel.Web.Tests;
using static Microsoft.Playwright.Assertions;

namespace OperatingModel.Browser.Tests.Home;

public sealed class HomeJourneyTests(Browsers browsers)
{
    [Fact]
    public async Task An_empty_model_begins_with_a_path_and_a_copy_with_everything()
    {
        await using var server = await WorkbenchServer.StartAsync(StorageProvider.Sqlite);
        await using var user = await browsers.NewUserAsync();
        List<string> errors = [];
        var page = await user.NewWindowAsync(errors);
        await page.GotoAsync(new Uri(server.Address, "/models").ToString());
        await page.GetByLabel("Name of the new model").FillAsync("Fresh start");
        await page.GetByRole(AriaRole.Button, new() { Name = "Start empty" }).ClickAsync();
        var path = page.GetByRole(AriaRole.Region, new() { Name = "First steps" });
        await Expect(path).ToContainTextAsync("0 of 6 done");
        await Expect(page.GetByRole(AriaRole.Region, new() { Name = "Funding alignment" })).ToContainTextAsync("Needs initiatives");

        // A business unit ticks its step.
        await path.GetByRole(AriaRole.Link, new() { Name = "Name the business units" }).ClickAsync();
        await page.GetByPlaceholder("Another business unit").FillAsync("Whole company");
        await page.GetByRole(AriaRole.Button, new() { Name = "Add", Exact = true }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Textbox, new() { Name = "Name of Whole company" })).ToHaveValueAsync("Whole company");
        await page.GetByRole(AriaRole.Link, new() { Name = "Operating model", Exact = true }).ClickAsync();
        await Expect(path).ToContainTextAsync("1 of 6 done");

        // A copy of the sample says what the sample says.
        await page.GetByRole(AriaRole.Link, new() { Name = "Models", Exact = true }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { NameRegex = new Regex("^Copy Meridel") }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Region, new() { Name = "Top priorities" })).ToContainTextAsync("it stays first unless the weight of");
        await Expect(page.Locator(".model-button")).ToContainTextAsync("(copy)");
        await page.GetByRole(AriaRole.Button, new() { Name = "Why? Roadmap" }).ClickAsync();
        await Expect(page.Drawer("Why?")).ToContainTextAsync("less what the initiatives finished until then remove");
        page.Url.ShouldContain("why=roadmap");
        errors.ShouldBeEmpty();
    }
}

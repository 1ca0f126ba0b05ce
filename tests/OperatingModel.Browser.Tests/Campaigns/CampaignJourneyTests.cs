using System.Text.RegularExpressions;
using Microsoft.Playwright;
using OperatingModel.Application;
using OperatingModel.Web;
using OperatingModel.Web.Tests;
using static Microsoft.Playwright.Assertions;

namespace OperatingModel.Browser.Tests.Campaigns;

/// <summary>Two people judge apart, differ, talk, and only what they agree on reaches the map.</summary>
public sealed class CampaignJourneyTests(Browsers browsers)
{
    [Theory]
    [InlineData(StorageProvider.Sqlite)]
    [InlineData(StorageProvider.Postgres)]
    public async Task Two_assessors_differ_agree_and_the_heat_map_follows(StorageProvider provider)
    {
        await using var server = await WorkbenchServer.StartAsync(provider);
        await using var user = await browsers.NewUserAsync();
        List<string> errors = [];
        var page = await user.NewWindowAsync(errors);
        var model = await server.SampleAsync();
        await page.GotoAsync(new Uri(server.Address, Urls.Campaigns(model)).ToString());
        await page.GetByRole(AriaRole.Link, new() { Name = "Start a campaign" }).First.ClickAsync();
        await page.GetByLabel("Name", new() { Exact = true }).FillAsync("Autumn review");
        await page.GetByLabel("Assessors, one name per line").FillAsync("Anna\nBen");
        await page.GetByLabel("Find a capability").FillAsync("C4.3");
        await page.GetByRole(AriaRole.Checkbox, new() { NameRegex = new Regex("C4.3") }).CheckAsync();
        await page.GetByRole(AriaRole.Checkbox, new() { NameRegex = new Regex("MAIN") }).CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Start the campaign" }).ClickAsync();

        // Anna's sheet: digits score and move on. What she gave stays hidden from Ben until he gave his.
        await page.GetByRole(AriaRole.Link, new() { Name = "Fill in" }).First.ClickAsync();
        await Expect(page.GetByRole(AriaRole.Note)).ToContainTextAsync("fill in the sheet of Anna");
        await ScoreAsync(page, "514");
        await Expect(page.GetByText("given", new() { Exact = true })).ToBeAttachedAsync();
        await page.GetByLabel("Sheet of").SelectOptionAsync(new SelectOptionValue { Index = 1 });
        await Expect(page.GetByText("1 hidden until this is given")).ToBeVisibleAsync();
        await ScoreAsync(page, "534");
        await Expect(page.GetByText("differs by 2")).ToBeVisibleAsync();

        // They agree on 3, and the map says so: importance 5, gap 1.
        await page.GetByRole(AriaRole.Button, new() { Name = "Differences (1)" }).ClickAsync();
        await page.GetByRole(AriaRole.Combobox, new() { Name = "Now of Disruption notification & rebooking in Mainline" }).SelectOptionAsync("3");
        await page.GetByRole(AriaRole.Button, new() { Name = "Write 1 agreed assessment" }).ClickAsync();
        var agreed = page.GetByRole(AriaRole.Row, new() { NameRegex = new Regex("C4.3") });
        await Expect(agreed).ToContainTextAsync("5 · 3 · 4 · Medium");
        await Expect(agreed).ToContainTextAsync("lower of two");
        await Expect(agreed).ToContainTextAsync("Anna, Ben");
        await page.GotoAsync(server.HeatMap(model, "?unit=MAIN"));
        await page.Cell("C4.3", "PREP").ShowsAsync("20");

        // One step back takes the agreement and the assessment back together.
        await page.Locator("[data-shortcut=undo]").ClickAsync();
        await page.Cell("C4.3", "PREP").ShowsAsync("60");
        errors.ShouldBeEmpty();
    }

    private static async Task ScoreAsync(IPage page, string digits)
    {
        await page.GetByLabel("Importance of Disruption notification & rebooking in Mainline").ClickAsync();
        foreach (var digit in digits)
        {
            await page.Keyboard.PressAsync(digit.ToString());
        }
    }
}

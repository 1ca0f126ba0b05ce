using System.Text.RegularExpressions;
using Microsoft.Playwright;
using OperatingModel.Application;
using OperatingModel.Web.Tests;
using static Microsoft.Playwright.Assertions;

namespace OperatingModel.Browser.Tests.Home;

public sealed class WhyJourneyTests(Browsers browsers)
{
    [Fact]
    public async Task Every_why_leads_on_to_what_it_is_made_from()
    {
        await using var server = await WorkbenchServer.StartAsync(StorageProvider.Sqlite);
        var model = await server.SampleAsync();
        await using var user = await browsers.NewUserAsync();
        List<string> errors = [];
        var page = await user.NewWindowAsync(errors);

        // From the page of the model to the hottest cell's judgement in one business unit.
        await page.GotoAsync(new Uri(server.Address, $"/m/{model}").ToString());
        await page.GetByRole(AriaRole.Button, new() { Name = "Why? Hottest cells" }).ClickAsync();
        await page.Drawer("Why?").GetByRole(AriaRole.Link, new() { Name = "Mainline" }).ClickAsync();
        await Expect(page).ToHaveURLAsync(new Regex("heat-map.*row=C4.3.*unit=MAIN.*col="));
        var cell = page.Drawer("Why?");
        await Expect(cell).ToContainTextAsync("4 × importance 5 × gap 3 = 60 of 100");

        // From the cell to the convention behind it.
        await cell.GetByRole(AriaRole.Link, new() { Name = "exponents of importance and gap" }).ClickAsync();
        await Expect(page).ToHaveURLAsync(new Regex("settings.*section=heat"));

        // From a place in the order to a stage.
        await page.GotoAsync($"{server.Priorities(model)}?row=C4.1");
        var place = page.Drawer("Why this place?");
        await place.GetByRole(AriaRole.Table, new() { NameRegex = new Regex("contributions") }).First.GetByRole(AriaRole.Link).First.ClickAsync();
        await Expect(page).ToHaveURLAsync(new Regex("value-chains.*stage="));
        errors.ShouldBeEmpty();
    }
}

using System.Text.RegularExpressions;
using Microsoft.Playwright;
using OperatingModel.Application;
using OperatingModel.Web;
using OperatingModel.Web.Tests;
using static Microsoft.Playwright.Assertions;

namespace OperatingModel.Browser.Tests.Settings;

public sealed class LanguageJourneyTests(Browsers browsers)
{
    [Fact]
    public async Task Two_people_read_and_write_numbers_each_in_their_own_way_on_every_part_of_the_screen()
    {
        await using var server = await WorkbenchServer.StartAsync(StorageProvider.Sqlite, null, "--OperatingModel:TimeZone=Pacific/Honolulu");
        await using var german = await browsers.NewUserAsync(language: "de-DE");
        await using var english = await browsers.NewUserAsync(language: "en-GB");
        List<string> errors = [];
        var (page, other) = (await german.NewWindowAsync(errors), await english.NewWindowAsync(errors));
        var model = await server.SampleAsync();
        await page.GotoAsync(new Uri(server.Address, Urls.Settings(model, "?section=heat")).ToString());
        await other.GotoAsync(new Uri(server.Address, Urls.Settings(model, "?section=heat")).ToString());
        await Expect(other.GetByText("Enterprise heat is")).ToContainTextAsync("25.2");
        var exponent = page.GetByRole(AriaRole.Textbox, new() { Name = "Exponent of importance" });
        await exponent.FillAsync("1,5");
        await page.Keyboard.PressAsync("Tab");
        await Expect(page.GetByText("with all defaults it would be 25,2")).ToBeVisibleAsync();
        await Expect(exponent).ToHaveValueAsync("1,5");

        // What a colleague changed is written in one's own way, too.
        await Expect(other.GetByText("with all defaults it would be 25.2")).ToBeVisibleAsync();
        await Expect(other.GetByRole(AriaRole.Textbox, new() { Name = "Exponent of importance" })).ToHaveValueAsync("1.5");

        // What could be two numbers is asked back at the field.
        await page.GotoAsync(new Uri(server.Address, Urls.Settings(model, "?section=units")).ToString());
        await page.GetByRole(AriaRole.Textbox, new() { Name = "Revenue of Mainline" }).FillAsync("5,200");
        await page.Keyboard.PressAsync("Tab");
        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("5,2 or 5.200? Write 5200 or 5,2.");

        // Sentences, bars and the drawn grid write alike.
        await page.GotoAsync(server.HeatMap(model, "?measure=Gap"));
        await Expect(page.Cell("C4.3", "PREP")).ToHaveTextAsync(new Regex(@"^\d,\d$"));
        await page.GotoAsync(server.Priorities(model, "?row=C4.3"));
        await Expect(page.Locator(".drawer .formula").First).ToContainTextAsync(new Regex(@"\d,\d"));

        // Moments stand in the zone of the installation.
        await page.GotoAsync(new Uri(server.Address, Urls.Models).ToString());
        await Expect(page.GetByText("UTC−10").First).ToBeVisibleAsync();
        errors.ShouldBeEmpty();
    }
}

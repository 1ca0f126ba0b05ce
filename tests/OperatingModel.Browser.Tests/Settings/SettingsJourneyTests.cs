using Microsoft.Playwright;
using OperatingModel.Application;
using OperatingModel.Application.Access;
using OperatingModel.Web;
using OperatingModel.Web.Tests;
using static Microsoft.Playwright.Assertions;

namespace OperatingModel.Browser.Tests.Settings;

public sealed class SettingsJourneyTests(Browsers browsers)
{
    [Fact]
    public async Task A_new_unit_says_that_it_does_not_count_yet_and_what_hangs_on_one_is_told_before_it_goes()
    {
        await using var server = await WorkbenchServer.StartAsync(StorageProvider.Sqlite);
        await using var user = await browsers.NewUserAsync();
        List<string> errors = [];
        var page = await user.NewWindowAsync(errors);
        var model = await server.SampleAsync();
        await page.GotoAsync(new Uri(server.Address, Urls.Settings(model, "?section=units")).ToString());
        await page.GetByRole(AriaRole.Button, new() { Name = "Weigh by hand, from these" }).ClickAsync();
        await page.GetByRole(AriaRole.Textbox, new() { Name = "Name of a new business unit" }).FillAsync("Freight");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.GetByText("Freight has no weight yet and is out of scope")).ToBeVisibleAsync();

        await page.GetByRole(AriaRole.Button, new() { Name = "Remove Regional" }).ClickAsync();
        var question = page.GetByRole(AriaRole.Dialog);
        await Expect(question).ToContainTextAsync("go with it");
        await Expect(question).ToContainTextAsync("The others share its 10.0 % of the weight.");
        await question.GetByRole(AriaRole.Button, new() { Name = "Remove" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Remove Regional" })).ToHaveCountAsync(0);
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Remove Holidays" })).ToBeFocusedAsync();
        errors.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_convention_is_changed_its_effect_is_told_and_it_goes_back_to_its_default()
    {
        await using var server = await WorkbenchServer.StartAsync(StorageProvider.Sqlite);
        await using var user = await browsers.NewUserAsync();
        List<string> errors = [];
        var page = await user.NewWindowAsync(errors);
        var model = await server.SampleAsync();
        await page.GotoAsync(new Uri(server.Address, Urls.Settings(model, "?section=heat")).ToString());
        await Expect(page.GetByText("All conventions are as they come")).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Textbox, new() { Name = "Exponent of importance" }).FillAsync("2");
        await page.Keyboard.PressAsync("Tab");
        await Expect(page.GetByText("with all defaults it would be 25.2")).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Exponent of importance: back to 1" }).ClickAsync();
        await Expect(page.GetByText("All conventions are as they come")).ToBeVisibleAsync();

        // What breaks a rule stays at its field, with the remedy, and is not stored.
        await page.GetByRole(AriaRole.Textbox, new() { Name = "Hot begins at" }).FillAsync("5");
        await page.Keyboard.PressAsync("Tab");
        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("Cool < Warm < Hot < Critical");
        (await server.Catalog.SnapshotAsync(model, CurrentUser.Local, TestContext.Current.CancellationToken)).Settings.HotFrom.ShouldBe(25);

        // A unit left out has no say; undo takes it in again.
        await page.GetByRole(AriaRole.Link, new() { Name = "Business units" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Leave out Regional" }).ClickAsync();
        await page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Leave out" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Take in Regional" })).ToBeVisibleAsync();
        await page.Locator("[data-shortcut=undo]").ClickAsync();
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Leave out Regional" })).ToBeVisibleAsync();

        // The heading carries a new name at once.
        await page.GetByRole(AriaRole.Link, new() { Name = "Model", Exact = true }).ClickAsync();
        await page.GetByRole(AriaRole.Textbox, new() { Name = "Name", Exact = true }).FillAsync("Meridel renamed");
        await page.Keyboard.PressAsync("Tab");
        await Expect(page.Locator(".model-button")).ToContainTextAsync("Meridel renamed");
        errors.ShouldBeEmpty();
    }
}

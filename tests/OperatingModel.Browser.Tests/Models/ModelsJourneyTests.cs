using Microsoft.Playwright;
using OperatingModel.Application;
using OperatingModel.Application.Access;
using OperatingModel.Web.Tests;
using static Microsoft.Playwright.Assertions;

namespace OperatingModel.Browser.Tests.Models;

public sealed class ModelsJourneyTests(Browsers browsers)
{
    [Fact]
    public async Task A_model_is_started_from_a_template_deleted_and_taken_back()
    {
        await using var server = await WorkbenchServer.StartAsync(StorageProvider.Sqlite);
        await using var user = await browsers.NewUserAsync();
        List<string> errors = [];
        var page = await user.NewWindowAsync(errors);
        await page.GotoAsync(new Uri(server.Address, "/models").ToString());
        await page.GetByRole(AriaRole.Button, new() { Name = "Utilities" }).ClickAsync();
        await Expect(page.GetByText("nothing is assessed yet")).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Models", Exact = true }).ClickAsync();
        var models = page.GetByRole(AriaRole.Region, new() { Name = "Models" });
        var delete = models.GetByRole(AriaRole.Button, new() { Name = "Delete" });
        await Expect(delete).ToHaveCountAsync(2);
        await delete.First.ClickAsync();
        await Expect(delete).ToHaveCountAsync(1);
        await models.GetByRole(AriaRole.Button, new() { Name = "Undo" }).ClickAsync();
        await Expect(delete).ToHaveCountAsync(2);
        errors.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_model_from_a_template_is_called_as_it_was_named()
    {
        await using var server = await WorkbenchServer.StartAsync(StorageProvider.Sqlite);
        await using var user = await browsers.NewUserAsync();
        List<string> errors = [];
        var page = await user.NewWindowAsync(errors);
        await page.GotoAsync(new Uri(server.Address, "/models").ToString());
        await page.GetByLabel("Name of the new model").FillAsync("Regionalbank Nordsee");
        await Expect(page.GetByText("Or begin “Regionalbank Nordsee” with one of these.")).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Financial services" }).ClickAsync();
        await Expect(page.Locator(".model-button")).ToContainTextAsync("Regionalbank Nordsee");
        var made = (await server.Catalog.ListAsync(CurrentUser.Local, TestContext.Current.CancellationToken))
            .Single(model => model.Name == "Regionalbank Nordsee");
        made.Code.ShouldBe("RN");

        // Its name is changed where it stands, with the keyboard alone.
        await page.GetByRole(AriaRole.Button, new() { Name = "Rename the model" }).FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        var name = page.GetByRole(AriaRole.Textbox, new() { Name = "Name of the model" });
        await Expect(name).ToBeFocusedAsync();
        await name.FillAsync("Regionalbank");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator(".model-button")).ToHaveTextAsync("Regionalbank");
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Rename the model" })).ToBeFocusedAsync();
        (await server.Catalog.FindAsync(made.Id, CurrentUser.Local, TestContext.Current.CancellationToken))!.Name.ShouldBe("Regionalbank");
        errors.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(1440, 900)]
    [InlineData(390, 844)]
    public async Task A_broken_file_is_refused_with_every_problem_and_stores_nothing(int width, int height)
    {
        await using var server = await WorkbenchServer.StartAsync(StorageProvider.Sqlite);
        await using var user = await browsers.NewUserAsync();
        List<string> errors = [];
        var page = await user.NewWindowAsync(errors);
        await page.SetViewportSizeAsync(width, height);
        await page.GotoAsync(new Uri(server.Address, "/models").ToString());
        await page.GiveAsync(
            new FilePayload
            {
                Name = "broken.json",
                MimeType = "application/json",
                Buffer =
                    """
                    {"meta":{"code":"B","name":"Broken"},"capabilities":[{"code":"C1","parent":"C9","name":"Lost","weight":null,
                    "standardisation":9,"integration":null,"ownerTeam":null}]}
                    """u8.ToArray(),
            });
        var problems = page.GetByRole(AriaRole.Alert);
        await Expect(problems).ToContainTextAsync("Nothing was stored");
        await Expect(problems).ToBeFocusedAsync();
        await Expect(problems).ToBeInViewportAsync(new() { Ratio = 0.9f });
        await Expect(problems).ToContainTextAsync("C9");
        await Expect(problems).ToContainTextAsync("standardisation", new() { IgnoreCase = true });
        (await server.Catalog.ListAsync(CurrentUser.Local, TestContext.Current.CancellationToken)).Count.ShouldBe(1);
        errors.ShouldBeEmpty();
    }

    [Fact]
    public async Task An_unknown_address_says_so_and_leads_to_the_models()
    {
        await using var server = await WorkbenchServer.StartAsync(StorageProvider.Sqlite);
        await using var user = await browsers.NewUserAsync();
        var page = await user.NewPageAsync();
        var answer = await page.GotoAsync(new Uri(server.Address, "/nowhere").ToString());
        answer!.Status.ShouldBe(404);
        await Expect(page.GetByText("There is nothing at this address")).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Go to the models" }).ClickAsync();
        await Expect(page.GetByLabel("Name of the new model")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Anything_is_found_from_anywhere()
    {
        await using var server = await WorkbenchServer.StartAsync(StorageProvider.Sqlite);
        await using var user = await browsers.NewUserAsync();
        List<string> errors = [];
        var page = await user.NewWindowAsync(errors);
        await page.GotoAsync(server.Priorities(await server.SampleAsync()));
        await Expect(page.GetByRole(AriaRole.Table, new() { Name = "Capabilities by priority" })).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("Control+k");
        await page.GetByRole(AriaRole.Combobox, new() { Name = "Find anything" }).FillAsync("baggage rec");
        await Expect(page.GetByRole(AriaRole.Option).First).ToContainTextAsync("Baggage recovery");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Drawer("Why?").GetByRole(AriaRole.Heading, new() { Name = "Baggage recovery" })).ToBeVisibleAsync();
        errors.ShouldBeEmpty();
    }
}

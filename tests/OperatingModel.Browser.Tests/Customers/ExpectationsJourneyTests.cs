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
        await Expect(page.Locator("tr[aria-current]")).ToContainTextAsync("Tell me first");
        await page.Keyboard.PressAsync("Escape");

        // A new one is typed and rated where it stands.
        await page.GetByRole(AriaRole.Button, new() { Name = "Add an expectation" }).ClickAsync();
        await page.GetByLabel("What the customer wants").FillAsync("Surprise me every month");
        await page.Keyboard.PressAsync("Enter");
        await page.GetByLabel("Importance of Surprise me every month").FillAsync("1");
        await page.GetByLabel("Satisfaction with Surprise me every month").FillAsync("0");
        await page.GetByLabel("Satisfaction with Surprise me every month").BlurAsync();
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

    [Fact]
    public async Task Ratings_are_typed_down_a_column_and_pasted_as_a_block()
    {
        await using var server = await WorkbenchServer.StartAsync(StorageProvider.Sqlite);
        var model = await server.SampleAsync();
        await using var user = await browsers.NewUserAsync();
        List<string> errors = [];
        var page = await user.NewWindowAsync(errors);
        await page.GotoAsync(new Uri(server.Address, Urls.Expectations(model)).ToString());
        var fields = page.Locator("tr[data-row] td input");

        // A block goes to the rows as they are shown, also when they are sorted otherwise than at first.
        var first = page.Locator("tr[data-row]").First;
        var best = (await first.GetAttributeAsync("data-row"))!;
        await page.GetByRole(AriaRole.Button, new() { Name = "Expectation", Exact = true }).ClickAsync();
        await Expect(first).Not.ToHaveAttributeAsync("data-row", best);
        await fields.First.FillAsync("9");
        await page.Keyboard.PressAsync("Enter");
        await Expect(fields.Nth(2)).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("ArrowUp");
        await Expect(fields.First).ToBeFocusedAsync();

        await fields.First.EvaluateAsync("""
            field => {
                const clipboard = new DataTransfer();
                clipboard.setData('text/plain', '7\t5\n8\tmuch\n');
                field.dispatchEvent(new ClipboardEvent('paste', { clipboardData: clipboard, bubbles: true, cancelable: true }));
            }
            """);
        var preview = page.GetByRole(AriaRole.Region, new() { Name = "Pasted ratings" });
        await Expect(preview).ToContainTextAsync("3 ratings will be set");
        await Expect(preview).ToContainTextAsync("“much”");
        await preview.GetByRole(AriaRole.Button, new() { Name = "Set 3 ratings" }).ClickAsync();
        await Expect(preview).ToHaveCountAsync(0);
        await Expect(fields.First).ToHaveValueAsync("7");
        await Expect(fields.Nth(1)).ToHaveValueAsync("5");
        await Expect(fields.Nth(2)).ToHaveValueAsync("8");

        // Rows stay where they are while they are rated, until they are sorted again.
        await page.GetByRole(AriaRole.Button, new() { Name = "Importance", Exact = true }).ClickAsync();
        await Expect(page.Locator("th[aria-sort=ascending]")).ToHaveTextAsync("Importance");
        var least = (await first.GetAttributeAsync("data-row"))!;
        await fields.First.FillAsync("10");
        await page.Keyboard.PressAsync("Enter");
        var again = page.GetByRole(AriaRole.Button, new() { Name = "Sort again" });
        await Expect(again).ToBeVisibleAsync();
        await Expect(first).ToHaveAttributeAsync("data-row", least);
        await again.ClickAsync();
        await Expect(first).Not.ToHaveAttributeAsync("data-row", least);
        await page.GetByRole(AriaRole.Button, new() { Name = "Importance", Exact = true }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Importance", Exact = true }).ClickAsync();
        await Expect(page.Locator("th[aria-sort=ascending], th[aria-sort=descending]")).ToHaveCountAsync(0);

        // An expectation for a touchpoint that is named with it.
        await page.GetByRole(AriaRole.Button, new() { Name = "Add an expectation" }).ClickAsync();
        await page.GetByLabel("Touchpoint", new() { Exact = true }).SelectOptionAsync(new SelectOptionValue { Label = "New touchpoint in Inspire…" });
        await page.GetByLabel("What the customer wants").FillAsync("Show me where friends went");
        await page.GetByLabel("Name of the new touchpoint in Inspire").FillAsync("Photo wall");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator("tr[data-row]").First).ToContainTextAsync("Photo wall");
        errors.ShouldBeEmpty();
    }
}

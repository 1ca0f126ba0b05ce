using System.Globalization;
using System.Text.RegularExpressions;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Microsoft.Playwright;
using OperatingModel.Application;
using OperatingModel.Web;
using OperatingModel.Web.Tests;
using static Microsoft.Playwright.Assertions;

namespace OperatingModel.Browser.Tests.HeatMaps;

/// <summary>The journey people buy the product for, on both databases: map → why → edit → everybody sees it → priorities → export.</summary>
public sealed class HeatMapJourneyTests(Browsers browsers)
{
    [Theory]
    [InlineData(StorageProvider.Sqlite)]
    [InlineData(StorageProvider.Postgres)]
    public async Task From_the_hottest_cell_to_the_exported_funding_priorities(StorageProvider provider)
    {
        await using var server = await WorkbenchServer.StartAsync(provider);
        await using var anna = await browsers.NewUserAsync();
        await using var ben = await browsers.NewUserAsync();
        List<string> errors = [];
        var (map, other) = (await anna.NewWindowAsync(errors), await ben.NewWindowAsync(errors));

        // The first start made the sample and opens it.
        await map.GotoAsync(server.Address.ToString());
        await Expect(map.GetByRole(AriaRole.Heading, new() { Name = "Operating model" })).ToBeVisibleAsync();
        await map.GetByRole(AriaRole.Link, new() { Name = "Heat map", Exact = true }).ClickAsync();
        await Expect(map.GetByRole(AriaRole.Heading, new() { Name = "Heat map" })).ToBeVisibleAsync();
        await Expect(map.GetByText("Disruption notification & rebooking in Pre-flight preparation at 47")).ToBeVisibleAsync();
        await other.GotoAsync(server.HeatMap(await server.SampleAsync()));
        await map.Cell("C4.3", "PREP").ScrollIntoViewIfNeededAsync();
        await map.Cell("C4.3", "PREP").ShowsAsync("47");
        await other.Cell("C4.3", "PREP").ShowsAsync("47");

        // Why is it hot? The contributions add up to the figure.
        await map.Cell("C4.3", "PREP").ClickAsync();
        var why = map.Drawer("Why?");
        await Expect(why.GetByRole(AriaRole.Heading, new() { Name = "Disruption notification & rebooking" })).ToBeVisibleAsync();
        var contributions = await why.GetByRole(AriaRole.Table, new() { NameRegex = new Regex("contributions") })
            .Locator("tbody td.num")
            .AllInnerTextsAsync();
        contributions.Sum(text => double.Parse(text, CultureInfo.InvariantCulture)).ShouldBe(47.2, 0.11);
        map.Url.ShouldContain("row=C4.3");

        // Mainline has made a start: current 1 → 3. Stored, and recoloured in both browsers.
        await why.GetByRole(AriaRole.Button, new() { Name = "Mainline" }).ClickAsync();
        await why.Scale("Maturity now").GetByRole(AriaRole.Radio, new() { NameRegex = new Regex("^3:") }).ClickAsync();
        await Expect(why.GetByRole(AriaRole.Status).GetByText("Saved")).ToBeVisibleAsync();
        await map.Cell("C4.3", "PREP").ShowsAsync("24");
        await other.Cell("C4.3", "PREP").ShowsAsync("24");
        await Expect(other.Cell("C4.3", "PREP")).ToHaveAttributeAsync("aria-label", new Regex("Warm"));

        // The order follows, and leaves as a spreadsheet.
        await map.GetByRole(AriaRole.Link, new() { Name = "Priorities", Exact = true }).ClickAsync();
        await Expect(map.GetByRole(AriaRole.Heading, new() { Name = "Priorities" })).ToBeVisibleAsync();
        var first = map.GetByRole(AriaRole.Table, new() { Name = "Capabilities by priority" }).Locator("tbody tr:not([aria-hidden])").First;
        await Expect(first).ToContainTextAsync("Disruption notification & rebooking");
        const string points = "82.2";
        await Expect(first.Locator(".stack b")).ToHaveTextAsync(points);
        await map.GetByText("Export", new() { Exact = true }).ClickAsync();
        var download = await map.RunAndWaitForDownloadAsync(() => map.GetByRole(AriaRole.Menuitem, new() { Name = "Spreadsheet" }).ClickAsync());
        download.SuggestedFilename.ShouldEndWith(".xlsx");
        await using var stream = File.OpenRead((await download.PathAsync())!);
        var row = FirstRow(stream);
        row.ShouldContain("Disruption notification & rebooking");
        row.Where(value =>
                double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
                && Math.Round(number, 1, MidpointRounding.AwayFromZero).ToString("0.0", CultureInfo.InvariantCulture) == points)
            .ShouldNotBeEmpty($"the file says the same {points} as the screen");
        errors.ShouldBeEmpty();
    }

    [Fact]
    public async Task The_map_is_walked_opened_and_scored_with_the_keyboard_alone()
    {
        await using var server = await WorkbenchServer.StartAsync(StorageProvider.Sqlite);
        await using var user = await browsers.NewUserAsync();
        List<string> errors = [];
        var page = await user.NewWindowAsync(errors);
        await page.GotoAsync(server.HeatMap(await server.SampleAsync()));
        await page.Cell("C1.1", "INSPIRE").ShowsAsync("10");
        await page.GetByRole(AriaRole.Treegrid).FocusAsync();
        await page.Cell("C1.1", "INSPIRE").ClickAsync();
        await page.Keyboard.PressAsync("Escape");
        await page.GetByRole(AriaRole.Treegrid).FocusAsync();
        await page.Keyboard.PressAsync("ArrowDown");
        await page.Keyboard.PressAsync("Enter");
        var why = page.Drawer("Why?");
        await Expect(why.GetByRole(AriaRole.Heading, new() { Name = "Customer data & segmentation" })).ToBeVisibleAsync();
        await why.GetByRole(AriaRole.Button, new() { Name = "Mainline" }).FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await why.Scale("Importance").GetByRole(AriaRole.Radio, new() { Checked = true }).FocusAsync();
        await page.Keyboard.PressAsync("2");
        await Expect(why.GetByRole(AriaRole.Status).GetByText("Saved")).ToBeVisibleAsync();
        await page.Cell("C1.2", "INSPIRE").ShowsAsync("18");
        await Expect(page.Locator("header .saved")).ToContainTextAsync("Saved");
        errors.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_copied_link_opens_the_same_view()
    {
        await using var server = await WorkbenchServer.StartAsync(StorageProvider.Sqlite);
        await using var user = await browsers.NewUserAsync();
        List<string> errors = [];
        var page = await user.NewWindowAsync(errors);
        await page.GotoAsync(server.HeatMap(await server.SampleAsync()));
        await page.GetByLabel("Measure", new() { Exact = true }).SelectOptionAsync("Gap");
        await page.GetByRole(AriaRole.Button, new() { Name = "Business units", Exact = true }).ClickAsync();
        await page.GetByPlaceholder("Filter capabilities").PressSequentiallyAsync("rebooking");
        await page.Cell("C4.3", "REG").ShowsAsync("3.0");
        await page.Cell("C4.3", "REG").ClickAsync();
        await Expect(page.Drawer("Why?")).ToBeVisibleAsync();
        var copy = await user.NewWindowAsync(errors);
        await copy.GotoAsync(page.Url);
        await copy.Cell("C4.3", "REG").ShowsAsync("3.0");
        await Expect(copy.GetByLabel("Measure", new() { Exact = true })).ToHaveValueAsync("Gap");
        await Expect(copy.GetByPlaceholder("Filter capabilities")).ToHaveValueAsync("rebooking");
        await Expect(copy.Drawer("Why?").GetByText("C4.3 · Regional")).ToBeVisibleAsync();
        await Expect(copy.RowHeader("C1")).ToHaveCountAsync(0);
        errors.ShouldBeEmpty();
    }

    [Fact]
    public async Task Two_choices_faster_than_the_network_both_count()
    {
        await using var server = await WorkbenchServer.StartAsync(StorageProvider.Sqlite);
        await using var user = await browsers.NewUserAsync();
        List<string> errors = [];
        var page = await user.NewWindowAsync(errors);
        await page.GotoAsync(server.HeatMap(await server.SampleAsync()));
        await page.Cell("C1.1", "INSPIRE").ShowsAsync("10");
        await page.EvaluateAsync("""
            () => {
              const measure = document.querySelector('#measure');
              measure.value = 'Gap';
              measure.dispatchEvent(new Event('change', { bubbles: true }));
              document.querySelector('[aria-label=Columns] button:last-child').click();
            }
            """);
        await page.Cell("C4.3", "REG").ShowsAsync("3.0");
        await Expect(page.GetByLabel("Measure", new() { Exact = true })).ToHaveValueAsync("Gap");
        await Expect(page).ToHaveURLAsync(new Regex("measure=Gap&cols=Units$"));
        errors.ShouldBeEmpty();
    }

    [Fact]
    public async Task Paper_shows_the_whole_map_and_the_screen_what_it_showed_before()
    {
        await using var server = await WorkbenchServer.StartAsync(StorageProvider.Sqlite);
        await using var user = await browsers.NewUserAsync(1200, 500);
        List<string> errors = [];
        var page = await user.NewWindowAsync(errors);
        await page.GotoAsync(server.HeatMap(await server.SampleAsync()));
        await page.Cell("C1.1", "INSPIRE").ShowsAsync("10");
        await Expect(page.RowHeader("C8.5")).ToHaveCountAsync(0);
        await page.EvaluateAsync("() => dispatchEvent(new Event('beforeprint'))");
        await Expect(page.Locator("[role=rowheader]")).ToHaveCountAsync(39);
        await page.Cell("C4.3", "PREP").ShowsAsync("47");
        (await page.PdfAsync(new() { PreferCSSPageSize = true })).Length.ShouldBeGreaterThan(10_000);
        await page.EvaluateAsync("() => dispatchEvent(new Event('afterprint'))");
        await Expect(page.RowHeader("C8.5")).ToHaveCountAsync(0);
        await page.Cell("C1.1", "INSPIRE").ShowsAsync("10");
        errors.ShouldBeEmpty();
    }

    [Fact]
    public async Task Headline_panel_and_paper_speak_of_the_unit_that_is_shown()
    {
        await using var server = await WorkbenchServer.StartAsync(StorageProvider.Sqlite);
        await using var user = await browsers.NewUserAsync();
        List<string> errors = [];
        var page = await user.NewWindowAsync(errors);
        var model = await server.SampleAsync();
        await page.GotoAsync(server.HeatMap(model, "?unit=REG"));
        await page.Cell("C4.3", "PREP").ShowsAsync("60");
        var hottest = await page.Locator("[role=gridcell]").EvaluateAllAsync<int>(
            "cells => Math.max(...cells.map(cell => Number(cell.textContent) || 0))");
        var answer = page.Locator(".answer");
        await Expect(answer).ToContainTextAsync(new Regex($"^\\s*Regional: Hottest is .+ at {hottest}; together"));
        var panel = page.Drawer("What stands out");
        await Expect(panel.Locator(".drawer-head")).ToContainTextAsync("Regional");
        await Expect(panel.Locator("li", new() { HasText = "Disruption notification" }).First).ToContainTextAsync($"{hottest}");
        await page.GetByPlaceholder("Filter capabilities").PressSequentiallyAsync("baggage");
        await Expect(answer).ToContainTextAsync("Regional, “baggage”: Hottest is Baggage");
        await page.GetByPlaceholder("Filter capabilities").FillAsync("");
        await page.Cell("C4.3", "PREP").ClickAsync();
        await Expect(page.Drawer("Why?")).ToBeVisibleAsync();

        // On paper: which model, which view, which day, under which reservation; what is opened, but nothing to be pressed.
        await page.EmulateMediaAsync(new() { Media = Media.Print });
        var said = page.Locator(".on-paper");
        await Expect(said.First).ToContainTextAsync(new Regex("Heat · Regional · .*\\d{4}$"));
        await Expect(said.First).ToContainTextAsync((await page.Locator(".crumbs a").First.TextContentAsync())!);
        await Expect(said.First).ToBeVisibleAsync();
        await Expect(said.Nth(1)).ToBeVisibleAsync();
        await Expect(page.Drawer("Why?").GetByRole(AriaRole.Heading, new() { Name = "Disruption notification & rebooking" })).ToBeVisibleAsync();
        (await page.Locator(":is(.button, .icon-button, .nav, .controls):visible").CountAsync()).ShouldBe(0);

        // A list goes on paper whole, also what is not in sight, and without fields to be filled.
        await page.GotoAsync(new Uri(server.Address, Urls.Expectations(model)).ToString());
        await Expect(page.Locator("tbody tr", new() { HasTextRegex = new Regex("E\\d\\d ·") })).ToHaveCountAsync(25);
        await Expect(page.GetByLabel("Name of a new segment")).Not.ToBeVisibleAsync();
        errors.ShouldBeEmpty();
    }

    [Fact]
    public async Task Full_size_the_whole_width_and_the_card_are_as_the_user_left_them()
    {
        await using var server = await WorkbenchServer.StartAsync(StorageProvider.Sqlite);
        await using var user = await browsers.NewUserAsync();
        List<string> errors = [];
        var page = await user.NewWindowAsync(errors);
        await page.GotoAsync(server.HeatMap(await server.SampleAsync()));
        await page.Cell("C4.3", "PREP").ShowsAsync("47");
        var size = page.GetByTitle("Back to full size");
        await page.GetByRole(AriaRole.Button, new() { Name = "Zoom out" }).ClickAsync();
        await Expect(size).ToHaveTextAsync(new Regex("^80\\s%$"));
        await Expect(page).ToHaveURLAsync(new Regex("zoom=0.8$"));
        await size.ClickAsync();
        await Expect(size).ToHaveTextAsync(new Regex("^100\\s%$"));
        await Expect(page).Not.ToHaveURLAsync(new Regex("zoom"));

        // The panel gives the map its width, and comes back.
        var narrow = await page.Locator(".heat-grid").EvaluateAsync<int>("grid => grid.clientWidth");
        await page.Drawer("What stands out").GetByRole(AriaRole.Button, new() { Name = "Close" }).ClickAsync();
        await Expect(page.Drawer("What stands out")).ToHaveCountAsync(0);
        (await page.Locator(".heat-grid").EvaluateAsync<int>("grid => grid.clientWidth")).ShouldBeGreaterThan(narrow + 200);
        await page.GetByRole(AriaRole.Button, new() { Name = "What stands out" }).ClickAsync();
        await Expect(page.Drawer("What stands out")).ToBeVisibleAsync();

        // The card of the pointer goes when the drawer says more.
        await page.Cell("C4.2", "PREP").HoverAsync();
        await Expect(page.Locator(".hg-tip")).ToContainTextAsync("assessed");
        await page.Cell("C4.2", "PREP").ClickAsync();
        await Expect(page.Drawer("Why?")).ToBeVisibleAsync();
        await Expect(page.Locator(".hg-tip")).Not.ToBeVisibleAsync();
        await Expect(page.Cell("C4.2", "PREP")).ToHaveAttributeAsync("aria-label", new Regex("(Mostly|About half) (assessed|unknown)"));
        errors.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(720, 450, 5)]
    [InlineData(683, 384, 4)]
    [InlineData(640, 360, 3)]
    [InlineData(360, 225, 2)]
    public async Task A_screen_enlarged_to_200_and_400_percent_shows_rows_on_every_grid(int width, int height, int rows)
    {
        await using var server = await WorkbenchServer.StartAsync(StorageProvider.Sqlite);
        await using var user = await browsers.NewUserAsync(width, height);
        List<string> errors = [];
        var page = await user.NewWindowAsync(errors);
        var model = await server.SampleAsync();
        foreach (var name in new[] { "heat-map", "matrix", "assess" })
        {
            await page.GotoAsync(new Uri(server.Address, Urls.Page(model, name)).ToString());
            await Expect(page.RowHeader("C1")).ToBeAttachedAsync();
            // The page may be scrolled to its instrument, the instrument not.
            await page.Locator(".heat-grid").ScrollIntoViewIfNeededAsync();
            var seen = await page.EvaluateAsync<int>("""
                () => {
                  const seen = row => {
                    const { left, top, bottom } = row.getBoundingClientRect();
                    const at = y => document.elementFromPoint(left + 40, y)?.closest('[role=rowheader]') === row;
                    return at(top + 2) && at((top + bottom) / 2) && at(bottom - 3);
                  };
                  return [...document.querySelectorAll('[role=rowheader]')].filter(seen).length;
                }
                """);
            seen.ShouldBeGreaterThanOrEqualTo(rows, $"{name} at {width} × {height}");
        }

        errors.ShouldBeEmpty();
    }

    [Fact]
    public async Task What_is_scored_on_one_server_recolours_the_map_on_another()
    {
        var database = await PostgresServer.NewDatabaseAsync();
        await using var one = await WorkbenchServer.StartAsync(StorageProvider.Postgres, database);
        await using var other = await WorkbenchServer.StartAsync(StorageProvider.Postgres, database);
        var model = await one.SampleAsync();
        await using var anna = await browsers.NewUserAsync();
        await using var ben = await browsers.NewUserAsync();
        List<string> errors = [];
        var (first, second) = (await anna.NewWindowAsync(errors), await ben.NewWindowAsync(errors));
        await second.GotoAsync(other.HeatMap(model, "?unit=MAIN"));
        await second.Cell("C2.3", "SEARCH").ShowsAsync("40");
        await first.GotoAsync(one.HeatMap(model, "?row=C2.3&unit=MAIN"));
        await first.Drawer("Why?").Scale("Maturity wanted").GetByRole(AriaRole.Radio, new() { NameRegex = new Regex("^5:") }).ClickAsync();
        await second.Cell("C2.3", "SEARCH").ShowsAsync("60");
        errors.ShouldBeEmpty();
    }

    [Fact]
    public async Task Two_people_on_one_score_are_told_of_each_other()
    {
        await using var server = await WorkbenchServer.StartAsync(StorageProvider.Sqlite);
        var model = await server.SampleAsync();
        await using var anna = await browsers.NewUserAsync();
        await using var ben = await browsers.NewUserAsync();
        List<string> errors = [];
        var (first, second) = (await anna.NewWindowAsync(errors), await ben.NewWindowAsync(errors));
        foreach (var page in new[] { first, second })
        {
            await page.GotoAsync(server.HeatMap(model, "?row=C2.3&unit=MAIN"));
            await Expect(page.Drawer("Why?").Scale("Importance")).ToBeVisibleAsync();
        }

        // Ben is in the middle of his evidence when Anna scores.
        await second.GetByLabel("Evidence").FillAsync("Seen in the workshop");
        await first.Drawer("Why?").Scale("Maturity wanted").GetByRole(AriaRole.Radio, new() { NameRegex = new Regex("^5:") }).ClickAsync();
        await Expect(first.GetByRole(AriaRole.Banner).GetByText("Saved")).ToBeVisibleAsync();
        await second.Cell("C2.3", "SEARCH").ShowsAsync("60");
        await Expect(second.GetByLabel("Evidence")).ToHaveValueAsync("Seen in the workshop");
        await second.GetByLabel("Evidence").BlurAsync();
        await Expect(second.GetByText("changed this while you were editing")).ToBeVisibleAsync();
        await second.GetByRole(AriaRole.Button, new() { Name = "Save mine" }).ClickAsync();
        await Expect(second.GetByRole(AriaRole.Banner).GetByText("Saved")).ToBeVisibleAsync();
        await first.Cell("C2.3", "SEARCH").ShowsAsync("40");
        errors.ShouldBeEmpty();
    }

    [Fact]
    public async Task An_unscored_catalogue_is_hatched_and_says_what_to_assess_first()
    {
        var file = Path.Combine(Repository.Root, "..", "shared", "data", "catalogue", "travel-model.json");
        Assert.SkipUnless(File.Exists(file), $"The travel catalogue is not at {file}.");
        await using var server = await WorkbenchServer.StartAsync(StorageProvider.Sqlite);
        await using var user = await browsers.NewUserAsync();
        List<string> errors = [];
        var page = await user.NewWindowAsync(errors);
        await page.GotoAsync(new Uri(server.Address, "/models").ToString());
        await page.GiveAsync(
            new FilePayload
            {
                Name = Path.GetFileName(file),
                MimeType = "application/json",
                Buffer = await File.ReadAllBytesAsync(file, TestContext.Current.CancellationToken),
            });
        await Expect(page.GetByRole(AriaRole.List, new() { Name = "Assess these first" }).GetByRole(AriaRole.Link))
            .ToHaveCountAsync(5, new() { Timeout = 60_000 });
        await page.GetByRole(AriaRole.Link, new() { Name = "Heat map", Exact = true }).ClickAsync();
        await Expect(page.GetByText("Nothing is assessed yet")).ToBeVisibleAsync();
        var first = page.GetByRole(AriaRole.Complementary, new() { Name = "Assess these five first" });
        await Expect(first.GetByRole(AriaRole.Button)).ToHaveCountAsync(5);
        await Expect(page.Locator("[role=gridcell]").First).ToBeVisibleAsync();
        (await page.Locator("[role=gridcell]").EvaluateAllAsync<int>("cells => cells.filter(c => /\\d/.test(c.textContent)).length")).ShouldBe(0);
        await first.GetByRole(AriaRole.Button).First.ClickAsync();
        await Expect(page.Drawer("Why?").GetByText("Unknown until all four are given.")).ToBeVisibleAsync();
        errors.ShouldBeEmpty();
    }

    private static List<string> FirstRow(Stream xlsx)
    {
        using var document = SpreadsheetDocument.Open(xlsx, false);
        var sheets = document.WorkbookPart!;
        var sheet = (WorksheetPart)sheets.GetPartById(sheets.Workbook.Descendants<Sheet>().First(s => s.Name == "Priorities").Id!);
        return [.. sheet.Worksheet.Descendants<Row>().ElementAt(1).Elements<Cell>().Select(cell => cell.DataType?.Value == CellValues.SharedString
            ? sheets.SharedStringTablePart!.SharedStringTable.ElementAt(int.Parse(cell.InnerText, CultureInfo.InvariantCulture)).InnerText
            : cell.InnerText)];
    }
}

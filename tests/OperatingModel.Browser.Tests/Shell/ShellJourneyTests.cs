using System.Text.RegularExpressions;
using Microsoft.Playwright;
using OperatingModel.Application;
using OperatingModel.Web;
using OperatingModel.Web.Tests;
using static Microsoft.Playwright.Assertions;

namespace OperatingModel.Browser.Tests.Shell;

/// <summary>The frame around all pages: shortcuts, drawers, the search, and a page that was paused.</summary>
public sealed class ShellJourneyTests(Browsers browsers)
{
    private static readonly Regex Dark = new("^dark$");

    [Fact]
    public async Task Entered_at_the_root_the_theme_is_kept_and_a_shortcut_acts_once_after_any_dialog()
    {
        await using var server = await WorkbenchServer.StartAsync(StorageProvider.Sqlite);
        await using var user = await browsers.NewUserAsync();
        List<string> errors = [];
        var page = await user.NewWindowAsync(errors);
        var root = page.Locator("html");
        await page.GotoAsync(new Uri(server.Address, Urls.Models).ToString());
        await page.GetByRole(AriaRole.Button, new() { Name = "Light or dark theme" }).ClickAsync();
        await page.Locator("[data-action=fold]").ClickAsync();
        await Expect(root).ToHaveAttributeAsync("data-theme", Dark);

        await page.GotoAsync(server.Address.ToString());
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Operating model" })).ToBeVisibleAsync();
        await Expect(root).ToHaveAttributeAsync("data-theme", Dark);
        await Expect(root).ToHaveAttributeAsync("data-nav", "folded");

        await page.Keyboard.PressAsync("Control+k");
        await Expect(page.GetByRole(AriaRole.Combobox, new() { Name = "Find anything" })).ToBeFocusedAsync();
        await page.Keyboard.TypeAsync("theme");
        await Expect(page.GetByRole(AriaRole.Option, new() { Name = "Switch between light and dark" })).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("Enter");
        await Expect(root).ToHaveAttributeAsync("data-theme", "light");

        // Two changes, one undo: the first stays.
        await page.GetByRole(AriaRole.Link, new() { Name = "Settings" }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Model", Exact = true }).ClickAsync();
        var name = page.GetByRole(AriaRole.Textbox, new() { Name = "Name", Exact = true });
        foreach (var called in new[] { "Once", "Twice" })
        {
            await name.FillAsync(called);
            await page.Keyboard.PressAsync("Tab");
            await Expect(page.Locator(".model-button")).ToContainTextAsync(called);
        }

        await page.GetByRole(AriaRole.Heading, new() { Name = "Settings" }).ClickAsync();
        await page.Keyboard.PressAsync("Control+z");
        await Expect(page.Locator(".model-button")).ToContainTextAsync("Once");
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Redo" })).ToBeEnabledAsync();
        await Expect(page.GetByRole(AriaRole.Alert).Filter(new() { Visible = true })).ToHaveCountAsync(0);
        errors.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(1440, 900)]
    [InlineData(390, 844)]
    public async Task Back_closes_the_drawer_and_stays_on_the_page(int width, int height)
    {
        await using var server = await WorkbenchServer.StartAsync(StorageProvider.Sqlite);
        var model = await server.SampleAsync();
        await using var user = await browsers.NewUserAsync(width, height);
        List<string> errors = [];
        var page = await user.NewWindowAsync(errors);
        await page.GotoAsync(new Uri(server.Address, Urls.ModelHome(model)).ToString());
        await page.GetByRole(AriaRole.Link, new() { Name = "Priorities", Exact = true }).First.ClickAsync();
        var row = page.GetByRole(AriaRole.Button, new() { Name = "Trip management self-service" }).First;

        // The page one is on is in sight, also where the navigation is wider than the screen.
        await Expect(row).ToBeVisibleAsync();
        await Expect(page.Locator(".nav a[aria-current=page]")).ToBeInViewportAsync(new() { Ratio = 1 });

        for (var times = 0; times < 2; times++)
        {
            await row.ClickAsync();
            await Expect(page.Drawer("Why this place?")).ToBeVisibleAsync();
            await page.GoBackAsync();
            await Expect(page.Drawer("Why this place?")).ToHaveCountAsync(0);
            await Expect(row).ToBeVisibleAsync();
            new Uri(page.Url).PathAndQuery.ShouldBe(Urls.Priorities(model));
        }

        // Closed by hand, it leaves nothing to go back to.
        await row.ClickAsync();
        await page.Drawer("Why this place?").GetByRole(AriaRole.Button, new() { Name = "Close" }).ClickAsync();
        await Expect(page.Drawer("Why this place?")).ToHaveCountAsync(0);
        await page.GoBackAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Operating model" })).ToBeVisibleAsync();

        // A drawer that is not in the address.
        await page.GetByRole(AriaRole.Button, new() { Name = "Why?" }).First.ClickAsync();
        await Expect(page.Drawer("Why?")).ToBeVisibleAsync();
        await page.GoBackAsync();
        await Expect(page.Drawer("Why?")).ToHaveCountAsync(0);
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Operating model" })).ToBeVisibleAsync();
        errors.ShouldBeEmpty();
    }

    [Fact]
    public async Task By_keyboard_a_drawer_is_one_tab_away_and_Escape_leads_back_to_where_one_was()
    {
        await using var server = await WorkbenchServer.StartAsync(StorageProvider.Sqlite);
        var model = await server.SampleAsync();
        await using var user = await browsers.NewUserAsync();
        List<string> errors = [];
        var page = await user.NewWindowAsync(errors);
        await page.GotoAsync(server.HeatMap(model));
        await page.Cell("C1.1", "INSPIRE").ShowsAsync("10");
        await ThereAndBackAsync(page, page.GetByRole(AriaRole.Treegrid), "Enter", "Why?");

        await page.GotoAsync(new Uri(server.Address, Urls.Capabilities(model)).ToString());
        await Expect(page.Locator("[data-item='C1']")).ToBeVisibleAsync();
        await ThereAndBackAsync(page, page.GetByRole(AriaRole.Treegrid), "Control+Enter", "Capability");

        await page.GotoAsync(new Uri(server.Address, Urls.Assess(model)).ToString());
        await Expect(page.Cell("C1.1", "MAIN")).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Treegrid).FocusAsync();
        await page.Keyboard.PressAsync("ArrowDown");
        await ThereAndBackAsync(page, page.GetByRole(AriaRole.Treegrid), "Enter", "Assessment");

        foreach (var (url, first, second, drawer) in new[]
        {
            (Urls.Priorities(model), "C4.3", "C4.2", "Why this place?"),
            (Urls.Technology(model), "APP01", "APP02", "Application"),
        })
        {
            await page.GotoAsync(new Uri(server.Address, url).ToString());
            var rows = page.Locator("table[data-rows] tbody button");
            await Expect(rows.First).ToBeVisibleAsync();
            await rows.First.FocusAsync();
            await page.Keyboard.PressAsync("ArrowDown");
            await Expect(rows.Nth(1)).ToBeFocusedAsync();
            await ThereAndBackAsync(page, rows.Nth(1), "Enter", drawer);

            // One stop of the Tab key: the next one is outside of the table, and back again one is in the same row.
            await page.Keyboard.PressAsync("Shift+Tab");
            (await page.EvaluateAsync<bool>("() => document.activeElement.closest('table[data-rows]') === null")).ShouldBeTrue($"{first}, {second}");
            await page.Keyboard.PressAsync("Tab");
            await Expect(rows.Nth(1)).ToBeFocusedAsync();
        }

        errors.ShouldBeEmpty();
    }

    [Fact]
    public async Task On_a_far_server_the_search_loses_no_letter()
    {
        await using var server = await WorkbenchServer.StartAsync(StorageProvider.Sqlite);
        var model = await server.SampleAsync();
        await using var line = SlowLine.To(server.Address);
        line.Delay = TimeSpan.FromMilliseconds(100);
        await using var user = await browsers.NewUserAsync();
        List<string> errors = [];
        var page = await user.NewWindowAsync(errors);
        await page.GotoAsync(new Uri(line.Address, Urls.Priorities(model)).ToString());
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "C4.2" }).First).ToBeVisibleAsync();
        var field = page.GetByRole(AriaRole.Combobox, new() { Name = "Find anything" });
        foreach (var (text, pause, found) in new[]
        {
            ("notification rebooking", 60, "C4.3"), ("mainline disruption", 100, "C4.3"), ("baggage", 140, ""),
        })
        {
            // What follows at once belongs to the search, too.
            await page.Keyboard.PressAsync("Control+k");
            await page.Keyboard.TypeAsync(text, new() { Delay = pause });
            await Expect(field).ToHaveValueAsync(text);
            await Expect(page.GetByRole(AriaRole.Option).First).ToContainTextAsync(found);
            await Expect(field).ToHaveValueAsync(text);
            await page.Keyboard.PressAsync("Escape");
            await Expect(field).ToBeHiddenAsync();
        }

        errors.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_paused_page_goes_on_where_it_was_and_nothing_typed_is_lost()
    {
        await using var server = await WorkbenchServer.StartAsync(StorageProvider.Sqlite);
        var model = await server.SampleAsync();
        await using var user = await browsers.NewUserAsync();
        List<string> errors = [];
        var page = await user.NewWindowAsync(errors);
        foreach (var (url, drawers) in new[]
        {
            (Urls.Models, 0), (Urls.ModelHome(model), 0), (Urls.ValueChains(model, "?stage=PREP"), 1), (Urls.Capabilities(model, "?row=C4.2"), 1),
            (Urls.StageLinks(model), 0), (Urls.Technology(model, "?tab=Holes"), 0), (Urls.Objectives(model), 0),
            (Urls.Assess(model, "?row=C4.2&col=REG"), 1), (Urls.Campaigns(model), 0), (Urls.HeatMap(model, "?row=C4.2&unit=REG"), 1),
            (Urls.Priorities(model, "?by=unit&row=C4.2"), 1), (Urls.Settings(model, "?section=heat"), 0),
        })
        {
            await page.GotoAsync(new Uri(server.Address, url).ToString());
            await Expect(page.Locator("h1")).ToBeVisibleAsync();
            await Expect(page.Locator(".loading")).ToHaveCountAsync(0);
            await Expect(page.Locator("drawer-close")).ToHaveCountAsync(drawers);
            var (title, address) = (await page.Locator("h1").InnerTextAsync(), page.Url);
            await PauseAndGoOnAsync(page);
            await Expect(page.Locator("h1")).ToHaveTextAsync(title);
            await Expect(page.Locator("drawer-close")).ToHaveCountAsync(drawers);
            page.Url.ShouldBe(address);
        }

        // Typed, and not stored yet: outside of models, and in one.
        await page.GotoAsync(new Uri(server.Address, Urls.Models).ToString());
        await page.GetByLabel("Name of the new model").FillAsync("Regionalbank");
        await PauseAndGoOnAsync(page);
        await Expect(page.GetByLabel("Name of the new model")).ToHaveValueAsync("Regionalbank");
        await page.GotoAsync(new Uri(server.Address, Urls.Expectations(model)).ToString());
        await page.GetByRole(AriaRole.Button, new() { Name = "Add an expectation" }).ClickAsync();
        await page.GetByLabel("What the customer wants").FillAsync("A seat beside my children");
        await Expect(page.Locator("[data-draft=kept]")).ToHaveCountAsync(1);
        await PauseAndGoOnAsync(page);
        await Expect(page.GetByLabel("What the customer wants")).ToHaveValueAsync("A seat beside my children");
        // The circuit is gone while the browser still answers it, and the library of the menus finds itself begun already: neither hurts.
        errors.RemoveAll(error => error.StartsWith("Popover Service already initialized", StringComparison.Ordinal)
            || error.Contains("Cannot send data if the connection is not in the 'Connected' State", StringComparison.Ordinal));
        errors.ShouldBeEmpty();
    }

    private static async Task PauseAndGoOnAsync(IPage page)
    {
        // The server draws the page anew: what stands there until then proves nothing.
        await page.EvaluateAsync("() => { document.querySelector('h1').dataset.before = ''; }");
        (await page.EvaluateAsync<bool>("() => Blazor.pauseCircuit()")).ShouldBeTrue();
        var paused = page.GetByRole(AriaRole.Dialog, new() { Name = "Paused" });
        await paused.GetByRole(AriaRole.Button, new() { Name = "Go on" }).ClickAsync();
        await Expect(paused).ToHaveCountAsync(0);
        await Expect(page.Locator("h1[data-before]")).ToHaveCountAsync(0);
    }

    /// <summary>Opens the drawer from where the focus is, goes into it and closes it.</summary>
    private static async Task ThereAndBackAsync(IPage page, ILocator from, string key, string drawer)
    {
        await from.FocusAsync();
        await page.Keyboard.PressAsync(key);
        await Expect(page.Drawer(drawer)).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("Tab");
        await Expect(page.Drawer(drawer).And(page.Locator(":focus-within"))).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.PressAsync("Escape");
        await Expect(page.Drawer(drawer).And(page.Locator(":has(drawer-close)"))).ToHaveCountAsync(0);
        await Expect(from).ToBeFocusedAsync();
    }
}

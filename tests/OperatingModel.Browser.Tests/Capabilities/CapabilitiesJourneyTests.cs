using System.Text.RegularExpressions;
using Microsoft.Playwright;
using OperatingModel.Application;
using OperatingModel.Application.Access;
using OperatingModel.Domain;
using OperatingModel.Domain.Capabilities;
using OperatingModel.Domain.Workspaces;
using OperatingModel.Web;
using OperatingModel.Web.Tests;
using static Microsoft.Playwright.Assertions;

namespace OperatingModel.Browser.Tests.Capabilities;

/// <summary>The tree of capabilities as people build it: by keyboard, by pasting, together, and large.</summary>
public sealed class CapabilitiesJourneyTests(Browsers browsers)
{
    private static readonly string[] Names = ["Plan", "Buy", "Make", "Store", "Move", "Sell", "Serve", "Bill", "Hire", "Learn"];

    [Theory]
    [InlineData(StorageProvider.Sqlite)]
    [InlineData(StorageProvider.Postgres)]
    public async Task Ten_capabilities_are_named_moved_and_taken_back_by_keyboard_alone(StorageProvider provider)
    {
        await using var server = await WorkbenchServer.StartAsync(provider);
        await using var user = await browsers.NewUserAsync();
        List<string> errors = [];
        var (page, model) = (await user.NewWindowAsync(errors), await server.SampleAsync());
        var tree = await OpenAsync(page, server, model);
        await tree.FocusAsync();
        await page.Keyboard.PressAsync("End");
        await page.Keyboard.PressAsync("Enter");
        foreach (var name in Names)
        {
            await page.Keyboard.TypeAsync(name);
            await page.Keyboard.PressAsync("Enter");
            if (name == "Plan")
            {
                // What follows stands below it.
                await page.Keyboard.PressAsync("Tab");
            }
        }

        await page.Keyboard.PressAsync("Escape");
        await Expect(Row(tree, "Learn")).ToHaveClassAsync(new Regex("active"));
        await Expect(tree).ToBeFocusedAsync();
        var plan = await StoredAsync(server, model, "Plan");
        (await ChildrenAsync(server, model, plan.Code)).ShouldBe(Names.Skip(1));

        // Rename, up by one, and out to the level of its parent.
        await page.Keyboard.PressAsync("F2");
        await Expect(page.GetByRole(AriaRole.Textbox, new() { Name = "Name", Exact = true })).ToHaveValueAsync("Learn");
        await page.Keyboard.TypeAsync("Train");
        await page.Keyboard.PressAsync("Enter");
        await Expect(Row(tree, "Train")).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("Alt+ArrowUp");
        await Expect(tree.Locator("[data-item]").Nth(-2)).ToContainTextAsync("Train");
        (await ChildrenAsync(server, model, plan.Code)).TakeLast(2).ShouldBe(["Train", "Hire"]);
        await page.Keyboard.PressAsync("Alt+ArrowLeft");
        await Expect(Row(tree, "Train")).ToHaveAttributeAsync("aria-level", $"{await Row(tree, "Plan").GetAttributeAsync("aria-level")}");

        // Three steps back: beside its siblings, last, and with its old name.
        for (var step = 0; step < 3; step++)
        {
            await page.Keyboard.PressAsync("Control+z");
            await Expect(page.GetByRole(AriaRole.Alert).GetByText("Undone")).ToBeVisibleAsync();
            await page.GetByRole(AriaRole.Button, new() { Name = "Close", Exact = true }).ClickAsync();
            await tree.FocusAsync();
        }

        await Expect(Row(tree, "Learn")).ToBeVisibleAsync();
        (await ChildrenAsync(server, model, plan.Code)).ShouldBe(Names.Skip(1));
        errors.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_pasted_list_is_shown_as_a_tree_before_it_is_stored()
    {
        await using var server = await WorkbenchServer.StartAsync(StorageProvider.Sqlite);
        await using var user = await browsers.NewUserAsync();
        List<string> errors = [];
        var (page, model) = (await user.NewWindowAsync(errors), await server.SampleAsync());
        var tree = await OpenAsync(page, server, model);
        await Row(tree, "Flight operations").ClickAsync();
        await PasteAsync(tree, $"Cargo\n\tSell space\n\tLoad\n\t\tWeigh\n{new string('x', 300)}");
        var dialog = page.GetByRole(AriaRole.Dialog, new() { Name = "Paste a list of capabilities" });
        await Expect(dialog.GetByRole(AriaRole.Region, new() { Name = "Preview" })).ToContainTextAsync("Weigh");
        await Expect(dialog.GetByRole(AriaRole.Alert)).ToContainTextAsync("Line 5");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Add 4 capabilities, leave out 1 line" }).ClickAsync();
        await Expect(dialog).Not.ToBeVisibleAsync();
        await Expect(Row(tree, "Weigh")).ToHaveAttributeAsync("aria-level", "3");
        (await ChildrenAsync(server, model, (await StoredAsync(server, model, "Cargo")).Code)).ShouldBe(["Sell space", "Load"]);

        // Numbers tell the levels; what is there already is left out.
        await PasteAsync(tree, "1 Freight\n1.1 Quote\n1.1.1 Price\n2 Cargo");
        await dialog.GetByRole(AriaRole.Radio, new() { Name = "At the end" }).ClickAsync();
        await Expect(dialog.GetByRole(AriaRole.Status).First)
            .ToHaveTextAsync("Adds 3 capabilities at the end, read by outline numbers or codes; 1 is there already and left out.");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Add 3 capabilities, leave out 1 line" }).ClickAsync();
        await Expect(dialog).Not.ToBeVisibleAsync();
        await Expect(Row(tree, "Price")).ToHaveAttributeAsync("aria-level", "3");

        // A path repeated in every row is one branch, and a single line is a list as well.
        await Row(tree, "Cargo").ClickAsync();
        await PasteAsync(tree, "Care\tClaims\tReceive claim\nCare\tClaims\tSettle claim");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Add 4 capabilities" }).ClickAsync();
        await Expect(dialog).Not.ToBeVisibleAsync();
        await Expect(Row(tree, "Settle claim")).ToHaveAttributeAsync("aria-level", "3");
        await PasteAsync(tree, "Only one");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Add 1 capability" }).ClickAsync();
        await Expect(dialog).Not.ToBeVisibleAsync();
        await Expect(Row(tree, "Only one")).ToBeVisibleAsync();

        // Without a keyboard, buttons move the capability that is open.
        await Row(tree, "Settle claim").ClickAsync();
        await page.Drawer("Capability").GetByRole(AriaRole.Button, new() { Name = "Up: Settle claim" }).ClickAsync();
        await Expect(page.Drawer("Capability").GetByRole(AriaRole.Button, new() { Name = "Up: Settle claim" })).ToBeDisabledAsync();
        (await ChildrenAsync(server, model, (await StoredAsync(server, model, "Claims")).Code)).ShouldBe(["Settle claim", "Receive claim"]);
        errors.ShouldBeEmpty();
    }

    [Fact]
    public async Task Two_people_build_one_tree_and_neither_loses_a_word()
    {
        await using var server = await WorkbenchServer.StartAsync(StorageProvider.Sqlite);
        await using var anna = await browsers.NewUserAsync();
        await using var ben = await browsers.NewUserAsync();
        List<string> errors = [];
        var model = await server.SampleAsync();
        var (annas, bens) = (await anna.NewWindowAsync(errors), await ben.NewWindowAsync(errors));
        var (here, there) = (await OpenAsync(annas, server, model), await OpenAsync(bens, server, model));

        // Anna is in the middle of a word while Ben deletes the branch above and names one of his own.
        await here.FocusAsync();
        await annas.Keyboard.PressAsync("End");
        await annas.Keyboard.PressAsync("Enter");
        await annas.Keyboard.TypeAsync("Half a ");
        await Row(there, "Customer insight & marketing").ClickAsync();
        await bens.Keyboard.PressAsync("Delete");
        await Expect(bens.GetByText("Removes 4 capabilities")).ToBeVisibleAsync();
        await bens.GetByRole(AriaRole.Button, new() { Name = "Delete", Exact = true }).ClickAsync();
        await Expect(Row(here, "Customer insight & marketing")).ToHaveCountAsync(0);
        await annas.Keyboard.TypeAsync("name");
        await annas.Keyboard.PressAsync("Enter");
        await annas.Keyboard.PressAsync("Escape");
        await Expect(Row(there, "Half a name")).ToBeVisibleAsync();

        // Both rename the same one: the later hears of it and decides.
        await Row(here, "Half a name").DblClickAsync();
        await Expect(annas.GetByRole(AriaRole.Textbox, new() { Name = "Name", Exact = true }).First).ToHaveValueAsync("Half a name");
        await Row(there, "Half a name").ClickAsync();
        await there.FocusAsync();
        await bens.Keyboard.PressAsync("F2");
        await Expect(there.GetByRole(AriaRole.Textbox)).ToHaveValueAsync("Half a name");
        await bens.Keyboard.TypeAsync("Ben's name");
        await bens.Keyboard.PressAsync("Enter");
        await Expect(Row(here, "Ben's name")).ToBeVisibleAsync();
        await annas.Keyboard.TypeAsync("Anna's name");
        await annas.Keyboard.PressAsync("Enter");
        await Expect(here.GetByRole(AriaRole.Alert)).ToContainTextAsync("Ben's name");
        await Expect(here.GetByRole(AriaRole.Textbox)).ToHaveValueAsync("Anna's name");
        await annas.Keyboard.PressAsync("Enter");
        await Expect(Row(there, "Anna's name")).ToBeVisibleAsync();
        errors.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_question_goes_with_its_page()
    {
        await using var server = await WorkbenchServer.StartAsync(StorageProvider.Sqlite);
        await using var user = await browsers.NewUserAsync();
        List<string> errors = [];
        var (page, model) = (await user.NewWindowAsync(errors), await server.SampleAsync());
        await page.GotoAsync(new Uri(server.Address, Urls.ModelHome(model)).ToString());
        var main = page.GetByRole(AriaRole.Navigation, new() { Name = "Main" });
        await main.GetByRole(AriaRole.Link, new() { Name = "Capabilities", Exact = true }).ClickAsync();
        await Row(page.GetByRole(AriaRole.Treegrid, new() { Name = "Capabilities" }), "Network, price & offer").ClickAsync();
        await page.Keyboard.PressAsync("Delete");
        await Expect(page.GetByRole(AriaRole.Dialog)).ToBeVisibleAsync();
        await page.EvaluateAsync("history.go(-2)");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).Not.ToHaveTextAsync("Capabilities");
        await Expect(page.GetByRole(AriaRole.Dialog)).ToHaveCountAsync(0);
        errors.ShouldBeEmpty();
    }

    [Fact]
    public async Task What_is_begun_before_the_script_stands_goes_on_when_it_does()
    {
        await using var server = await WorkbenchServer.StartAsync(StorageProvider.Sqlite);
        await using var user = await browsers.NewUserAsync();
        List<string> errors = [];
        var page = await user.NewWindowAsync(errors);
        var (tree, rows, sent) = await OpenWithoutScriptAsync(page, server, await server.SampleAsync());
        await page.GetByRole(AriaRole.Button, new() { Name = "Add", Exact = true }).ClickAsync();
        await Expect(tree).Not.ToHaveAttributeAsync("aria-rowcount", rows);

        sent.SetResult();
        await Expect(page.GetByLabel("Name of the new capability")).ToBeFocusedAsync();
        await page.Keyboard.TypeAsync("Baggage tracing");
        await page.Keyboard.PressAsync("Enter");
        await Expect(Row(tree, "Baggage tracing")).ToBeVisibleAsync();
        errors.ShouldBeEmpty();
    }

    [Fact]
    public async Task The_tree_is_drawn_when_its_keys_are_heard()
    {
        await using var server = await WorkbenchServer.StartAsync(StorageProvider.Sqlite);
        await using var user = await browsers.NewUserAsync();
        List<string> errors = [];
        var page = await user.NewWindowAsync(errors);
        var (tree, rows, sent) = await OpenWithoutScriptAsync(page, server, await server.SampleAsync());
        await page.GetByPlaceholder("Filter capabilities").FillAsync("Network");
        await Expect(tree).Not.ToHaveAttributeAsync("aria-rowcount", rows);
        (await tree.Locator("[data-item]").CountAsync()).ShouldBe(0);

        sent.SetResult();
        await Expect(Row(tree, "Network, price & offer")).ToBeVisibleAsync();
        await tree.FocusAsync();
        await page.Keyboard.PressAsync("End");
        await page.Keyboard.PressAsync("Delete");
        await Expect(page.GetByRole(AriaRole.Dialog)).ToContainTextAsync("Delete");
        errors.ShouldBeEmpty();
    }

    [Fact]
    public async Task Several_are_changed_at_once_one_is_split_and_made_whole_again_and_one_is_dragged()
    {
        await using var server = await WorkbenchServer.StartAsync(StorageProvider.Sqlite);
        await using var user = await browsers.NewUserAsync();
        List<string> errors = [];
        var (page, model) = (await user.NewWindowAsync(errors), await server.SampleAsync());
        var tree = await OpenAsync(page, server, model);
        var before = await StoredAsync(server, model, "Travel document & entry checks");

        await Row(tree, "Network & schedule planning").ClickAsync(new() { Modifiers = [KeyboardModifier.ControlOrMeta] });
        await Row(tree, "Offer creation & extras").ClickAsync(new() { Modifiers = [KeyboardModifier.Shift] });
        await Expect(page.GetByText("3 capabilities selected")).ToBeVisibleAsync();
        await page.GetByLabel("Standardisation of all selected").SelectOptionAsync("5");
        await Expect(page.GetByText("Changes 3 capabilities. It can be undone.")).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Change", Exact = true }).ClickAsync();
        await Expect(page.GetByText("Standardisation of 3 capabilities: 5.")).ToBeVisibleAsync();
        (await ChildrenAsync(server, model, "C2", capability => $"{capability.Standardisation}")).ShouldBe(["5", "5", "5"]);

        await Row(tree, before.Name).ClickAsync();
        await page.Drawer("Capability").GetByRole(AriaRole.Button, new() { Name = "Split…" }).ClickAsync();
        await page.GetByLabel("Names of the parts, one a line").PressSequentiallyAsync("Visa checks\nHealth papers");
        await page.GetByRole(AriaRole.Button, new() { Name = "Split into 2" }).ClickAsync();
        await Expect(Row(tree, "Health papers")).ToBeVisibleAsync();
        await Row(tree, "Visa checks").ClickAsync();
        await Row(tree, "Health papers").ClickAsync(new() { Modifiers = [KeyboardModifier.Shift] });
        await page.GetByRole(AriaRole.Button, new() { Name = "Merge…" }).ClickAsync();
        await page.GetByLabel("their parent, becomes a leaf").CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = $"Merge into {before.Code}" }).ClickAsync();
        await Expect(Row(tree, "Health papers")).ToHaveCountAsync(0);
        (await StoredAsync(server, model, before.Name)).ShouldBe(before with { Weight = 1 });

        await Row(tree, "Revenue management & pricing")
            .DragToAsync(
                Row(tree, "Network & schedule planning"),
                new()
                {
                    TargetPosition = new() { X = 200, Y = 2 },
                });
        var parent = await Row(tree, "Network, price & offer").GetAttributeAsync("aria-rowindex");
        await Expect(Row(tree, "Revenue management & pricing"))
            .ToHaveAttributeAsync("aria-rowindex", $"{1 + int.Parse(parent!, System.Globalization.CultureInfo.InvariantCulture)}");
        (await ChildrenAsync(server, model, "C2")).ShouldBe([
            "Revenue management & pricing",
            "Network & schedule planning",
            "Offer creation & extras",
        ]);

        // What is chosen goes together.
        await Row(tree, "Network & schedule planning").ClickAsync(new() { Modifiers = [KeyboardModifier.ControlOrMeta] });
        await Row(tree, "Offer creation & extras").ClickAsync(new() { Modifiers = [KeyboardModifier.ControlOrMeta] });
        await Expect(page.GetByText("2 capabilities selected")).ToBeVisibleAsync();
        await Row(tree, "Offer creation & extras")
            .DragToAsync(
                Row(tree, "Revenue management & pricing"),
                new()
                {
                    TargetPosition = new() { X = 200, Y = 2 },
                });
        await Expect(tree.Locator("[data-item='C2.1'] + [data-item='C2.3'] + [data-item='C2.2']")).ToBeVisibleAsync();
        (await ChildrenAsync(server, model, "C2")).ShouldBe([
            "Network & schedule planning",
            "Offer creation & extras",
            "Revenue management & pricing",
        ]);
        errors.ShouldBeEmpty();
    }

    [Fact]
    public async Task Ten_thousand_capabilities_scroll_without_a_long_task()
    {
        await using var server = await WorkbenchServer.StartAsync(StorageProvider.Sqlite);
        await using var user = await browsers.NewUserAsync();
        List<string> errors = [];
        var sample = await server.Catalog.SnapshotAsync(await server.SampleAsync(), CurrentUser.Local, TestContext.Current.CancellationToken);
        ITable[] lists =
        [
            ModelTables.Of<ModelMeta>().Create([sample.Meta with { Code = "LARGE", Name = "Ten thousand" }]),
            ModelTables.Of<Capability>().Create(Large()),
        ];
        var large = ModelSnapshot.Of(lists, 0, sample.Today);
        var model = await server.Catalog.CreateAsync(large, CurrentUser.Local, Guid.CreateVersion7(), TestContext.Current.CancellationToken);
        var page = await user.NewWindowAsync(errors);
        var tree = await OpenAsync(page, server, model.Id, "?level=6");
        await Expect(tree).ToHaveAttributeAsync("aria-rowcount", "10001");
        (await tree.Locator("[data-item]").CountAsync()).ShouldBeInRange(20, 100);
        var longest = await page.LongestTaskAsync(async () =>
        {
            await tree.HoverAsync();
            foreach (var row in new[] { 40, 400, 1_000, 5_000, 9_000 })
            {
                await page.Mouse.WheelAsync(0, (row * 28) - await tree.EvaluateAsync<float>("tree => tree.scrollTop"));
                await Expect(tree.Locator($"[aria-rowindex='{row + 5}']")).ToBeInViewportAsync();
            }

            (await tree.Locator("[data-item]").CountAsync()).ShouldBeInRange(20, 100);
            await tree.FocusAsync();
            await page.Keyboard.PressAsync("End");
            await Expect(tree.Locator(".active")).ToHaveAttributeAsync("aria-rowindex", "10001");
            await Expect(tree.Locator(".active")).ToBeInViewportAsync();
            await page.Keyboard.PressAsync("Home");
            await page.Keyboard.PressAsync("ArrowLeft");
            await Expect(tree).ToHaveAttributeAsync("aria-rowcount", "8891");
            await Expect(tree.Locator("[data-item=C1] + [data-item=C10]")).ToBeInViewportAsync();
        });
        longest.ShouldBeLessThan(100, "milliseconds of the longest task while the tree is scrolled and folded");
        errors.ShouldBeEmpty();
    }

    // Ten at the top, ten below each, and so on: 10 + 100 + 1,000 + what is missing to 10,000 on the fourth level.
    private static List<Capability> Large()
    {
        List<Capability> all = [];
        List<string?> parents = [null];
        while (all.Count < 10_000)
        {
            List<Capability> level =
            [
                .. parents.SelectMany(parent =>
                    Enumerable
                        .Range(1, 10)
                        .Select(i => new Capability(
                            parent is null ? $"C{i}" : $"{parent}.{i}",
                            parent,
                            $"Capability {parent}.{i}",
                            null,
                            null,
                            null,
                            null))),
            ];
            all.AddRange(level.Take(10_000 - all.Count));
            parents = [.. level.Select(capability => capability.Code)];
        }

        return all;
    }

    private static async Task<ILocator> OpenAsync(IPage page, WorkbenchServer server, Guid model, string query = "")
    {
        await page.GotoAsync(new Uri(server.Address, Urls.Capabilities(model, query)).ToString());
        var tree = page.GetByRole(AriaRole.Treegrid, new() { Name = "Capabilities" });
        await Expect(tree.Locator("[data-item]").First).ToBeVisibleAsync();
        return tree;
    }

    private static async Task PasteAsync(ILocator target, string text) => await target.EvaluateAsync("""
        (target, text) => {
            const clipboard = new DataTransfer();
            clipboard.setData('text/plain', text);
            target.dispatchEvent(new ClipboardEvent('paste', { clipboardData: clipboard, bubbles: true, cancelable: true }));
        }
        """, text);

    private static ILocator Row(ILocator tree, string name) =>
        tree.Locator("[data-item]").Filter(new() { Has = tree.Page.GetByText(name, new() { Exact = true }) });

    private static async Task<Capability> StoredAsync(WorkbenchServer server, Guid model, string name) =>
        (await server.Catalog.SnapshotAsync(model, CurrentUser.Local, TestContext.Current.CancellationToken))
            .Capabilities.Single(capability => capability.Name == name);

    // The page stands, the script of the tree is on its way until it is let go.
    private static async Task<(ILocator Tree, string Rows, TaskCompletionSource Sent)> OpenWithoutScriptAsync(
        IPage page,
        WorkbenchServer server,
        Guid model)
    {
        var (asked, sent) = (new TaskCompletionSource(), new TaskCompletionSource());
        await page.RouteAsync("**/CapabilityTreeGrid.razor.js", async route =>
        {
            asked.TrySetResult();
            await sent.Task;
            await route.ContinueAsync();
        });
        await page.GotoAsync(new Uri(server.Address, Urls.Capabilities(model)).ToString());
        await asked.Task.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);
        var tree = page.GetByRole(AriaRole.Treegrid, new() { Name = "Capabilities" });
        return (tree, (await tree.GetAttributeAsync("aria-rowcount"))!, sent);
    }

    private static async Task<IEnumerable<string>> ChildrenAsync(
        WorkbenchServer server,
        Guid model,
        string parent,
        Func<Capability, string>? text = null)
    {
        var tree = (await server.Catalog.SnapshotAsync(model, CurrentUser.Local, TestContext.Current.CancellationToken)).Tree;
        return [.. tree.ChildrenOf(tree.IndexOf(parent)).Select(child => text?.Invoke(tree[child]) ?? tree[child].Name)];
    }
}

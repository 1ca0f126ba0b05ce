using System.Text.RegularExpressions;
using Microsoft.Playwright;
using OperatingModel.Application;
using OperatingModel.Application.Access;
using OperatingModel.Domain;
using OperatingModel.Domain.Access;
using OperatingModel.Domain.Assessments;
using OperatingModel.Domain.Capabilities;
using OperatingModel.Domain.Editing;
using OperatingModel.Domain.ValueChains;
using OperatingModel.Domain.Workspaces;
using OperatingModel.Web;
using OperatingModel.Web.Tests;
using OperatingModel.Web.Tests.Faults;
using static Microsoft.Playwright.Assertions;

namespace OperatingModel.Browser.Tests.Editing;

/// <summary>A connection that is lost for some seconds costs neither the page nor what is typed meanwhile.</summary>
public sealed class CutLineJourneyTests(Browsers browsers)
{
    private static readonly CurrentUser Colleague = new("bob", "Bob", ModelRoles.All);

    // The browser tries to connect again after some seconds.
    private const float Patience = 40_000;

    [Theory]
    [InlineData("heat-map", "PREP")]
    [InlineData("heat-map?cols=Units", "MAIN")]
    [InlineData("assess", "MAIN")]
    [InlineData("matrix", "PREP")]
    public async Task A_grid_shows_what_a_colleague_did_while_the_line_was_cut_and_what_follows(string page, string column)
    {
        await using var server = await WorkbenchServer.StartAsync(StorageProvider.Sqlite);
        await using var line = SlowLine.To(server.Address);
        await using var user = await browsers.NewUserAsync();
        var model = await server.SampleAsync();
        var (window, socket) = await OpenAsync(user, line, Urls.Page(model, page));
        var cell = window.Cell("C4.3", column);
        await Expect(cell).ToBeVisibleAsync();
        var before = await cell.InnerTextAsync();

        await CutAsync(line, socket);
        await server.WriteAsync(model, Colleague, Judged(current: 4, strength: LinkStrength.Minor));
        line.Mend();
        await Expect(cell).Not.ToHaveTextAsync(before, new() { Timeout = Patience });

        var between = await cell.InnerTextAsync();
        await server.WriteAsync(model, Colleague, Judged(current: 0, strength: LinkStrength.Supporting));
        await Expect(cell).Not.ToHaveTextAsync(between);
        await Expect(window.GetByText("This page could not be shown")).ToHaveCountAsync(0);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task What_is_typed_while_the_line_is_cut_is_what_is_stored(bool isLeftMeanwhile)
    {
        await using var server = await WorkbenchServer.StartAsync(StorageProvider.Sqlite);
        await using var line = SlowLine.To(server.Address);
        await using var user = await browsers.NewUserAsync();
        var model = await server.SampleAsync();
        var (window, socket) = await OpenAsync(user, line, Urls.Capabilities(model, "?row=C4.3"));
        var name = Name(window);
        await name.FillAsync("Visa ad");

        await CutAsync(line, socket);
        await TypeAsync(name, "Visa advice", isLeft: isLeftMeanwhile);
        line.Mend();
        if (!isLeftMeanwhile)
        {
            await Expect(window.Locator("#components-reconnect-modal[open]")).ToHaveCountAsync(0, new() { Timeout = Patience });
            await Expect(window.Locator(".row-field[data-draft=kept]")).ToHaveCountAsync(1, new() { Timeout = Patience });
            await name.PressAsync("Tab");
        }

        await Expect(Title(window)).ToHaveTextAsync("Visa advice", new() { Timeout = Patience });
        (await server.Catalog.SnapshotAsync(model, CurrentUser.Local, TestContext.Current.CancellationToken))
            .Capabilities.Find("C4.3")!.Name.ShouldBe("Visa advice");
        await Expect(name).ToHaveValueAsync("Visa advice");
    }

    [Fact]
    public async Task What_is_typed_over_a_colleagues_change_while_the_line_is_cut_is_offered_and_overwrites_nothing()
    {
        await using var server = await WorkbenchServer.StartAsync(StorageProvider.Sqlite);
        await using var line = SlowLine.To(server.Address);
        await using var user = await browsers.NewUserAsync();
        var model = await server.SampleAsync();
        var (window, socket) = await OpenAsync(user, line, Urls.Capabilities(model, "?row=C4.3"));
        var name = Name(window);
        await Expect(name).ToBeVisibleAsync();

        await CutAsync(line, socket);
        await server.WriteAsync(model, Colleague, now => CapabilityEdits.Rename(now, now.Capabilities.Find("C4.3")!, "Bob's name"));
        await TypeAsync(name, "Mine", isLeft: true);
        line.Mend();

        var offer = window.Locator(".row-field").Filter(new() { HasText = "What you typed before is back; stored is “Bob's name”." });
        await Expect(offer).ToHaveCountAsync(1, new() { Timeout = Patience });
        await Expect(name).ToHaveValueAsync("Mine");
        await Expect(Title(window)).ToHaveTextAsync("Bob's name");
        await offer.GetByRole(AriaRole.Button, new() { Name = "Save it" }).ClickAsync();
        await Expect(offer).ToHaveCountAsync(0);
        await Expect(Title(window)).ToHaveTextAsync("Mine");
    }

    [Fact]
    public async Task A_stage_that_is_named_while_the_line_is_cut_is_added_once()
    {
        await using var server = await WorkbenchServer.StartAsync(StorageProvider.Sqlite);
        await using var line = SlowLine.To(server.Address);
        await using var user = await browsers.NewUserAsync();
        var model = await server.SampleAsync();
        var (window, socket) = await OpenAsync(user, line, Urls.ValueChains(model));
        var field = window.Locator("[data-add]").First;
        await field.FillAsync("Remember");

        await CutAsync(line, socket);
        await EnterAsync(field);
        line.Mend();
        await Expect(window.Locator(".chevron .name").Filter(new() { HasText = "Remember" })).ToHaveCountAsync(1, new() { Timeout = Patience });
        (await StoredAsync(server, model)).Stages.Count(stage => stage.Name == "Remember").ShouldBe(1);
        await Expect(field).ToHaveValueAsync("");
    }

    [Fact]
    public async Task A_stage_that_is_moved_while_the_line_is_cut_moves_once()
    {
        await using var server = await WorkbenchServer.StartAsync(StorageProvider.Sqlite);
        await using var line = SlowLine.To(server.Address);
        await using var user = await browsers.NewUserAsync();
        var model = await server.SampleAsync();
        var before = Stages(await StoredAsync(server, model));
        var (window, socket) = await OpenAsync(user, line, Urls.ValueChains(model));
        var stage = window.Locator($"[data-item='{before[1].Code}'] .chevron");
        await Expect(stage).ToBeVisibleAsync();

        await CutAsync(line, socket);
        await stage.DispatchEventAsync("keydown", new { key = "ArrowRight", altKey = true, bubbles = true });
        line.Mend();
        await Expect(window.Locator("[data-item]").Nth(2)).ToHaveAttributeAsync("data-item", before[1].Code, new() { Timeout = Patience });
        Stages(await StoredAsync(server, model)).Select(row => row.Code).Take(3).ShouldBe([before[0].Code, before[2].Code, before[1].Code]);

        static List<Stage> Stages(ModelSnapshot model) =>
            [.. model.Stages.Where(row => row.Chain == model.ValueChains[0].Code).OrderBy(row => row.Order)];
    }

    [Fact]
    public async Task A_stage_that_a_colleague_moved_while_the_line_was_cut_stays_there_and_the_later_is_told()
    {
        await using var server = await WorkbenchServer.StartAsync(StorageProvider.Sqlite);
        await using var line = SlowLine.To(server.Address);
        await using var user = await browsers.NewUserAsync();
        var model = await server.SampleAsync();
        var (window, socket) = await OpenAsync(user, line, Urls.ValueChains(model));
        var moved = window.Locator("[data-item]").Nth(1);
        var (code, name) = (await moved.GetAttributeAsync("data-item"), await moved.GetAttributeAsync("data-name"));
        var first = await window.Locator("[data-item]").First.GetAttributeAsync("data-item");

        await CutAsync(line, socket);
        await moved.Locator(".chevron").DispatchEventAsync("keydown", new { key = "ArrowRight", altKey = true, bubbles = true });
        await server.WriteAsync(model, Colleague, now => StageEdits.Move(now, code!, Place.Before(first!)));
        line.Mend();
        await Expect(window.GetByRole(AriaRole.Alert).Filter(new() { HasText = $"{name} was moved to the beginning of" }))
            .ToContainTextAsync("meanwhile by Bob; move it again if it belongs elsewhere.", new() { Timeout = Patience });
        await Expect(window.Locator("[data-item]").First).ToHaveAttributeAsync("data-item", code!);
        StageEdits.SiblingsOf(await StoredAsync(server, model), first!).Take(2).ShouldBe([code!, first!]);
    }

    [Fact]
    public async Task A_capability_that_is_named_while_the_line_is_cut_is_added_once()
    {
        await using var server = await WorkbenchServer.StartAsync(StorageProvider.Sqlite);
        await using var line = SlowLine.To(server.Address);
        await using var user = await browsers.NewUserAsync();
        var model = await server.SampleAsync();
        var (window, socket) = await OpenAsync(user, line, Urls.Capabilities(model));
        var tree = window.GetByRole(AriaRole.Treegrid);
        await tree.Locator("[data-item='C4']").ClickAsync();
        await tree.FocusAsync();
        await window.Keyboard.PressAsync("Enter");
        await window.Keyboard.TypeAsync("Visa advice");
        await Expect(tree.Locator("[data-draft=kept]")).ToHaveCountAsync(1);

        await CutAsync(line, socket);
        await EnterAsync(tree.Locator("input"));
        line.Mend();
        await Expect(tree.Locator("[data-item]").Filter(new() { HasText = "Visa advice" })).ToHaveCountAsync(1, new() { Timeout = Patience });
        (await StoredAsync(server, model)).Capabilities.Count(capability => capability.Name == "Visa advice").ShouldBe(1);
        await Expect(tree.Locator("input")).ToHaveValueAsync("");
    }

    [Fact]
    public async Task A_list_that_gets_lost_on_its_way_takes_keys_after_the_reconnect()
    {
        await using var server = await WorkbenchServer.StartAsync(StorageProvider.Sqlite);
        await using var user = await browsers.NewUserAsync();
        var model = await server.SampleAsync();
        var window = await user.NewPageAsync();
        await window.AddInitScriptAsync(
            """
            window.WebSocket = class extends WebSocket {
              constructor(...line) {
                super(...line);
                this.addEventListener('message', event => {
                  if (window.isListLost || !new TextDecoder().decode(event.data).includes('treegrid')) return;
                  window.isListLost = true;
                  event.stopImmediatePropagation();
                  this.close();
                });
              }
            };
            """);
        await window.GotoAsync(new Uri(server.Address, Urls.Capabilities(model)).ToString());
        var tree = window.GetByRole(AriaRole.Treegrid);
        await tree.Locator("[data-item='C4']").ClickAsync();
        (await window.EvaluateAsync<bool>("window.isListLost")).ShouldBeTrue();
        await tree.FocusAsync();
        await window.Keyboard.PressAsync("Enter");
        await window.Keyboard.TypeAsync("Visa advice");
        await window.Keyboard.PressAsync("Enter");
        await Expect(tree.Locator("[data-item]").Filter(new() { HasText = "Visa advice" })).ToHaveCountAsync(1);
    }

    [Theory]
    [InlineData(false, false)]
    [InlineData(true, false)]
    [InlineData(false, true)]
    public async Task A_page_whose_line_is_cut_while_it_opens_says_so_and_opens_by_itself(bool isConnected, bool isReload)
    {
        await using var server = await WorkbenchServer.StartAsync(StorageProvider.Sqlite);
        await using var line = SlowLine.To(server.Address);
        await using var user = await browsers.NewUserAsync();
        var window = await user.NewPageAsync();
        var title = window.GetByRole(AriaRole.Heading, new() { Level = 1 });
        if (isReload)
        {
            await window.GotoAsync(line.Address.ToString());
            await Expect(title).ToBeVisibleAsync();
        }

        var isCut = false;
        if (isConnected)
        {
            window.WebSocket += (_, _) => CutOnce();
        }
        else
        {
            window.Request += (_, request) =>
            {
                if (request.Url.Contains("_blazor/negotiate", StringComparison.Ordinal))
                {
                    CutOnce();
                }
            };
        }

        await (isReload ? window.ReloadAsync() : window.GotoAsync(line.Address.ToString()));
        var told = window.GetByText(new Regex("This page could not start|Connecting again|No answer yet")).Locator("visible=true");
        await Expect(told.First).ToBeVisibleAsync();
        await Expect(window.GetByText("Something went wrong")).ToBeHiddenAsync();
        line.Mend();
        await Expect(title).ToBeVisibleAsync(new() { Timeout = Patience });

        void CutOnce()
        {
            if (!isCut)
            {
                isCut = true;
                line.Cut();
            }
        }
    }

    [Fact]
    public async Task A_page_that_cannot_start_loads_itself_once_and_leaves_the_rest_to_the_user()
    {
        await using var server = await WorkbenchServer.StartAsync(StorageProvider.Sqlite);
        await using var user = await browsers.NewUserAsync();
        var window = await user.NewPageAsync();
        var loads = 0;
        window.Request += (_, request) => loads += request.IsNavigationRequest && request.RedirectedFrom is null ? 1 : 0;
        await window.RouteAsync("**/_blazor/negotiate*", route => route.AbortAsync());
        await window.GotoAsync(server.Address.ToString());
        var again = window.GetByRole(AriaRole.Button, new() { Name = "Load the page again" });
        await Expect(again).ToBeVisibleAsync();
        // Asked again and again meanwhile, the server answers: that is no reason to load the page once more.
        for (var asked = 0; asked < 3; asked++)
        {
            await window.WaitForResponseAsync("**/favicon.svg");
        }

        loads.ShouldBe(2);
        await window.UnrouteAsync("**/_blazor/negotiate*");
        await again.ClickAsync();
        await Expect(window.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_page_says_that_the_program_was_stopped_and_goes_on_by_itself_when_it_runs_again()
    {
        var cancel = TestContext.Current.CancellationToken;
        var directory = Directory.CreateTempSubdirectory("operatingmodel-stopped-").FullName;
        var storage = new StorageSettings { Provider = StorageProvider.Sqlite, DataDirectory = directory };
        await using var user = await browsers.NewUserAsync();
        var page = await user.NewPageAsync();
        var told = page.GetByRole(AriaRole.Dialog, new() { Name = "The program was stopped" });
        Uri address;
        using (var program = await ProgramProcess.StartAsync(storage, cancel))
        {
            address = program.Address;
            await page.GotoAsync(address.ToString());
            await page.GetByRole(AriaRole.Link, new() { Name = "Capabilities", Exact = true }).ClickAsync();
            await Expect(page.Locator("[data-item=C4]")).ToBeVisibleAsync();
            (await program.TerminateAsync(cancel)).ShouldBe(0);
            await Expect(told).ToBeVisibleAsync();
            await Expect(told).ToContainTextAsync("This page goes on by itself when it runs again.");
            await Expect(told.GetByText("No answer yet")).ToBeHiddenAsync();
        }

        using var again = await ProgramProcess.StartAsync(storage, cancel, address);
        await Expect(told).ToBeHiddenAsync(new() { Timeout = Patience });
        await Expect(page.Locator("[data-item=C4]")).ToBeVisibleAsync();
    }

    private static ValueTask<ModelSnapshot> StoredAsync(WorkbenchServer server, Guid model) =>
        server.Catalog.SnapshotAsync(model, CurrentUser.Local, TestContext.Current.CancellationToken);

    // The dialog about the lost connection holds the keyboard by now.
    private static Task EnterAsync(ILocator field) => field.DispatchEventAsync("keydown", new { key = "Enter", bubbles = true });

    private static ILocator Title(IPage window) => window.Drawer("Capability").GetByRole(AriaRole.Heading, new() { Level = 2 });

    private static ILocator Name(IPage window) => window.Drawer("Capability").GetByLabel("Name", new() { Exact = true });

    private static async Task<(IPage Window, IWebSocket Socket)> OpenAsync(IBrowserContext user, SlowLine line, string path)
    {
        var window = await user.NewPageAsync();
        var socket = await window.RunAndWaitForWebSocketAsync(() => window.GotoAsync(new Uri(line.Address, path).ToString()));
        return (window, socket);
    }

    private static async Task CutAsync(SlowLine line, IWebSocket socket)
    {
        var closed = new TaskCompletionSource();
        socket.Close += (_, _) => closed.TrySetResult();
        line.Cut();
        await closed.Task.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);
    }

    // As keys do it; the dialog about the lost connection may hold the keyboard by now.
    private static async Task TypeAsync(ILocator field, string text, bool isLeft) => await field.EvaluateAsync(
        """
        (field, [text, isLeft]) => {
          field.value = text;
          field.dispatchEvent(new Event('input', { bubbles: true }));
          if (isLeft) field.dispatchEvent(new Event('change', { bubbles: true }));
        }
        """,
        new object[] { text, isLeft });

    private static Func<ModelSnapshot, IReadOnlyList<RowChange>> Judged(int current, LinkStrength strength) => model =>
    {
        var before = model.Assessments.Find(Assessment.KeyOf("C4.3", "MAIN", null))!;
        return [RowChange.Replace(before, before with { Current = current }), .. StageLinkEdits.Set(model, "PREP", "C4.3", strength)];
    };
}

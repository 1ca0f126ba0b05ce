using Microsoft.Playwright;
using OperatingModel.Application;
using OperatingModel.Application.Access;
using OperatingModel.Web;
using OperatingModel.Web.Tests;
using static Microsoft.Playwright.Assertions;

namespace OperatingModel.Browser.Tests.Board;

/// <summary>Two people move, and delete, the same thing on a board at the same time: the mouse of one holds it meanwhile.</summary>
public sealed class BoardJourneyTests(Browsers browsers)
{
    [Fact]
    public async Task Two_people_on_one_stage_end_with_one_picture_and_the_later_is_told()
    {
        await using var server = await WorkbenchServer.StartAsync(StorageProvider.Sqlite);
        await using var anna = await browsers.NewUserAsync();
        await using var ben = await browsers.NewUserAsync();
        List<string> errors = [];
        var model = await server.SampleAsync();
        var (annas, bens) = (await anna.NewWindowAsync(errors), await ben.NewWindowAsync(errors));
        foreach (var page in new[] { annas, bens })
        {
            await page.GotoAsync(new Uri(server.Address, Urls.ValueChains(model)).ToString());
            await Expect(Names(page).First).ToBeVisibleAsync();
        }

        var names = (await Names(annas).AllTextContentsAsync()).ToList();
        var (first, second, third, fourth) = (names[0], names[1], names[2], names[3]);
        await bens.Locator("[data-add]").First.FillAsync("Half a na");

        // While Ben drags the third stage to the beginning, Anna moves it one place forth.
        await TakeAsync(bens, Item(bens, third).Locator(".chevron"), Item(bens, first), "before");
        await Item(annas, third).Locator(".chevron").FocusAsync();
        await annas.Keyboard.PressAsync("Alt+ArrowRight");
        await Expect(Said(annas)).ToHaveTextAsync($"Stage {third} moved after {fourth}.");
        await Expect(Item(annas, third).Locator(".chevron")).ToBeFocusedAsync();
        List<string> moved = [first, second, fourth, third, .. names.Skip(4)];
        await Expect(Names(bens)).ToHaveTextAsync(moved);
        await bens.Mouse.UpAsync();
        await Expect(bens.GetByRole(AriaRole.Alert)).ToContainTextAsync(
            $"{third} was moved after {fourth} meanwhile by you, in another window; move it again if it belongs elsewhere.");
        await Expect(Said(bens)).ToBeEmptyAsync();
        await Expect(Names(bens)).ToHaveTextAsync(moved);
        await Expect(Names(annas)).ToHaveTextAsync(moved);

        // He has seen it by now, and decides again.
        await TakeAsync(bens, Item(bens, third).Locator(".chevron"), Item(bens, first), "before");
        await bens.Mouse.UpAsync();
        await Expect(Said(bens)).ToHaveTextAsync($"Stage {third} moved before {first}.");
        await Expect(Item(bens, third).Locator(".chevron")).ToBeFocusedAsync();
        moved = [third, first, second, fourth, .. names.Skip(4)];
        await Expect(Names(bens)).ToHaveTextAsync(moved);
        await Expect(Names(annas)).ToHaveTextAsync(moved);
        await Expect(Item(annas, third).Locator(".chevron")).ToBeFocusedAsync();

        // While he drags another, Anna deletes it.
        await TakeAsync(bens, Item(bens, second).Locator(".chevron"), Item(bens, third), "before");
        await Item(annas, second).Locator(".chevron").FocusAsync();
        await annas.Keyboard.PressAsync("Delete");
        await annas.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Delete" }).ClickAsync();
        moved.Remove(second);
        await Expect(Names(bens)).ToHaveTextAsync(moved);
        await bens.Mouse.UpAsync();
        await Expect(bens.GetByRole(AriaRole.Alert).Last).ToContainTextAsync($"{second} was not moved: somebody removed it meanwhile.");
        await Expect(Names(bens)).ToHaveTextAsync(moved);
        await Expect(Names(annas)).ToHaveTextAsync(moved);
        await Expect(bens.Locator("[data-add][data-draft=kept]").First).ToHaveValueAsync("Half a na");
        errors.ShouldBeEmpty();
    }

    [Fact]
    public async Task Two_people_on_one_capability_end_with_one_picture_and_the_later_is_told()
    {
        await using var server = await WorkbenchServer.StartAsync(StorageProvider.Sqlite);
        await using var anna = await browsers.NewUserAsync();
        await using var ben = await browsers.NewUserAsync();
        List<string> errors = [];
        var model = await server.SampleAsync();
        var (annas, bens) = (await anna.NewWindowAsync(errors), await ben.NewWindowAsync(errors));
        foreach (var page in new[] { annas, bens })
        {
            await page.GotoAsync(new Uri(server.Address, Urls.Capabilities(model)).ToString());
            await Expect(Item(page, "Offer creation & extras")).ToBeVisibleAsync();
        }

        // While Ben drags a capability into another branch, Anna moves it up with the keyboard.
        await TakeAsync(bens, Item(bens, "Offer creation & extras"), Item(bens, "Order & payment"), "into");
        await Item(annas, "Offer creation & extras").ClickAsync();
        await annas.Keyboard.PressAsync("Alt+ArrowUp");
        await Expect(Said(annas)).ToHaveTextAsync("Offer creation & extras moved before Revenue management & pricing.");
        await Expect(annas.GetByRole(AriaRole.Treegrid)).ToBeFocusedAsync();
        await Expect(Item(annas, "Offer creation & extras")).ToHaveClassAsync(new System.Text.RegularExpressions.Regex("active"));
        await Expect(bens.Locator("[data-item='C2.1'] + [data-item='C2.3'] + [data-item='C2.2']")).ToBeVisibleAsync();
        await bens.Mouse.UpAsync();
        await Expect(bens.GetByRole(AriaRole.Alert)).ToContainTextAsync(
            "Offer creation & extras was moved after Network & schedule planning meanwhile by you, in another window");
        (await ChildrenAsync(server, model, "C2")).ShouldBe(["C2.1", "C2.3", "C2.2"]);
        await Expect(Rows(annas)).ToHaveTextAsync(await Rows(bens).AllTextContentsAsync());

        // Below itself nothing is offered a place.
        await TakeAsync(bens, Item(bens, "Network, price & offer"), Item(bens, "Order & payment"), "into");
        await OverAsync(bens, Item(bens, "Revenue management & pricing"));
        await Expect(bens.Locator("[data-drop]")).ToHaveCountAsync(0);

        // Somebody deletes what he holds.
        await OverAsync(bens, Item(bens, "Order & payment"));
        await Item(annas, "Network, price & offer").ClickAsync();
        await annas.Keyboard.PressAsync("Delete");
        await annas.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Delete", Exact = true }).ClickAsync();
        await Expect(Item(bens, "Network, price & offer")).ToHaveCountAsync(0);
        await OverAsync(bens, Item(bens, "Customer insight & marketing"));
        await bens.Mouse.UpAsync();
        await Expect(bens.GetByRole(AriaRole.Alert).Last).ToContainTextAsync("Network, price & offer was not moved: somebody removed it meanwhile.");
        await Expect(Rows(annas)).ToHaveTextAsync(await Rows(bens).AllTextContentsAsync());
        errors.ShouldBeEmpty();
    }

    private static ILocator Item(IPage page, string name) => page.Locator($"[data-item][data-name='{name}']");

    private static ILocator Names(IPage page) => page.Locator(".chevron .name");

    private static ILocator Rows(IPage page) => page.Locator("[data-item] .c-name");

    private static ILocator Said(IPage page) => page.Locator(".board > [role=status]");

    // Down on it, and over where it is to go: the left or upper edge, or the middle.
    private static async Task TakeAsync(IPage page, ILocator item, ILocator target, string side)
    {
        await item.HoverAsync();
        await page.Mouse.DownAsync();
        await OverAsync(page, target, side == "into" ? 0.5f : 0.1f);
        await Expect(target).ToHaveAttributeAsync("data-drop", side);
    }

    private static async Task OverAsync(IPage page, ILocator target, float share = 0.5f)
    {
        var box = (await target.BoundingBoxAsync())!;
        var (x, y) = (box.X + Math.Min(box.Width * share, 300), box.Y + (box.Height * Math.Min(share, 0.5f)));
        await page.Mouse.MoveAsync(x, y, new() { Steps = 5 });

        // The browser reports where a drag is with the next move.
        await page.Mouse.MoveAsync(x + 1, y);
    }

    private static async Task<IEnumerable<string>> ChildrenAsync(WorkbenchServer server, Guid model, string parent)
    {
        var tree = (await server.Catalog.SnapshotAsync(model, CurrentUser.Local, TestContext.Current.CancellationToken)).Tree;
        return [.. tree.ChildrenOf(tree.IndexOf(parent)).Select(child => tree[child].Code)];
    }
}

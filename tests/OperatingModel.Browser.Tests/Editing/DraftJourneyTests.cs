using Microsoft.Playwright;
using OperatingModel.Application;
using OperatingModel.Web;
using OperatingModel.Web.Tests;
using OperatingModel.Web.Tests.Faults;
using static Microsoft.Playwright.Assertions;

namespace OperatingModel.Browser.Tests.Editing;

/// <summary>What is typed and not stored yet, wherever it can be typed, outlives the server and the page.</summary>
public sealed class DraftJourneyTests(Browsers browsers)
{
    [Fact]
    public async Task Half_typed_names_and_half_given_scores_are_back_after_the_server_was_killed()
    {
        var cancel = TestContext.Current.CancellationToken;
        var storage = new StorageSettings
        {
            Provider = StorageProvider.Sqlite,
            DataDirectory = Directory.CreateTempSubdirectory("operatingmodel-drafts-").FullName,
        };
        await using var user = await browsers.NewUserAsync();
        var (tree, rename, chain, score, campaign) = (
            await user.NewPageAsync(),
            await user.NewPageAsync(),
            await user.NewPageAsync(),
            await user.NewPageAsync(),
            await user.NewPageAsync());
        Uri address;
        List<(IPage Page, string Address)> left = [];
        using (var program = await ProgramProcess.StartAsync(storage, cancel))
        {
            address = program.Address;
            await tree.GotoAsync(address.ToString());
            await tree.GetByRole(AriaRole.Link, new() { Name = "Capabilities", Exact = true }).ClickAsync();
            await Expect(Row(tree, "C4.2")).ToBeVisibleAsync();
            var home = tree.Url[..tree.Url.LastIndexOf('/')];

            // A capability behind another, by keyboard.
            await BeginAsync(tree, "C4.2", "Enter");
            await tree.Keyboard.TypeAsync("Visa adv");
            await KeptAsync(tree);

            // A new name for one, in another tab; the drafts of tabs do not mix.
            await rename.GotoAsync($"{home}/capabilities");
            await BeginAsync(rename, "C1.1", "F2");
            await Expect(Box(rename)).ToHaveValueAsync("Campaign & content management");
            await rename.Keyboard.TypeAsync("Customer kno");
            await KeptAsync(rename);

            // A stage between two others.
            await chain.GotoAsync($"{home}/value-chains?stage=PREP");
            await chain.GetByRole(AriaRole.Button, new() { Name = "Add after" }).ClickAsync();
            await Expect(Next(chain)).ToBeFocusedAsync();
            await Next(chain).FillAsync("Getting to the air");
            await KeptAsync(chain);

            // Two of four scores, and evidence.
            await score.GotoAsync($"{home}/heat-map?row=C4.2&unit=REG");
            var drawer = score.Drawer("Why?");
            await drawer.Scale("Importance").GetByRole(AriaRole.Radio).Nth(3).ClickAsync();
            await drawer.GetByLabel("Evidence").FillAsync("Seen in the worksh");
            await KeptAsync(score);

            await campaign.GotoAsync($"{home}/campaigns?new=1");
            await campaign.GetByLabel("Name", new() { Exact = true }).FillAsync("Autumn rev");
            await KeptAsync(campaign);
            program.Kill();
            foreach (var page in new[] { tree, rename, chain, score, campaign })
            {
                left.Add((page, await page.LeaveAsync()));
            }
        }

        using var again = await ProgramProcess.StartAsync(storage, cancel, address);
        foreach (var (page, was) in left)
        {
            await page.GotoAsync(was);
        }

        await Expect(Box(tree)).ToHaveValueAsync("Visa adv");
        await Expect(Box(tree)).ToBeFocusedAsync();
        await tree.Keyboard.PressAsync("End");
        await tree.Keyboard.TypeAsync("ice");
        await tree.Keyboard.PressAsync("Enter");
        await Expect(tree.Locator("[data-item='C4.2'] + [data-item]")).ToContainTextAsync("Visa advice");

        // Only looked at: nothing is stored, and it is still there the next time.
        await Expect(Box(rename)).ToHaveValueAsync("Customer kno");
        await rename.GetByPlaceholder("Filter capabilities").ClickAsync();
        await Expect(Row(rename, "C1.1")).ToContainTextAsync("Campaign & content management");
        await rename.ReloadAsync();
        await Expect(Box(rename)).ToHaveValueAsync("Customer kno");
        await rename.Keyboard.PressAsync("Escape");
        await Expect(Row(rename, "C1.1")).ToContainTextAsync("Campaign & content management");

        await Expect(Next(chain)).ToHaveValueAsync("Getting to the air");
        await Next(chain).PressAsync("End");
        await Next(chain).PressSequentiallyAsync("port");
        await Next(chain).PressAsync("Enter");
        await Expect(chain.Locator("[data-item=PREP] + [data-item]")).ToContainTextAsync("Getting to the airport");

        var begun = score.Drawer("Why?");
        await Expect(begun.Scale("Importance").GetByRole(AriaRole.Radio).Nth(3)).ToBeCheckedAsync();
        await Expect(begun.GetByLabel("Evidence")).ToHaveValueAsync("Seen in the worksh");
        await begun.GetByRole(AriaRole.Button, new() { Name = "Discard" }).ClickAsync();
        await Expect(begun.GetByLabel("Evidence")).ToHaveValueAsync("");

        await Expect(campaign.GetByLabel("Name", new() { Exact = true })).ToHaveValueAsync("Autumn rev");

        // What was stored or given up does not come back.
        foreach (var page in new[] { tree, chain, score })
        {
            await page.ReloadAsync();
        }

        await Expect(tree.GetByRole(AriaRole.Treegrid)).ToContainTextAsync("Visa advice");
        await Expect(Box(tree)).ToHaveValueAsync("");
        await Expect(Next(chain)).ToHaveValueAsync("");
        await Expect(begun.Scale("Importance").GetByRole(AriaRole.Radio, new() { Checked = true })).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task On_a_far_server_a_page_that_opens_does_not_take_the_focus_from_who_types_already()
    {
        await using var server = await WorkbenchServer.StartAsync(StorageProvider.Sqlite);
        var model = await server.SampleAsync();
        await using var line = SlowLine.To(server.Address);
        line.Delay = TimeSpan.FromMilliseconds(300);
        await using var user = await browsers.NewUserAsync();
        var page = await user.NewPageAsync();
        await page.GotoAsync(new Uri(line.Address, Urls.Capabilities(model, "?row=C4.3")).ToString());
        var name = page.Drawer("Capability").GetByLabel("Name", new() { Exact = true });
        await name.FillAsync("Half typed");
        await Expect(page.Locator("[data-draft=kept]")).ToHaveCountAsync(1);
        await Expect(name).ToBeFocusedAsync();

        // Elsewhere the heading is where one is.
        await page.GetByRole(AriaRole.Link, new() { Name = "Objectives" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1, Name = "Objectives" })).ToBeFocusedAsync();
    }

    private static ILocator Row(IPage page, string code) => page.Locator($"[data-item='{code}']");

    private static ILocator Box(IPage page) => page.GetByRole(AriaRole.Treegrid).Locator("input");

    private static ILocator Next(IPage page) => page.Locator("[data-add]");

    private static Task KeptAsync(IPage page) => Expect(page.Locator("[data-draft=kept]")).ToHaveCountAsync(1);

    private static async Task BeginAsync(IPage page, string code, string key)
    {
        await Row(page, code).ClickAsync();
        await Expect(page.Drawer("Capability")).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Treegrid).FocusAsync();
        await page.Keyboard.PressAsync(key);
    }
}

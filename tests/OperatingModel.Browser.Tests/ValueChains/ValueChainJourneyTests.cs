using System.Text.RegularExpressions;
using Microsoft.Playwright;
using OperatingModel.Application;
using OperatingModel.Application.Access;
using OperatingModel.Domain;
using OperatingModel.Domain.Workspaces;
using OperatingModel.Web;
using OperatingModel.Web.Tests;
using OperatingModel.Web.Tests.Faults;
using static Microsoft.Playwright.Assertions;

namespace OperatingModel.Browser.Tests.ValueChains;

/// <summary>A value chain from nothing, and what people who edit one together, or lose the server, are told.</summary>
public sealed class ValueChainJourneyTests(Browsers browsers)
{
    [Theory]
    [InlineData(StorageProvider.Sqlite)]
    [InlineData(StorageProvider.Postgres)]
    public async Task A_chain_of_five_stages_is_typed_with_the_keyboard_alone_and_seen_by_others(StorageProvider provider)
    {
        await using var server = await WorkbenchServer.StartAsync(provider);
        var model = await server.Catalog.CreateAsync(Empty, CurrentUser.Local, Guid.NewGuid(), TestContext.Current.CancellationToken);
        await using var anna = await browsers.NewUserAsync();
        await using var ben = await browsers.NewUserAsync();
        List<string> errors = [];
        var (page, other) = (await anna.NewWindowAsync(errors), await ben.NewWindowAsync(errors));
        var url = new Uri(server.Address, Urls.ValueChains(model.Id)).ToString();
        await page.GotoAsync(url);
        await other.GotoAsync(url);

        await page.GetByRole(AriaRole.Button, new() { Name = "Start a value chain" }).FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.GetByLabel("New stage of Customer journey")).ToBeFocusedAsync();
        foreach (var stage in new[] { "Inspire", "Book", "Travel", "Arrive", "Return" })
        {
            await page.Keyboard.TypeAsync(stage);
            await page.Keyboard.PressAsync("Enter");
        }

        await Expect(Names(page)).ToHaveTextAsync(["Inspire", "Book", "Travel", "Arrive", "Return"]);
        await Expect(Names(other)).ToHaveTextAsync(["Inspire", "Book", "Travel", "Arrive", "Return"]);
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Book, stage 2" }))
            .ToHaveAccessibleNameAsync(new Regex("20\u00A0% of all value, no capability linked"));

        // From the field to the last stage, one place forth, renamed, and all of it taken back.
        await page.Keyboard.PressAsync("ArrowLeft");
        await page.Keyboard.PressAsync("Alt+ArrowLeft");
        await Expect(Names(page)).ToHaveTextAsync(["Inspire", "Book", "Travel", "Return", "Arrive"]);
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Return, stage 4" })).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("F2");
        await Expect(page.GetByLabel("Name of the stage")).ToBeFocusedAsync();
        await page.Keyboard.TypeAsync("Come back");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Come back, stage 4" })).ToBeFocusedAsync();
        await Expect(Names(other)).ToHaveTextAsync(["Inspire", "Book", "Travel", "Come back", "Arrive"]);
        await page.Keyboard.PressAsync("Control+z");
        await Expect(Names(page)).ToHaveTextAsync(["Inspire", "Book", "Travel", "Return", "Arrive"]);
        await page.Keyboard.PressAsync("Control+z");
        await Expect(Names(other)).ToHaveTextAsync(["Inspire", "Book", "Travel", "Arrive", "Return"]);

        // Into a chain below, and back.
        await page.GetByRole(AriaRole.Button, new() { Name = "Add a value chain" }).ClickAsync();
        await Expect(page.Locator("[data-column]")).ToHaveCountAsync(2);
        await page.GetByRole(AriaRole.Button, new() { Name = "Book, stage 2" }).FocusAsync();
        await page.Keyboard.PressAsync("Alt+ArrowDown");
        await Expect(Names(other)).ToHaveTextAsync(["Inspire", "Travel", "Arrive", "Return", "Book"]);
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Book, stage 1" })).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Alt+ArrowUp");
        await Expect(Names(other)).ToHaveTextAsync(["Book", "Inspire", "Travel", "Arrive", "Return"]);

        // Faster than the page draws the moves.
        await page.EvaluateAsync(
            """
            () => {
              const stage = document.activeElement;
              for (const key of ['ArrowDown', 'ArrowUp', 'ArrowRight', 'ArrowRight']) {
                stage.dispatchEvent(new KeyboardEvent('keydown', { key, altKey: true, bubbles: true }));
              }
            }
            """);
        await Expect(Names(other)).ToHaveTextAsync(["Inspire", "Travel", "Book", "Arrive", "Return"]);
        errors.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_stage_says_what_goes_with_it_before_it_is_deleted_and_comes_back_whole()
    {
        await using var server = await WorkbenchServer.StartAsync(StorageProvider.Sqlite);
        await using var user = await browsers.NewUserAsync();
        List<string> errors = [];
        var page = await user.NewWindowAsync(errors);
        await page.GotoAsync(Stage(server.Address, await server.SampleAsync()));
        await page.GetByRole(AriaRole.Button, new() { Name = "Delete Pre-flight preparation" }).ClickAsync();
        var question = page.GetByRole(AriaRole.Dialog, new() { Name = "Delete the stage Pre-flight preparation?" });
        await Expect(question).ToContainTextAsync("10 stage links");
        await Expect(question).ToContainTextAsync("Capabilities stay. It can be undone.");
        await question.GetByRole(AriaRole.Button, new() { Name = "Delete" }).ClickAsync();
        await Expect(Names(page)).ToHaveCountAsync(9);
        await page.GetByRole(AriaRole.Alert).GetByRole(AriaRole.Button, new() { Name = "Undo" }).ClickAsync();
        await Expect(
                page.GetByRole(
                    AriaRole.Button,
                    new() { Name = "Pre-flight preparation, stage 4: 14 points, 14\u00A0% of all value, heat 35, Hot, 3 touchpoints" }))
            .ToBeVisibleAsync();
        errors.ShouldBeEmpty();
    }

    [Fact]
    public async Task Two_people_on_one_name_see_both_and_choose()
    {
        await using var server = await WorkbenchServer.StartAsync(StorageProvider.Sqlite);
        var model = await server.SampleAsync();
        await using var anna = await browsers.NewUserAsync();
        await using var ben = await browsers.NewUserAsync();
        List<string> errors = [];
        var (first, second) = (await anna.NewWindowAsync(errors), await ben.NewWindowAsync(errors));
        foreach (var page in new[] { first, second })
        {
            await page.GotoAsync(Stage(server.Address, model));
            await Expect(Name(page)).ToHaveValueAsync("Pre-flight preparation");
        }

        await Name(second).FillAsync("Getting ready");
        await Name(first).FillAsync("Before the flight");
        await Name(first).BlurAsync();
        await Expect(second.GetByRole(AriaRole.Heading, new() { Name = "Before the flight" })).ToBeVisibleAsync();
        await Expect(Name(second)).ToHaveValueAsync("Getting ready");
        await Name(second).BlurAsync();
        var conflict = second.GetByRole(AriaRole.Alert).Filter(new() { HasText = "changed this meanwhile" });
        await Expect(conflict).ToContainTextAsync("Theirs: “Before the flight”. Yours: “Getting ready”.");
        await conflict.GetByRole(AriaRole.Button, new() { Name = "Save mine" }).ClickAsync();
        await Expect(Name(first)).ToHaveValueAsync("Getting ready");
        errors.ShouldBeEmpty();
    }

    [Fact]
    public async Task What_was_being_typed_is_back_after_the_server_was_killed()
    {
        var cancel = TestContext.Current.CancellationToken;
        var directory = Directory.CreateTempSubdirectory("operatingmodel-draft-").FullName;
        var storage = new StorageSettings { Provider = StorageProvider.Sqlite, DataDirectory = directory };
        await using var user = await browsers.NewUserAsync();
        var page = await user.NewPageAsync();
        Uri address;
        string was;
        using (var program = await ProgramProcess.StartAsync(storage, cancel))
        {
            address = program.Address;
            await page.GotoAsync(address.ToString());
            await page.GetByRole(AriaRole.Link, new() { Name = "Value chains" }).ClickAsync();
            await page.GetByRole(AriaRole.Button, new() { Name = "Pre-flight preparation, stage 4" }).ClickAsync();
            await Name(page).FillAsync("Half a new na");
            await Expect(page.Locator("[data-draft=kept]")).ToHaveCountAsync(1);
            program.Kill();
            was = await page.LeaveAsync();
        }

        using var again = await ProgramProcess.StartAsync(storage, cancel, address);
        await page.GotoAsync(was);
        await Expect(Name(page)).ToHaveValueAsync("Half a new na");
        await Expect(page.GetByText("What you typed before is back; stored is “Pre-flight preparation”.")).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Save it" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Half a new na" })).ToBeVisibleAsync();
    }

    private static ModelSnapshot Empty { get; } =
        ModelSnapshot.Of(
            [ModelTables.Of<ModelMeta>().Create([new ModelMeta("NEW", "New model", null, null, "EUR", "kEUR", null, new Quarter(2026, 1), 8, null)])],
            0,
            new DateOnly(2026, 1, 1));

    private static string Stage(Uri address, Guid model) => new Uri(address, Urls.ValueChains(model, "?stage=PREP")).ToString();

    private static ILocator Names(IPage page) => page.Locator(".chevron .name");

    private static ILocator Name(IPage page) => page.Drawer("Stage").GetByLabel("Name", new() { Exact = true });
}

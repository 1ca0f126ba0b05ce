using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using OperatingModel.Application;
using OperatingModel.Application.Access;
using OperatingModel.Domain;
using OperatingModel.Domain.Capabilities;
using OperatingModel.Domain.Editing;
using OperatingModel.Domain.Workspaces;
using OperatingModel.Exchange.Samples;
using OperatingModel.Web;
using OperatingModel.Web.Tests;
using static Microsoft.Playwright.Assertions;

namespace OperatingModel.Browser.Tests.Assessments;

/// <summary>How links and scores come into a model: by keys, by a paste, and by two people at once.</summary>
public sealed class ScoringJourneyTests(Browsers browsers)
{
    [Fact]
    public async Task A_capability_is_linked_and_scored_with_the_keyboard_alone()
    {
        await using var server = await WorkbenchServer.StartAsync(StorageProvider.Sqlite);
        var model = await server.SampleAsync();
        await using var user = await browsers.NewUserAsync();
        await user.GrantPermissionsAsync(["clipboard-read", "clipboard-write"]);
        List<string> errors = [];
        var page = await user.NewWindowAsync(errors);
        await page.GotoAsync(new Uri(server.Address, Urls.StageLinks(model)).ToString());
        await Expect(page.GetByText("74 links")).ToBeVisibleAsync();

        await page.Cell("C1.1", "INSPIRE").ShowsAsync("C");

        // From C1 to C1.1, then to three stages it does not serve yet; every entry moves down, so up again.
        await page.GetByRole(AriaRole.Treegrid).FocusAsync();
        await PressAsync(page, "ArrowDown", "ArrowRight", "ArrowRight", "9", "ArrowUp", "ArrowRight", "s", "ArrowUp", "ArrowRight", " ");
        await page.Cell("C1.1", "BOOK").ShowsAsync("C");
        await page.Cell("C1.1", "PREP").ShowsAsync("S");
        await page.Cell("C1.1", "CHECKIN").ShowsAsync("M");
        await Expect(page.Cell("C1.1", "BOOK")).ToHaveAttributeAsync("aria-label", new Regex("Critical$"));
        await Expect(page.GetByText("77 links")).ToBeVisibleAsync();

        await page.GetByRole(AriaRole.Link, new() { Name = "Scoring sheet" }).FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await page.Cell("C1.1", "MAIN").ShowsAsync("3 · 3→4");
        await page.GetByRole(AriaRole.Treegrid).FocusAsync();
        await PressAsync(page, "ArrowDown", "5", "2", "5");
        await page.Cell("C1.1", "MAIN").ShowsAsync("5 · 2→5");

        // Typed half and left: kept, also over a reload, but not yet a score.
        await page.GetByRole(AriaRole.Button, new() { Name = "Importance" }).FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await page.Cell("C1.1", "MAIN").ShowsAsync("5");
        await page.GetByRole(AriaRole.Treegrid).FocusAsync();
        await PressAsync(page, "ArrowDown", "ArrowRight", "ArrowRight", "4");
        await page.Cell("C1.3", "REG").ShowsAsync("4");
        await Expect(page.Locator("[data-draft=kept]")).ToContainTextAsync("1 cell is not complete");
        await page.ReloadAsync();
        await page.Cell("C1.3", "REG").ShowsAsync("4");
        await Expect(page.Cell("C1.3", "REG")).ToHaveAttributeAsync("aria-label", new Regex("Not complete"));

        // A digit that is no level is answered at the cell; N says that the capability does not apply, and takes it back.
        await page.Cell("C1.3", "REG").ClickAsync();
        await PressAsync(page, "9");
        await Expect(page.Locator(".hg-tip-refusal")).ToContainTextAsync("“9” is not taken. Importance goes from 1 to 5.");
        await PressAsync(page, "n");
        await page.Cell("C1.3", "REG").ShowsAsync("·");
        await page.Cell("C1.3", "REG").ClickAsync();
        await Expect(page.GetByText("Not applicable: Not done in this unit")).ToBeVisibleAsync();
        await PressAsync(page, "n");
        await page.Cell("C1.3", "REG").ShowsAsync("4");

        // A block that names capabilities, a unit and figures goes where these are, wherever it is pasted.
        await page.EvaluateAsync(
            "text => navigator.clipboard.writeText(text)",
            "Code\tName\treg\t\t\n\t\tImportance\tNow\tWanted\nC1.2\tCUSTOMER dàta & segmentation\tn/a\t\t\nC1.1\tCampaign & content "
                + "management\t5\t0\t5");
        await page.Keyboard.PressAsync("Control+v");
        await page.Drawer("Paste preview").GetByRole(AriaRole.Button, new() { Name = "Set 2 cells" }).ClickAsync();
        await page.Cell("C1.2", "REG").ShowsAsync("·");
        await page.Cell("C1.1", "REG").ShowsAsync("5");
        await page.Keyboard.PressAsync("Control+z");
        await page.Cell("C1.2", "REG").ShowsAsync("3");

        // In the capability's drawer the choice of a unit alone says so, with a reason to be bettered.
        await page.GotoAsync(new Uri(server.Address, Urls.Capabilities(model, "?row=C1.2")).ToString());
        await page.Drawer("Capability").GetByText("Does not apply in…").ClickAsync();
        await page.Drawer("Capability").GetByRole(AriaRole.Button, new() { Name = "Regional", Exact = true }).ClickAsync();
        await Expect(page.Drawer("Capability").GetByLabel("Reason")).ToHaveValueAsync("Not done in this unit");
        errors.ShouldBeEmpty();
    }

    [Fact]
    public async Task Links_are_pasted_after_a_preview_that_names_what_cannot_be_read()
    {
        await using var server = await WorkbenchServer.StartAsync(StorageProvider.Sqlite);
        await using var user = await browsers.NewUserAsync();
        await user.GrantPermissionsAsync(["clipboard-read", "clipboard-write"]);
        List<string> errors = [];
        var page = await user.NewWindowAsync(errors);
        await page.GotoAsync(new Uri(server.Address, Urls.StageLinks(await server.SampleAsync())).ToString());
        await page.Cell("C1.1", "INSPIRE").ShowsAsync("C");
        await page.GetByRole(AriaRole.Treegrid).FocusAsync();
        await PressAsync(page, "ArrowDown", "ArrowRight", "ArrowRight");
        await page.EvaluateAsync("text => navigator.clipboard.writeText(text)", "minor\tperhaps\n\t9");
        await page.Keyboard.PressAsync("Control+v");
        var preview = page.Drawer("Paste preview");
        await Expect(preview).ToContainTextAsync("2 cells will be set; 1 cannot be read and is left as it is");
        await Expect(preview).ToContainTextAsync("1 cell: Say critical, supporting, minor or none");
        await Expect(preview).ToContainTextAsync("Row 1, column 2 “perhaps” Campaign & content management (C1.1) · Pre-flight preparation");
        await page.Cell("C1.1", "BOOK").ShowsAsync("");
        await preview.GetByRole(AriaRole.Button, new() { Name = "Set 2 cells" }).ClickAsync();
        await page.Cell("C1.1", "BOOK").ShowsAsync("M");
        await page.Cell("C1.2", "PREP").ShowsAsync("C");
        await Expect(page.GetByText("75 links")).ToBeVisibleAsync();
        errors.ShouldBeEmpty();
    }

    [Fact]
    public async Task Orphans_stay_under_the_hand_until_asked_again_and_a_drag_chooses_cells()
    {
        await using var server = await WorkbenchServer.StartAsync(StorageProvider.Sqlite);
        var model = (
            await server.Catalog.CreateAsync(WithSteps(3), CurrentUser.Local, Guid.CreateVersion7(), TestContext.Current.CancellationToken)).Id;
        await using var user = await browsers.NewUserAsync();
        List<string> errors = [];
        var page = await user.NewWindowAsync(errors);
        await page.GotoAsync(new Uri(server.Address, Urls.StageLinks(model, "?only=orphans")).ToString());
        await page.Cell("S.1", "BOOK").ClickAsync();
        await page.Cell("S.1", "BOOK").ShowsAsync("M");
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Filter again" })).ToBeVisibleAsync();
        await page.Cell("S.1", "BOOK").ClickAsync();
        await page.Cell("S.1", "BOOK").ShowsAsync("S");
        await page.Cell("S.2", "PREP").HoverAsync();
        await page.Cell("S.1", "BOOK").HoverAsync();
        await Expect(page.Locator(".hg-tip")).ToContainTextAsync("Supporting");

        // From cell to cell with the button down: nothing is written, and one key fills them.
        await page.Cell("S.2", "BOOK").HoverAsync();
        await page.Mouse.DownAsync();
        await page.Cell("S.3", "PREP").HoverAsync();
        await page.Mouse.UpAsync();
        await Expect(page.Locator("[role=gridcell][aria-selected=true]")).ToHaveCountAsync(4);
        await Expect(page.GetByText("75 links")).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("c");
        await page.Cell("S.2", "PREP").ShowsAsync("C");
        await page.Cell("S.3", "BOOK").ShowsAsync("C");
        await Expect(page.GetByText("79 links")).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Filter again" }).ClickAsync();
        await Expect(page.GetByText("No orphans: every capability serves a stage")).ToBeVisibleAsync();
        errors.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(StorageProvider.Sqlite)]
    [InlineData(StorageProvider.Postgres)]
    public async Task Two_hundred_scores_are_pasted_after_a_preview_and_taken_back_with_one_undo(StorageProvider provider)
    {
        await using var server = await WorkbenchServer.StartAsync(provider);
        var model = (
            await server.Catalog.CreateAsync(WithSteps(50), CurrentUser.Local, Guid.CreateVersion7(), TestContext.Current.CancellationToken)).Id;
        await using var user = await browsers.NewUserAsync();
        await user.GrantPermissionsAsync(["clipboard-read", "clipboard-write"]);
        List<string> errors = [];
        var page = await user.NewWindowAsync(errors);
        await page.GotoAsync(new Uri(server.Address, Urls.Assess(model, "?q=Step")).ToString());
        var first = page.RowHeader("S.1");
        await Expect(first).ToBeVisibleAsync();
        await page.Cell("S.1", "MAIN").ClickAsync();

        // Fifty rows of four; two cells say nothing that can be read.
        var lines = Enumerable
            .Range(1, 50)
            .Select(row =>
                row switch
                {
                    3 => "424\tsoon\t424\t424",
                    7 => "424\t424\t\"6 2 4\"\t424",
                    _ => "424\t\"5 1 4\"\t3 · 2→3\t1/0/0",
                });
        await page.EvaluateAsync("text => navigator.clipboard.writeText(text)", string.Join("\r\n", lines));
        await page.Keyboard.PressAsync("Control+v");
        var preview = page.Drawer("Paste preview");
        await Expect(preview.GetByText("198 cells will be set; 2 cannot be read")).ToBeVisibleAsync();
        await Expect(preview.GetByText("Row 3, column 2")).ToBeVisibleAsync();
        await Expect(preview.GetByText("Row 7, column 3")).ToBeVisibleAsync();
        await Expect(preview.GetByText("Importance goes from 1 to 5.")).ToBeVisibleAsync();
        (await ScoredAsync(server, model)).ShouldBe(0, "nothing is stored before it is applied");
        await preview.GetByRole(AriaRole.Button, new() { Name = "Set 198 cells" }).ClickAsync();
        await page.Cell("S.1", "LCC").ShowsAsync("5 · 1→4");
        (await ScoredAsync(server, model)).ShouldBe(198);

        await page.Cell("S.1", "MAIN").ClickAsync();
        await page.Keyboard.PressAsync("Control+z");
        await page.Cell("S.1", "LCC").ShowsAsync("");
        (await ScoredAsync(server, model)).ShouldBe(0);
        errors.ShouldBeEmpty();
    }

    [Fact]
    public async Task Two_people_on_one_cell_see_both_values_and_choose()
    {
        await using var server = await WorkbenchServer.StartAsync(StorageProvider.Sqlite);
        var model = await server.SampleAsync();
        await using var anna = await browsers.NewUserAsync();
        await using var ben = await browsers.NewUserAsync();
        List<string> errors = [];
        var (first, second) = (await anna.NewWindowAsync(errors), await ben.NewWindowAsync(errors));
        await first.GotoAsync(new Uri(server.Address, Urls.Assess(model)).ToString());
        await first.Cell("C1.1", "MAIN").ShowsAsync("3 · 3→4");
        await second.GotoAsync(new Uri(server.Address, Urls.Assess(model)).ToString());
        await second.Cell("C1.1", "MAIN").ShowsAsync("3 · 3→4");

        // Ben has begun an unknown cell when Anna scores it.
        await second.Cell("C1.3", "REG").ClickAsync();
        await PressAsync(second, "2", "ArrowUp");
        await second.Cell("C1.3", "REG").ShowsAsync("2 · ?→?");
        await first.Cell("C1.3", "REG").ClickAsync();
        await PressAsync(first, "4", "1", "4");
        await first.Cell("C1.3", "REG").ShowsAsync("4 · 1→4");
        await second.Cell("C1.3", "REG").ShowsAsync("2 · ?→?");
        await second.Cell("C1.3", "REG").ClickAsync();
        await PressAsync(second, "2", "2", "3");
        var told = second.GetByRole(AriaRole.Alert);
        await Expect(told).ToContainTextAsync("Theirs: importance 4, now 1, target 4");
        await Expect(told).ToContainTextAsync("Yours: importance 2, now 2, target 3");
        await first.Cell("C1.3", "REG").ShowsAsync("4 · 1→4");
        await told.GetByRole(AriaRole.Button, new() { Name = "Save mine" }).ClickAsync();
        await first.Cell("C1.3", "REG").ShowsAsync("2 · 2→3");
        await second.Cell("C1.3", "REG").ShowsAsync("2 · 2→3");
        await Expect(told).ToHaveCountAsync(0);
        errors.ShouldBeEmpty();
    }

    [Fact]
    public async Task The_map_is_shown_as_it_was_on_a_past_day_and_not_edited_there()
    {
        await using var server = await WorkbenchServer.StartAsync(StorageProvider.Sqlite);
        await using var user = await browsers.NewUserAsync();
        List<string> errors = [];
        var page = await user.NewWindowAsync(errors);
        await page.GotoAsync(server.HeatMap(await server.SampleAsync(), "?row=C4.3&unit=MAIN"));
        await page.Cell("C4.3", "PREP").ShowsAsync("60");
        await Expect(page.Drawer("Why?").Scale("Importance")).ToBeVisibleAsync();

        // Of the sample's scores, most were given later in 2025.
        await page.GetByRole(AriaRole.Button, new() { Name = "Past days" }).ClickAsync();
        // With keys, as it is written: blanks and Enter belong to the field, not to its calendar.
        await page.GetByLabel("As of", new() { Exact = true }).FillAsync("");
        await page.Keyboard.TypeAsync("Jun 30, 2025");
        await Expect(page.GetByLabel("As of", new() { Exact = true })).ToHaveValueAsync("Jun 30, 2025");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.GetByText("The map as it was on Jun 30, 2025")).ToBeVisibleAsync();
        await page.Cell("C4.3", "PREP").ShowsAsync("");
        await page.Cell("C3.1.2", "SEARCH").ShowsAsync("16");
        page.Url.ShouldContain("asof=2025-06-30");
        await Expect(page.Drawer("Why?").Scale("Importance")).ToHaveCountAsync(0);
        await Expect(page.Drawer("Why?").GetByText("Unknown: nothing was scored.")).ToBeVisibleAsync();
        await page.ReloadAsync();
        await Expect(page.GetByText("The map as it was on Jun 30, 2025")).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Back to now" }).ClickAsync();
        await page.Cell("C4.3", "PREP").ShowsAsync("60");
        await Expect(page.Drawer("Why?").Scale("Importance")).ToBeVisibleAsync();
        errors.ShouldBeEmpty();
    }

    private static async Task PressAsync(IPage page, params string[] keys)
    {
        foreach (var key in keys)
        {
            await page.Keyboard.PressAsync(key);
        }
    }

    private static async Task<int> ScoredAsync(WorkbenchServer server, Guid model) =>
        (await server.Catalog.SnapshotAsync(model, CurrentUser.Local))
            .Assessments.Count(assessment => assessment.Capability.StartsWith("S.", StringComparison.Ordinal));

    /// <summary>The airline with a branch of so many capabilities that nobody has scored.</summary>
    private static ModelSnapshot WithSteps(int count)
    {
        var model = SampleModels.Airline(new DateOnly(2026, 1, 1));
        model = model.With([RowChange.Replace(model.Meta, model.Meta with { Code = "STEPS", Name = "Steps" })], 0);
        model = model.With(CapabilityEdits.Add(model, Place.LastIn(null), "Steps", "S"), 0);
        for (var step = 1; step <= count; step++)
        {
            model = model.With(
                CapabilityEdits.Add(
                    model,
                    Place.LastIn("S"),
                    string.Create(CultureInfo.InvariantCulture, $"Step {step}"),
                    string.Create(CultureInfo.InvariantCulture, $"S.{step}")),
                0);
        }

        return model;
    }
}

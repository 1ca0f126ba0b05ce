using AngleSharp.Dom;
using Bunit;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using MudBlazor.Services;
using OperatingModel.Application.Access;
using OperatingModel.Domain;
using OperatingModel.Domain.Access;
using OperatingModel.Domain.Assessments;
using OperatingModel.Domain.Capabilities;
using OperatingModel.Domain.Workspaces;
using OperatingModel.Web.Components.Editing;
using OperatingModel.Web.Components.Layout;
using OperatingModel.Web.Features.Campaigns;
using OperatingModel.Web.Tests.Components.Editing;

namespace OperatingModel.Web.Tests.Features.Campaigns;

/// <summary>What a campaign shows, and what is done there, on the sample.</summary>
public sealed class CampaignPartsTests(SharedServer shared) : IClassFixture<SharedServer>, IAsyncLifetime
{
    private static readonly CurrentUser Me = CurrentUser.Local;
    private static readonly CurrentUser Bob = new("bob", "Bob", ModelRoles.All);

    private readonly BunitContext _window = new();
    private readonly TestBrowser _browser = new("here");
    private Workbench _bench = default!;
    private readonly WorkbenchServer _server = shared.Server;
    private Guid _model;

    private static CancellationToken Cancel => Xunit.TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _model = await shared.NewModelAsync();
        await _server.WriteAsync(_model, Me, model => CampaignEdits.Start(
            model, "Round", new DateOnly(2030, 1, 1), null, ["C4.3"], ["MAIN"], [(Me.Id, Me.Name), (Bob.Id, Bob.Name)]));
        _bench = await _server.OpenAsync(_model);
        _window.JSInterop.Mode = JSRuntimeMode.Loose;
        _window.Services.AddMudServices();
        _window.Services.AddSingleton(_bench).AddSingleton(TimeProvider.System).AddSingleton(Me)
            .AddSingleton(_server.ShelfOf(_bench, new Connection(_browser), _browser))
            .AddSingleton(services => _server.EditorOf(_bench, services.GetRequiredService<DraftShelf>()));
    }

    public ValueTask DisposeAsync() => _window.DisposeAsync();

    [Fact]
    public async Task What_was_typed_over_a_judgement_that_was_changed_meanwhile_is_offered_and_overwrites_nothing()
    {
        await JudgeAsync(Me, 5, 1, 4);
        var row = await RowAsync();
        var seen = row.Find("tr").GetAttribute("data-seen");
        await JudgeAsync(Me, 5, 3, 4);
        await ShowAsync(row);
        row.Find("tr").GetAttribute("data-seen").ShouldNotBe(seen);

        await Field(row, "Now").TriggerEventAsync("ontypedaway", new TypedAwayEventArgs { Text = "2" });
        row.Find("[role=status]").TextContent.ShouldContain("Stored: 5 · 3 · 4. Yours: 5 · 2 · 4.");
        (await MineAsync())!.Current.ShouldBe(3);

        await Button(row, "Save mine").ClickAsync();
        (await MineAsync())!.Current.ShouldBe(2);
    }

    [Fact]
    public async Task What_was_begun_over_a_judgement_that_comes_from_elsewhere_is_not_lost()
    {
        var row = await RowAsync();
        await Field(row, "Importance").ChangeAsync("2");
        await JudgeAsync(Me, 5, 3, 4);
        await ShowAsync(row);
        row.Find("[role=status]").TextContent.ShouldContain("Stored: 5 · 3 · 4. Yours: 2 · – · –.");
        await Button(row, "Keep what is stored").ClickAsync();
        Field(row, "Importance").GetAttribute("value").ShouldBe("5");
    }

    [Fact]
    public async Task Three_digits_are_stored_and_offer_nothing()
    {
        var row = await RowAsync();
        await Field(row, "Importance").ChangeAsync("5");
        await Field(row, "Now").ChangeAsync("1");
        await Field(row, "Wanted").ChangeAsync("4");
        await ShowAsync(row);
        row.FindAll(".offer, .problem").ShouldBeEmpty();
        (await MineAsync())!.Current.ShouldBe(1);
    }

    [Fact]
    public async Task That_a_capability_does_not_apply_can_be_said_on_the_sheet_and_taken_back()
    {
        var row = await RowAsync();
        await Field(row, "Importance").ChangeAsync("N");
        (await ModelAsync()).Table<NotApplicable>().Find(RowKey.Of("C4.3", "MAIN")).ShouldNotBeNull();
        await ShowAsync(row);
        row.FindAll("[data-score]").ShouldBeEmpty();

        await Button(row, "It applies").ClickAsync();
        (await ModelAsync()).Table<NotApplicable>().Find(RowKey.Of("C4.3", "MAIN")).ShouldBeNull();
    }

    [Fact]
    public async Task Who_types_in_a_row_that_somebody_else_says_does_not_apply_reads_who_it_was()
    {
        await JudgeAsync(Me, 5, 1, 4);
        var row = await RowAsync();
        await Field(row, "Now").ChangeAsync("");
        await _server.WriteAsync(_model, Bob, model => ApplicabilityEdits.Set(model, "C4.3", "MAIN", applies: false, "Outsourced"));
        await ShowAsync(row);
        row.Find("[role=status]").TextContent.Trim().ShouldBe("Said by Bob. What you typed is kept, in case it applies.");

        await Button(row, "It applies").ClickAsync();
        await ShowAsync(row);
        row.FindAll(".offer").ShouldBeEmpty();
        Field(row, "Now").GetAttribute("value").ShouldBe("");
        Field(row, "Importance").GetAttribute("value").ShouldBe("5");
    }

    [Fact]
    public async Task The_fields_of_a_row_go_by_the_name_of_the_capability() =>
        (await RowAsync()).FindAll("[aria-label]").Select(field => field.GetAttribute("aria-label")).ShouldBe(
        [
            "Importance of Disruption notification in Mainline, 1 to 5", "Now of Disruption notification in Mainline, 0 to 5",
            "Wanted of Disruption notification in Mainline, 0 to 5", "How sure of Disruption notification in Mainline",
            "n/a: Disruption notification in Mainline does not apply",
        ]);

    [Fact]
    public async Task Where_there_is_no_room_for_the_scales_they_open_over_the_sheet_and_close_again()
    {
        var list = await ListAsync();
        list.Find("aside").ClassList.ShouldContain("by-itself");
        await list.FindAll("button").Single(button => button.TextContent == "Scale in words").ClickAsync();
        list.Find("aside").ClassList.ShouldNotContain("by-itself");
        await list.Find("aside button[aria-label=Close]").ClickAsync();
        list.Find("aside").ClassList.ShouldContain("by-itself");
    }

    [Fact]
    public async Task Judgements_of_an_assessor_who_was_removed_stay_among_the_differences_marked_as_such()
    {
        await JudgeAsync(Me, 5, 1, 4);
        await JudgeAsync(Bob, 5, 4, 4);
        await AgreeAsync(current: 3);
        (await DifferencesAsync()).Markup.ShouldNotContain("emoved");
        await _server.WriteAsync(_model, Me, model => [RowChange.Remove(model.Table<CampaignAssessor>().Find(RowKey.Of("C1", Bob.Id))!)]);

        var row = (await DifferencesAsync()).FindAll("tr[data-row]").ShouldHaveSingleItem();
        row.QuerySelectorAll(".judged").Select(cell => cell.TextContent)
            .ShouldBe(["5 · 1 · 4", "5 · 4 · 4", "5 · 3 · 4 · High", "5 · 1 · 4 · High"]);
        Words(row).ShouldContain("bob, removed: 5 · 4 · 4");
        row.QuerySelector(".num")!.TextContent.ShouldBe("3");
    }

    [Fact]
    public async Task The_list_keeps_what_does_not_apply_and_says_the_scales_in_words()
    {
        await JudgeAsync(Me, 5, 1, 4);
        var list = await ListAsync();
        list.FindAll("aside li[aria-current]").ShouldBeEmpty();
        await list.Find("tbody tr[data-seen]").TriggerEventAsync("onfocusin", new FocusEventArgs());
        list.FindAll("aside li[aria-current]").Select(level => level.QuerySelector("span")!.FirstChild!.TextContent).ShouldBe(
            [Anchors.Importance(5), Anchors.Maturity(4), Anchors.Maturity(1)]);

        await _server.WriteAsync(_model, Bob, model => ApplicabilityEdits.Set(model, "C4.3", "MAIN", applies: false, "Outsourced"));
        (await ListAsync()).FindAll("tbody tr[data-seen]").ShouldHaveSingleItem().TextContent.ShouldContain("not applicable");
    }

    [Fact]
    public async Task After_the_agreement_the_differences_keep_who_differed_what_was_agreed_and_how_it_was_proposed()
    {
        await JudgeAsync(Me, 5, 1, 4);
        await JudgeAsync(Bob, 5, 4, 4);
        var open = await DifferencesAsync();
        open.Find("tr[data-row]").TextContent.ShouldContain("lower of two");
        open.FindAll(".chip.good").ShouldBeEmpty();
        await AgreeAsync(current: 3);

        foreach (var isClosed in new[] { false, true })
        {
            if (isClosed)
            {
                await _server.WriteAsync(_model, Me, model => CampaignEdits.Close(model, "C1"));
            }

            var row = (await DifferencesAsync()).FindAll("tr[data-row]").ShouldHaveSingleItem();
            row.QuerySelectorAll(".judged")
                .Select(cell => cell.TextContent)
                .ShouldBe(["5 · 1 · 4", "5 · 4 · 4", "5 · 3 · 4 · High", "5 · 1 · 4 · High"]);
            row.QuerySelector(".num")!.TextContent.ShouldBe("3");
            row.TextContent.ShouldContain("agreed");
            row.TextContent.ShouldContain("Ann, Bob");
            row.TextContent.ShouldContain("lower of two");
            row.QuerySelectorAll("input, select").ShouldBeEmpty();
        }
    }

    [Fact]
    public async Task Those_who_judged_are_named_as_those_who_agreed()
    {
        await JudgeAsync(Bob, 5, 4, 4);
        (await DifferencesAsync()).FindAll("#agreed-by").ShouldBeEmpty();
        await _server.WriteAsync(_model, Bob, model => [RowChange.Add(new CampaignAssessor("C1", "eve", "Eve"))]);
        await JudgeAsync(Me, 5, 1, 4);
        var list = await DifferencesAsync();
        list.Find("#agreed-by").GetAttribute("value").ShouldBe($"{Me.Name}, Bob");
    }

    [Fact]
    public async Task What_is_put_right_in_a_new_campaign_is_no_longer_called_wrong()
    {
        var model = await ModelAsync();
        var form = _window.Render<StartCampaign>(parameters => parameters.Add(one => one.Address, _model).Add(one => one.Model, model));
        form.FindAll(".problem").ShouldBeEmpty();
        await form.Find("form").SubmitAsync();
        form.FindAll(".problem").Select(problem => problem.TextContent).ShouldBe(
            ["Give the campaign a name.", "Choose at least one capability to be judged.", "Choose at least one business unit."]);

        await form.FindAll("fieldset")[1].QuerySelectorAll("li input")[0].ChangeAsync(true);
        await form.Find("#c-name").InputAsync("Autumn");
        form.FindAll(".problem").Select(problem => problem.TextContent).ShouldBe(["Choose at least one capability to be judged."]);
    }

    [Theory]
    [InlineData("32.12.2026")]
    [InlineData("")]
    public async Task A_campaign_does_not_begin_while_the_day_it_is_due_is_not_said(string typed)
    {
        var model = await ModelAsync();
        var form = _window.Render<StartCampaign>(parameters => parameters.Add(one => one.Address, _model).Add(one => one.Model, model));
        await form.FindAll("fieldset")[0].QuerySelectorAll("li input")[0].ChangeAsync(true);
        await form.FindAll("fieldset")[1].QuerySelectorAll("li input")[0].ChangeAsync(true);
        await form.Find("#c-name").InputAsync("Autumn");
        await form.Find("#c-due").ChangeAsync(typed);
        await form.Find("form").SubmitAsync();
        (await ModelAsync()).Table<Campaign>().Count.ShouldBe(1);
        form.Markup.ShouldContain(typed.Length > 0 ? "is not a date" : "Say until which day to judge.");
    }

    [Fact]
    public async Task The_sheet_of_who_was_removed_does_not_turn_into_anothers()
    {
        var list = await ListAsync();
        list.FindAll(".row").ShouldNotBeEmpty();
        list.Render(parameters => parameters.Add(one => one.Assessor, null));
        list.FindAll(".row").ShouldBeEmpty();
        list.Find("[role=alert]").TextContent.ShouldContain("This assessor is not in the campaign");
    }

    [Fact]
    public async Task A_sheet_that_is_sorted_keeps_its_columns_and_its_rows()
    {
        var list = await ListAsync();
        string[] Heads() => [.. list.FindAll("thead th").Select(head => head.TextContent)];
        var heads = Heads();
        heads.ShouldBe(["Capability", "Unit", "Importance", "Now", "Wanted", "How sure", "Others", "State"]);
        await list.FindAll(".sort").Single(sort => sort.TextContent == "Importance").ClickAsync(new());
        Heads().ShouldBe(heads);
        list.Find("th[aria-sort=ascending]").TextContent.ShouldBe("Importance");
        list.FindAll("tr.row").ShouldHaveSingleItem();
    }

    // As a page has it: what it draws is what the window has heard of.
    private async Task<ModelSnapshot> ModelAsync()
    {
        await _server.CatchUpAsync(_bench, Cancel);
        return _bench.Snapshot!;
    }

    private async Task<CampaignScore?> MineAsync() => (await ModelAsync()).Table<CampaignScore>().Find(RowKey.Of("C1", "C4.3", "MAIN", Me.Id));

    private Task JudgeAsync(CurrentUser who, int importance, int current, int target) => _server.WriteAsync(_model, Bob, model =>
    {
        var score = new CampaignScore("C1", "C4.3", "MAIN", who.Id, importance, current, target, Confidence.High, model.Today);
        return [model.Table<CampaignScore>().Find(score.Key) is { } before ? RowChange.Replace(before, score) : RowChange.Add(score)];
    });

    private async Task AgreeAsync(int current)
    {
        var seen = (await ModelAsync()).Assessments.Find(Assessment.KeyOf("C4.3", "MAIN", null))?.Version ?? 0;
        var cell = new CellScores("C4.3", "MAIN", null, new Scores(5, current, 4, Confidence.High, null), seen);
        await _server.WriteAsync(_model, Me, model => CampaignEdits.Agree(model, "C1", ["Ann", "Bob"], cell));
    }

    private async Task<IRenderedComponent<ScoringRow>> RowAsync()
    {
        var row = _window.Render<ScoringRow>(parameters => parameters
            .Add(one => one.Cell, new CampaignCell("C4.3", "MAIN", [], null, null, [])).Add(one => one.Absence, null).Add(one => one.Campaign, "C1")
            .Add(one => one.Assessor, Me.Id).Add(one => one.Names, new Dictionary<string, string> { [Me.Id] = Me.Name, [Bob.Id] = Bob.Name })
            .Add(one => one.CapabilityName, "Disruption notification").Add(one => one.UnitName, "Mainline").Add(one => one.IsRunning, true));
        await ShowAsync(row);
        return row;
    }

    // As the page does when the model changed.
    private async Task ShowAsync(IRenderedComponent<ScoringRow> row)
    {
        var model = await ModelAsync();
        var cell = CampaignStatus.Of(model, "C1").Cells is [var asked] ? asked : new CampaignCell("C4.3", "MAIN", [], null, null, []);
        row.Render(parameters =>
            parameters.Add(one => one.Cell, cell).Add(one => one.Absence, model.Table<NotApplicable>().Find(RowKey.Of("C4.3", "MAIN"))));
    }

    private async Task<IRenderedComponent<ScoringList>> ListAsync()
    {
        var model = await ModelAsync();
        return _window.Render<ScoringList>(parameters => parameters
            .Add(list => list.Model, model).Add(list => list.Status, CampaignStatus.Of(model, "C1")).Add(list => list.Assessor, Me.Id));
    }

    private async Task<IRenderedComponent<Differences>> DifferencesAsync()
    {
        var model = await ModelAsync();
        return _window.Render<Differences>(parameters =>
            parameters.Add(one => one.Model, model).Add(one => one.Status, CampaignStatus.Of(model, "C1")));
    }

    private static string Words(IElement element) =>
        string.Join(' ', element.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static IElement Field(IRenderedComponent<ScoringRow> row, string what) => row.Find($"[aria-label^='{what} of']");

    private static IElement Button(IRenderedComponent<ScoringRow> row, string text) =>
        row.FindAll("button").Single(button => button.TextContent == text);
}

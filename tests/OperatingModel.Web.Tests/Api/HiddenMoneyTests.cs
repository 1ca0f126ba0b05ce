using System.IO.Compression;
using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.RegularExpressions;
using OperatingModel.Application;
using OperatingModel.Application.Access;
using OperatingModel.Domain;
using OperatingModel.Domain.Access;
using OperatingModel.Domain.Organisation;
using OperatingModel.Domain.Portfolio;
using OperatingModel.Domain.Teams;
using OperatingModel.Domain.Technology;
using OperatingModel.Domain.Workspaces;
using OperatingModel.Exchange.Json;
using OperatingModel.Web.Components.Layout;
using OperatingModel.Web.Features.Search;
using OperatingModel.Web.Tests.Components.Editing;

namespace OperatingModel.Web.Tests.Api;

/// <summary>An unlikely figure stands wherever a model keeps money; nothing the program answers may hold it for one who may not read money.</summary>
public sealed partial class HiddenMoneyTests : IAsyncLifetime
{
    private const long Canary = 731_946_528;

    private static readonly CurrentUser Viewer = new("vera", "Vera", ModelRoles.Viewer);

    private static readonly CurrentUser Architect = new("arthur", "Arthur", ModelRoles.Architect);

    private WorkbenchServer _server = null!;
    private HttpClient _client = null!;
    private Guid _model;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _server = await WorkbenchServer.StartAsync(StorageProvider.Sqlite);
        _client = new HttpClient { BaseAddress = _server.Address };
        _model = await _server.SampleAsync();
        await _server.WriteAsync(_model, CurrentUser.Local, WithCanaries);
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _server.DisposeAsync();
    }

    [Fact]
    public async Task No_answer_and_no_file_holds_money_for_one_who_may_not_read_it()
    {
        _server.User = Viewer;
        foreach (var address in Addresses())
        {
            var text = await TextAsync(address);
            text.Length.ShouldBeGreaterThan(0, address);
            CanaryAnywhere().Matches(text).ShouldBeEmpty(address);
        }
    }

    [Fact]
    public async Task Whoever_may_read_money_finds_all_of_it_in_the_file_of_the_model()
    {
        _server.User = Architect;
        CanaryAnywhere().Count(await TextAsync(Urls.ModelFile(_model))).ShouldBe(ModelTables.All.Sum(table => MoneyOf(table).Count()));
    }

    [Fact]
    public async Task A_file_of_a_model_without_its_money_can_be_read_again_and_breaks_no_rule()
    {
        _server.User = Viewer;
        var reading = ModelFileReader.Read(await _client.GetByteArrayAsync(new Uri(Urls.ModelFile(_model), UriKind.Relative), Cancel), _server.Today);
        reading.Check().Where(problem => problem.Blocks).ShouldBeEmpty();
        reading.Model.Table<Team>().Count.ShouldBeGreaterThan(0);
        reading.Model.Table<FundingRound>().ShouldBeEmpty();
    }

    [Fact]
    public async Task Search_finds_no_money_in_what_may_be_read()
    {
        var seen = await _server.Catalog.SnapshotAsync(_model, Viewer, Cancel);
        foreach (var word in new[] { $"{Canary}", seen.Table<Team>()[0].Code })
        {
            SearchIndex.Find(word, seen, _model, limit: 1000).ShouldAllBe(entry => !CanaryAnywhere().IsMatch(entry.ToString()));
        }
    }

    [Fact]
    public async Task The_api_answers_403_with_what_is_not_allowed_and_who_may()
    {
        _server.User = Viewer;
        var cell = (await _server.Catalog.SnapshotAsync(_model, CurrentUser.Local, Cancel)).Assessments[0];
        var answer = await _client.PutAsJsonAsync(
            $"/api/models/{_model}/assessments",
            new
            {
                cell.Capability,
                cell.BusinessUnit,
                cell.Stage,
                Importance = cell.Importance == 5 ? 4 : 5,
                cell.Current,
                cell.Target,
                Confidence = $"{cell.Confidence}",
                SeenVersion = cell.Version,
            },
            Cancel);
        answer.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
        var problem = await answer.Content.ReadFromJsonAsync<Dictionary<string, object>>(Cancel);
        problem!["detail"].ToString().ShouldBe($"Only an assessor, an architect or the CIO office may change assessment {cell.Key}.");
    }

    [Fact]
    public async Task A_window_says_why_an_edit_is_not_allowed_and_stores_nothing()
    {
        _server.User = Viewer;
        var (browser, bench) = (new TestBrowser("tab"), await _server.OpenAsync(_model));
        var model = bench.Snapshot!;
        model.ShouldBeSameAs(await _server.Catalog.SnapshotAsync(_model, Viewer, Cancel));
        var editor = _server.EditorOf(bench, _server.ShelfOf(bench, new Connection(browser), browser));

        var outcome = await editor.WriteAsync("Rename", now => [RowChange.Replace(now.Stages[0], now.Stages[0] with { Name = "Other" })]);

        outcome.IsDone.ShouldBeFalse();
        outcome.Sentence.ShouldBe($"Not saved: Only an architect or the CIO office may change stage {model.Stages[0].Code}.");
        (await _server.Catalog.SnapshotAsync(_model, Viewer, Cancel)).ShouldBeSameAs(model);
    }

    private IEnumerable<string> Addresses() =>
    [
        "/",
        Urls.Models,
        Urls.ModelsApi,
        Urls.ModelFile(_model),
        .. new[] { "csv", "json", "xlsx" }.Select(format => Urls.PrioritiesFile(_model, format)),
    ];

    // With digits in groups, in whatever language.
    [GeneratedRegex(@"731\D{0,8}946\D{0,8}528")]
    private static partial Regex CanaryAnywhere();

    private async Task<string> TextAsync(string address)
    {
        var bytes = await _client.GetByteArrayAsync(new Uri(address, UriKind.Relative), Cancel);
        if (bytes is not [(byte)'P', (byte)'K', ..])
        {
            return Encoding.UTF8.GetString(bytes);
        }

        var text = new StringBuilder();
        using var zip = new ZipArchive(new MemoryStream(bytes));
        foreach (var entry in zip.Entries)
        {
            using var reader = new StreamReader(entry.Open());
            text.Append(await reader.ReadToEndAsync(Cancel));
        }

        return text.ToString();
    }

    // The fields of money of a list, whatever hides them.
    private static IEnumerable<string> MoneyOf(ModelTable table) => table.RowType switch
    {
        var type when type == typeof(Team) || type == typeof(OrganisationUnit) => ["AnnualBudget"],
        var type when type == typeof(BusinessApplication) => ["AnnualRunCost"],
        var type when type == typeof(FundingRound) => ["Budget"],
        var type when type == typeof(InitiativeCost) || type == typeof(FundingDecision) => ["Amount"],
        _ => [],
    };

    private static List<RowChange> WithCanaries(ModelSnapshot model) =>
        [.. from table in ModelTables.All
            from name in MoneyOf(table)
            let row = model.Table(table).Rows[0]
            select new RowChange(table, row, table.Rewrite(row, (field, value) => field.Name == name ? AmountFor(table) : value))];

    // A round must be able to pay for its decisions; its budget begins with the same digits.
    private static long AmountFor(ModelTable table) => table == ModelTables.Of<FundingRound>() ? Canary * 1000 : Canary;
}

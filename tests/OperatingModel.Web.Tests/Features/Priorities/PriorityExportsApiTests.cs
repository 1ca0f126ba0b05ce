using System.Net;
using System.Text.Json;
using OperatingModel.Application;
using OperatingModel.Web.Features.Priorities;

namespace OperatingModel.Web.Tests.Features.Priorities;

public sealed class PriorityExportsApiTests : IAsyncLifetime
{
    private WorkbenchServer _server = null!;
    private HttpClient _client = null!;
    private Guid _model;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _server = await WorkbenchServer.StartAsync(StorageProvider.Sqlite);
        _client = new HttpClient { BaseAddress = _server.Address };
        _model = await _server.SampleAsync();
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _server.DisposeAsync();
    }

    [Theory]
    [InlineData("", "")]
    [InlineData("?w=a3", "-what-if")]
    [InlineData("?q=Customer", "-only-Customer")]
    [InlineData("?line=5", "-line-after-5")]
    [InlineData("?q=b%C3%BCro%2F..&w=a3&line=12", "-what-if-only-b-ro-line-after-12")]
    [InlineData("?q=%E5%AE%A2", "-only-some")]
    public async Task The_name_of_a_file_says_model_revision_day_and_what_is_special(string query, string special)
    {
        foreach (var format in new[] { "xlsx", "csv", "json" })
        {
            var answer = await GetAsync(format, query);
            answer.StatusCode.ShouldBe(HttpStatusCode.OK);
            var name = answer.Content.Headers.ContentDisposition!.FileName!.Trim('"');
            var day = _server.Today.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
            name.ShouldBe($"funding-priorities-AIRLINE-r1-{day}{special}.{format}");
        }
    }

    [Fact]
    public async Task A_filter_finds_in_a_file_what_it_finds_on_the_page()
    {
        var part = JsonElement.Parse(await ReadAsync("json", "?q=customer&line=3"));
        var found = part.GetProperty("rows").EnumerateArray().Select(row => row.GetProperty("capability").GetString()!).ToList();
        found.ShouldNotBeEmpty();
        found.ShouldAllBe(name => name.Contains("Customer", StringComparison.OrdinalIgnoreCase));
        (await ReadAsync("csv", "?q=customer")).Trim().Split('\n').Length.ShouldBe(found.Count + 1);
        (await ReadAsync("csv", "")).Trim().Split('\n').Length.ShouldBe(31);
    }

    [Theory]
    [InlineData(null, ",")]
    [InlineData("en-US,en;q=0.9", ",")]
    [InlineData("de-DE,de;q=0.9,en;q=0.8", ";")]
    [InlineData("fr", ";")]
    public async Task Csv_opens_in_columns_in_the_language_of_the_person(string? language, string separator)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/api/models/{_model}/priorities.csv");
        if (language is not null)
        {
            request.Headers.Add("Accept-Language", language);
        }

        var answer = await _client.SendAsync(request, Stop);
        answer.Headers.Vary.ShouldContain("Accept-Language");
        (await answer.Content.ReadAsStringAsync(Stop)).ShouldStartWith($"rank{separator}rankBest{separator}rankWorst");
    }

    [Theory]
    [InlineData("0")]
    [InlineData("five")]
    [InlineData("10001")]
    public async Task A_line_after_no_rank_is_refused_in_words(string line)
    {
        var answer = await GetAsync("csv", $"?line={line}");
        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await answer.Content.ReadAsStringAsync(Stop)).ShouldContain("The line stands after a rank from 1 to 10000");
    }

    [Fact]
    public void The_page_asks_for_what_it_shows()
    {
        var view = PrioritiesView.Parse("?q=customer care&w=a3;sBOOK=60&line=5&row=C1.1&by=unit");
        PrioritiesView.Parse(view.ToFileQuery(all: false)).ShouldBe(new PrioritiesView { Text = "customer care", Weights = "a3;sBOOK=60", Line = 5 });
        PrioritiesView.Parse(view.ToFileQuery(all: true)).ShouldBe(new PrioritiesView { Weights = "a3;sBOOK=60", Line = 5 });
        new PrioritiesView().ToFileQuery(all: false).ShouldBeEmpty();
    }

    private Task<HttpResponseMessage> GetAsync(string format, string query) =>
        _client.GetAsync(new Uri($"/api/models/{_model}/priorities.{format}{query}", UriKind.Relative), Stop);

    private async Task<string> ReadAsync(string format, string query) => await (await GetAsync(format, query)).Content.ReadAsStringAsync(Stop);
}

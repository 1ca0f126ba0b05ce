using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;

namespace OperatingModel.Web.Tests.Api;

public sealed class ApiProblemsTests(SharedServer shared) : IClassFixture<SharedServer>, IAsyncLifetime
{
    private readonly HttpClient _client = shared.Client;
    private Guid _model;

    public async ValueTask InitializeAsync() => _model = await shared.Server.SampleAsync();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Theory]
    [InlineData("GET", "/api/nowhere", null, 404, "There is nothing at /api/nowhere.")]
    [InlineData("GET", "/api/models/abc/model.json", null, 404, "/api/models lists the models")]
    [InlineData("GET", "/api/models/{model}/assessments/C4.3/NOPE", null, 404, "C4.3 is not assessed in NOPE.")]
    [InlineData("GET", "/api/models/{model}/priorities.docx", null, 404, "xlsx, csv, json")]
    [InlineData("POST", "/api/models/{model}/assessments", "application/json", 405, "does not take POST, but")]
    [InlineData("PUT", "/api/models/{model}/assessments", "text/plain", 415, "Send the body as application/json")]
    [InlineData("PUT", "/api/models/{model}/assessments", null, 415, "Send the body as application/json")]
    public async Task What_cannot_be_done_is_told_in_words_with_the_remedy(string method, string path, string? type, int status, string words)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), path.Replace("{model}", $"{_model}", StringComparison.Ordinal));
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("text/csv"));
        request.Content = type is null ? null : new StringContent("{}", Encoding.UTF8, type);
        await ShouldSayAsync(await _client.SendAsync(request, TestContext.Current.CancellationToken), status, words);
    }

    [Fact]
    public async Task A_body_that_is_too_large_is_told_in_words_with_the_limit()
    {
        using var content = new StringContent($"{{\"note\":\"{new string('x', 1_100_000)}\"}}", Encoding.UTF8, "application/json");
        var answer = await _client.PutAsync(
            new Uri($"/api/models/{_model}/assessments", UriKind.Relative),
            content,
            TestContext.Current.CancellationToken);
        await ShouldSayAsync(answer, 413, "more than 1 MB");
    }

    [Fact]
    public async Task Another_site_is_refused_in_words()
    {
        using var request = new HttpRequestMessage(HttpMethod.Put, $"/api/models/{_model}/assessments");
        request.Headers.Add("Origin", "http://evil.example");
        await ShouldSayAsync(await _client.SendAsync(request, TestContext.Current.CancellationToken), 403, "Only pages of this program");
    }

    private static async Task ShouldSayAsync(HttpResponseMessage answer, int status, string words)
    {
        answer.StatusCode.ShouldBe((HttpStatusCode)status);
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
        answer.Headers.GetValues("Content-Security-Policy").Single().ShouldContain("script-src 'self'");
        var problem = JsonNode.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!;
        ((string)problem["detail"]!).ShouldContain(words);
        ((string)problem["title"]!).ShouldNotBeNullOrEmpty();
        ((string)problem["traceId"]!).ShouldNotBeNullOrEmpty();
    }
}

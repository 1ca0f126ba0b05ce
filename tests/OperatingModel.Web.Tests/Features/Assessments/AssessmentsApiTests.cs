using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using OperatingModel.Application.Access;
using OperatingModel.Domain;
using OperatingModel.Domain.Access;
using OperatingModel.Domain.Assessments;
using OperatingModel.Web.Features.Assessments;

namespace OperatingModel.Web.Tests.Features.Assessments;

public sealed class AssessmentsApiTests(SharedServer shared) : IClassFixture<SharedServer>, IAsyncLifetime
{
    private readonly WorkbenchServer _server = shared.Server;
    private readonly HttpClient _client = shared.Client;
    private Guid _model;

    public async ValueTask InitializeAsync() => _model = await shared.NewModelAsync();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task A_score_is_stored_with_date_and_assessor_and_read_back()
    {
        var read = await GetAsync("C4.3", "MAIN");
        var answer = await PutAsync(Request("C4.3", "MAIN", current: 3, seen: (long)read["version"]!));
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        var again = await GetAsync("C4.3", "MAIN");
        ((int)again["current"]!).ShouldBe(3);
        ((string)again["assessedOn"]!).ShouldBe("2025-12-01", "the sample pins its as-of date, and new scores carry it");
        ((string?)again["assessor"]).ShouldNotBeNullOrEmpty();
    }

    [Fact]
    public async Task A_repeated_operation_is_answered_and_not_repeated()
    {
        var seen = (long)(await GetAsync("C4.3", "MAIN"))["version"]!;
        var operation = Guid.NewGuid();
        var first = await VersionOfAsync(await PutAsync(Request("C4.3", "MAIN", current: 3, seen: seen), operation));
        (await VersionOfAsync(await PutAsync(Request("C4.3", "MAIN", current: 3, seen: seen), operation))).ShouldBe(first);
    }

    [Fact]
    public async Task A_key_used_again_for_other_content_is_refused_and_nothing_is_stored()
    {
        var seen = (long)(await GetAsync("C4.3", "MAIN"))["version"]!;
        var key = Guid.NewGuid();
        (await PutAsync(Request("C4.3", "MAIN", current: 3, seen: seen), key)).StatusCode.ShouldBe(HttpStatusCode.OK);
        var other = (await GetAsync("C4.2", "MAIN")).ToJsonString();

        foreach (var request in new[]
            {
                Request("C4.3", "MAIN", current: 4, seen: seen),
                Request("C4.2", "MAIN", current: 3, seen: 0),
                Request("C1.1", "HOL", current: 3, seen: 0),
            })
        {
            var answer = await PutAsync(request, key);
            answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
            ((string)(await BodyAsync(answer))["detail"]!).ShouldContain("with other content; make a new one for each");
        }

        ((int)(await GetAsync("C4.3", "MAIN"))["current"]!).ShouldBe(3);
        (await GetAsync("C4.2", "MAIN")).ToJsonString().ShouldBe(other);
    }

    [Fact]
    public async Task The_same_key_in_another_model_is_another_key()
    {
        var second = await shared.NewModelAsync();
        var key = Guid.NewGuid();
        (await PutAsync(Request("C4.3", "MAIN", current: 3, seen: (long)(await GetAsync("C4.3", "MAIN"))["version"]!), key)).StatusCode.ShouldBe(
            HttpStatusCode.OK);
        var answer = await PutAsync(Request("C4.3", "MAIN", current: 5, seen: 1), key, second);
        ((int)(await BodyAsync(answer))["current"]!).ShouldBe(5);
    }

    [Fact]
    public async Task A_repeated_order_whose_assessment_is_gone_is_not_found_and_no_fault()
    {
        var first = await VersionOfAsync(
            await PutAsync(Request("C4.3", "MAIN", current: 3, seen: (long)(await GetAsync("C4.3", "MAIN"))["version"]!)));
        var (request, key) = (Request("C4.3", "MAIN", current: 3, seen: first), Guid.NewGuid());
        (await VersionOfAsync(await PutAsync(request, key))).ShouldBe(first, "it changes nothing");
        await _server.WriteAsync(_model, CurrentUser.Local, model =>
            [RowChange.Remove(model.Assessments.Find(Assessment.KeyOf("C4.3", "MAIN", null))!)]);
        (await PutAsync(request, key)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_misspelt_member_is_refused_with_the_one_that_was_meant()
    {
        var before = (await GetAsync("C4.3", "MAIN")).ToJsonString();
        var request = JsonSerializer
            .SerializeToNode(Request("C4.3", "MAIN", current: 1, seen: (long)(await GetAsync("C4.3", "MAIN"))["version"]!))!
            .AsObject();
        request["stge"] = "PREP";
        var answer = await PutAsync(request);
        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        ((string)(await BodyAsync(answer))["errors"]!["stge"]![0]!).ShouldBe("There is no stge here. Did you mean stage?");
        (await GetAsync("C4.3", "MAIN")).ToJsonString().ShouldBe(before);
    }

    [Fact]
    public async Task A_misspelt_part_of_the_address_is_refused_with_the_one_that_was_meant()
    {
        var answer = await _client.GetAsync(
            new Uri($"/api/models/{_model}/assessments/C4.3/MAIN?stge=PREP", UriKind.Relative),
            TestContext.Current.CancellationToken);
        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        ((string)(await BodyAsync(answer))["detail"]!).ShouldContain("There is no stge here. Did you mean stage?");
    }

    [Fact]
    public async Task A_conflict_carries_both_values_and_whose_the_stored_one_is()
    {
        var seen = (long)(await GetAsync("C4.3", "MAIN"))["version"]!;
        await _server.WriteAsync(_model, new CurrentUser("bob", "Bob", ModelRoles.All), model =>
        {
            var row = model.Assessments.Find(Assessment.KeyOf("C4.3", "MAIN", null))!;
            return [RowChange.Replace(row, row with { Current = 2, Note = "Bob's" })];
        });
        var conflict = (await BodyAsync(await PutAsync(Request("C4.3", "MAIN", current: 5, seen: seen))))["conflicts"]!
            .AsArray()
            .ShouldHaveSingleItem()!;
        ((string)conflict["changedBy"]!).ShouldBe("Bob");
        ((int)conflict["yours"]!["current"]!, (int)conflict["theirs"]!["current"]!).ShouldBe((5, 2));
        ((string)conflict["theirs"]!["note"]!, (string)conflict["yours"]!["confidence"]!).ShouldBe(("Bob's", "High"));
        ((long)conflict["theirs"]!["version"]!).ShouldBe((long)(await GetAsync("C4.3", "MAIN"))["version"]!);
    }

    [Fact]
    public async Task A_stale_version_is_a_conflict_and_changes_nothing()
    {
        var seen = (long)(await GetAsync("C4.3", "MAIN"))["version"]!;
        (await PutAsync(Request("C4.3", "MAIN", current: 3, seen: seen))).StatusCode.ShouldBe(HttpStatusCode.OK);
        var stale = await PutAsync(Request("C4.3", "MAIN", current: 5, seen: seen));
        stale.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        ((int)(await GetAsync("C4.3", "MAIN"))["current"]!).ShouldBe(3);
    }

    [Fact]
    public async Task Every_wrong_field_is_named_with_its_remedy()
    {
        var answer = await PutAsync(Request("C4.3", "MAIN", current: 11, importance: 0, seen: 0));
        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        var errors = (await BodyAsync(answer))["errors"]!.AsObject();
        errors.Select(error => error.Key).ShouldBe(["importance", "current"], ignoreOrder: true);
        ((string)errors["current"]![0]!).ShouldContain("0 to 5");
    }

    [Fact]
    public async Task A_version_that_nobody_can_have_seen_is_no_conflict_but_the_senders_mistake()
    {
        var answer = await PutAsync(Request("C4.3", "MAIN", current: 3, seen: -1));
        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        ((string)(await BodyAsync(answer))["errors"]!["seenVersion"]![0]!).ShouldContain("give the one that was shown, or 0");
    }

    [Theory]
    [InlineData("C4", "MAIN", "capability", "C4.1")]
    [InlineData("NOPE", "MAIN", "capability", "no capability")]
    [InlineData("C2.1", "HOL", "businessUnit", "does not apply")]
    public async Task What_cannot_be_assessed_is_refused(string capability, string unit, string field, string words)
    {
        var answer = await PutAsync(Request(capability, unit, current: 3, seen: 0));
        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        ((string)(await BodyAsync(answer))["errors"]![field]![0]!).ShouldContain(words);
    }

    [Theory]
    [InlineData("{\"capability\":")]
    [InlineData("[]")]
    [InlineData("{\"capability\":\"C4.3\",\"current\":\"three\"}")]
    [InlineData("{\"capability\":\"C4.3\",\"confidence\":\"Absolutely\"}")]
    public async Task A_body_that_cannot_be_read_is_the_senders_mistake_not_ours(string body)
    {
        using var content = new StringContent(body, System.Text.Encoding.UTF8, "application/json");
        var answer = await _client.PutAsync(
            new Uri($"/api/models/{_model}/assessments", UriKind.Relative),
            content,
            TestContext.Current.CancellationToken);
        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        foreach (var inside in new[] { "   at ", "System.", "OperatingModel.", "Request\"", "BytePosition", "Parameter" })
        {
            text.ShouldNotContain(inside);
        }
    }

    [Fact]
    public async Task A_name_that_is_no_utf8_is_the_senders_mistake_not_ours()
    {
        using var content = new ByteArrayContent([.. "{\"c"u8, 0xFF, .. "\":1}"u8]);
        content.Headers.ContentType = new("application/json");
        var answer = await _client.PutAsync(
            new Uri($"/api/models/{_model}/assessments", UriKind.Relative),
            content,
            TestContext.Current.CancellationToken);
        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        ((string)(await BodyAsync(answer))["errors"]!["body"]![0]!).ShouldContain("send the body in UTF-8");
    }

    [Theory]
    [InlineData("capability", null)]
    [InlineData("importance", null)]
    [InlineData("current", null)]
    [InlineData("target", null)]
    [InlineData("confidence", null)]
    [InlineData("seenVersion", null)]
    [InlineData("capability", "null")]
    [InlineData("businessUnit", "null")]
    [InlineData("current", "null")]
    [InlineData("current", "3,\"current\":2")]
    [InlineData("current", "\"3\"")]
    [InlineData("confidence", "2")]
    [InlineData("confidence", "\"2\"")]
    public async Task A_score_that_is_not_whole_and_clear_is_refused_and_never_filled_in(string field, string? value)
    {
        var before = (await GetAsync("C4.3", "MAIN")).ToJsonString();
        var request = JsonSerializer.SerializeToNode(Request("C4.3", "MAIN", current: 3, seen: 1))!.AsObject();
        request.Remove(field);
        var text = request.ToJsonString();
        using var content = new StringContent(
            value is null ? text : $"{text[..^1]},\"{field}\":{value}}}",
            System.Text.Encoding.UTF8,
            "application/json");

        var answer = await _client.PutAsync(
            new Uri($"/api/models/{_model}/assessments", UriKind.Relative),
            content,
            TestContext.Current.CancellationToken);

        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await BodyAsync(answer))["detail"]!.GetValue<string>().ShouldContain(field);
        (await GetAsync("C4.3", "MAIN")).ToJsonString().ShouldBe(before);
    }

    [Fact]
    public async Task An_operation_id_that_is_none_is_refused_because_a_repetition_would_not_be_known()
    {
        using var message = new HttpRequestMessage(HttpMethod.Put, $"/api/models/{_model}/assessments")
        {
            Content = JsonContent.Create(Request("C4.3", "MAIN", current: 3, seen: 1)),
        };
        message.Headers.Add(AssessmentsApi.OperationHeader, "abc");
        var answer = await _client.SendAsync(message, TestContext.Current.CancellationToken);
        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await BodyAsync(answer))["detail"]!.GetValue<string>().ShouldContain("Idempotency-Key");
    }

    [Fact]
    public async Task An_unknown_model_is_not_found() =>
        (
            await _client.GetAsync(
                new Uri($"/api/models/{Guid.NewGuid()}/assessments/C1/MAIN", UriKind.Relative),
                TestContext.Current.CancellationToken)).StatusCode.ShouldBe(HttpStatusCode.NotFound);

    private static object Request(string capability, string unit, int current, long seen, int importance = 5) =>
        new { capability, businessUnit = unit, importance, current, target = 4, confidence = "High", note = "by test", seenVersion = seen };

    private Task<HttpResponseMessage> PutAsync(object request, Guid? operation = null, Guid? model = null)
    {
        var message = new HttpRequestMessage(HttpMethod.Put, $"/api/models/{model ?? _model}/assessments") { Content = JsonContent.Create(request) };
        if (operation is { } id)
        {
            message.Headers.Add(AssessmentsApi.OperationHeader, id.ToString());
        }

        return _client.SendAsync(message, TestContext.Current.CancellationToken);
    }

    private async Task<JsonNode> GetAsync(string capability, string unit) =>
        await BodyAsync(
            await _client.GetAsync(
                new Uri($"/api/models/{_model}/assessments/{capability}/{unit}", UriKind.Relative),
                TestContext.Current.CancellationToken));

    private static async Task<long> VersionOfAsync(HttpResponseMessage answer) => (long)(await BodyAsync(answer))["version"]!;

    private static async Task<JsonNode> BodyAsync(HttpResponseMessage answer) =>
        JsonNode.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!;
}

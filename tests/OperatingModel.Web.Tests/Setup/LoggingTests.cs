using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using OperatingModel.Application;
using OperatingModel.Application.Access;
using OperatingModel.Domain.Capabilities;
using OperatingModel.Web.Components.Editing;
using OperatingModel.Web.Components.Layout;

namespace OperatingModel.Web.Tests.Setup;

/// <summary>What the log holds afterwards; it is read when the program has ended, so that nothing is under way.</summary>
public sealed class LoggingTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private readonly string _file = Path.Combine(Path.GetTempPath(), $"operatingmodel-log-{Guid.NewGuid():N}.json");

    [Fact]
    public async Task The_start_names_the_versions_of_runtime_and_database_in_one_line()
    {
        var (_, lines) = await LinesAsync((_, _) => Task.FromResult(true));
        var line = lines.Where(line => line["Properties"]?["Engine"] is not null).ShouldHaveSingleItem();
        ((string)line["Properties"]!["Engine"]!).ShouldMatch(@"^SQLite 3\.\d+");
        ((string)line["Properties"]!["Runtime"]!).ShouldStartWith(".NET 1");
    }

    [Fact]
    public async Task A_request_that_was_answered_has_one_line()
    {
        var lines = await LinesAsync(async (client, _) =>
        {
            await client.GetAsync(new Uri("/api/models", UriKind.Relative), Cancel);
            return true;
        });
        var line = lines.Lines.Where(line => ((string?)line["Properties"]?["RequestPath"]) == "/api/models").ShouldHaveSingleItem();
        ((string)line["RenderedMessage"]!).ShouldStartWith("HTTP \"GET\" \"/api/models\" responded 200");
    }

    [Fact]
    public async Task A_refused_write_has_one_line_under_the_reference_of_its_answer()
    {
        var (reference, lines) = await LinesAsync(async (client, server) =>
            await ReferenceAsync(
                await client.PutAsJsonAsync($"/api/models/{await server.SampleAsync()}/assessments", new { capability = "C4.3" }, Cancel),
                HttpStatusCode.BadRequest));
        var line = lines.Where(line => line.ToJsonString().Contains(reference, StringComparison.Ordinal)).ShouldHaveSingleItem();
        ((string)line["Level"]!).ShouldBe("Information");
        ((string)line["Properties"]!["Reason"]!).ShouldContain("businessUnit: It is missing; send a text.");
    }

    [Fact]
    public async Task A_fault_has_one_line_with_its_cause_under_the_reference_of_its_answer()
    {
        var (reference, lines) = await LinesAsync(async (client, server) =>
        {
            var model = await server.SampleAsync();
            await BreakAsync(server);
            var request = new
            {
                capability = "C4.3",
                businessUnit = "MAIN",
                importance = 3,
                current = 3,
                target = 4,
                confidence = "High",
                seenVersion = 1,
            };
            return await ReferenceAsync(
                await client.PutAsJsonAsync($"/api/models/{model}/assessments", request, Cancel), HttpStatusCode.InternalServerError);
        });
        var line = lines.Where(line => line.ToJsonString().Contains(reference, StringComparison.Ordinal)).ShouldHaveSingleItem();
        ((string)line["Level"]!).ShouldBe("Error");
        ((string)line["Exception"]!).ShouldContain("no such table");
        lines.Count(other => other["Exception"] is not null).ShouldBe(1);
    }

    [Fact]
    public async Task A_write_refused_in_a_window_has_one_line_with_the_reason()
    {
        var (_, lines) = await LinesAsync(
            async (_, server) =>
            {
                await using var window = server.Services.CreateAsyncScope();
                var model = await server.SampleAsync();
                window
                    .ServiceProvider.GetRequiredService<Workbench>()
                    .Show(
                        await server.Catalog.FindAsync(model, CurrentUser.Local, Cancel),
                        await server.Catalog.SnapshotAsync(model, CurrentUser.Local, Cancel));
                var outcome = await window
                    .ServiceProvider.GetRequiredService<ModelEditor>()
                    .WriteAsync("Rename C4.3", now => CapabilityEdits.Rename(now, now.Capabilities.Find("C4.3")!, ""));
                outcome.IsDone.ShouldBeFalse();
                return true;
            });
        var line = lines
            .Where(line => ((string)line["MessageTemplate"]!).StartsWith("Refused in model", StringComparison.Ordinal))
            .ShouldHaveSingleItem();
        ((string)line["Properties"]!["What"]!).ShouldBe("Rename C4.3");
        ((string)line["Properties"]!["Reason"]!).ShouldNotBeNullOrEmpty();
    }

    private async Task<(T Answer, IReadOnlyList<JsonNode> Lines)> LinesAsync<T>(Func<HttpClient, WorkbenchServer, Task<T>> act)
    {
        T answer;
        await using (var server = await WorkbenchServer.StartAsync(
            StorageProvider.Sqlite,
            null,
            "--Serilog:WriteTo:0:Name=File",
            $"--Serilog:WriteTo:0:Args:path={_file}",
            "--Serilog:WriteTo:0:Args:formatter:type=Serilog.Formatting.Json.JsonFormatter, Serilog",
            "--Serilog:WriteTo:0:Args:formatter:renderMessage=true"))
        {
            using var client = new HttpClient { BaseAddress = server.Address };
            answer = await act(client, server);
        }

        var lines = await File.ReadAllLinesAsync(_file, Cancel);
        File.Delete(_file);
        return (answer, [.. lines.Select(line => JsonNode.Parse(line)!)]);
    }

    private static async Task<string> ReferenceAsync(HttpResponseMessage answer, HttpStatusCode status)
    {
        answer.StatusCode.ShouldBe(status);
        return (string)JsonNode.Parse(await answer.Content.ReadAsStringAsync(Cancel))!["traceId"]!;
    }

    private static async Task BreakAsync(WorkbenchServer server)
    {
        var file = Directory.GetFiles(server.DataDirectory, "*.db").Single();
        await using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Pooling = false }.ToString());
        await connection.OpenAsync(Cancel);
        await using var command = connection.CreateCommand();
        command.CommandText = "ALTER TABLE Operations RENAME TO Gone";
        await command.ExecuteNonQueryAsync(Cancel);
    }
}

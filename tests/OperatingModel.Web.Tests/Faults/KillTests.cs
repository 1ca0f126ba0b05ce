using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OperatingModel.Application;
using OperatingModel.Application.Access;
using OperatingModel.Application.Persistence;
using OperatingModel.Application.Workspaces;
using OperatingModel.Domain;
using OperatingModel.Web.Features.Assessments;

namespace OperatingModel.Web.Tests.Faults;

/// <summary>
/// The whole program is killed again and again while several people write; a ledger outside the process says what it had
/// acknowledged. Nothing acknowledged may be lost, nothing may be stored twice.
/// </summary>
public abstract class KillTests(StorageProvider provider)
{
    private const int Kills = 20;
    private const int Writers = 6;

    private static readonly string[] Cells = ["C1.1|MAIN", "C1.2|LCC", "C4.3|MAIN", "C4.1|REG", "C5.2|MAIN"];

    [Fact]
    public async Task No_acknowledged_write_is_lost_or_doubled_when_the_program_is_killed()
    {
        var cancel = TestContext.Current.CancellationToken;
        var directory = Directory.CreateTempSubdirectory("operatingmodel-kill-").FullName;
        var storage = new StorageSettings
        {
            Provider = provider,
            DataDirectory = Path.Combine(directory, "data"),
            ConnectionString = provider == StorageProvider.Postgres ? await PostgresServer.NewDatabaseAsync() : null,
        };
        using var ledger = new Ledger(Path.Combine(directory, "ledger.tsv"));
        List<(Guid Operation, string Cell, JsonObject Body)> unknown = [];
        for (var round = 0; round <= Kills; round++)
        {
            using var program = await ProgramProcess.StartAsync(storage, cancel);
            using var client = new HttpClient { BaseAddress = program.Address };
            var model = await ModelAsync(client, cancel);

            // Whoever got no answer asks again with the same operation id: that resolves it, and never doubles it.
            foreach (var (operation, cell, body) in unknown)
            {
                (await PutAsync(client, model, operation, cell, body, ledger, cancel)).ShouldNotBe(Outcome.Unknown);
            }

            unknown.Clear();
            if (round < Kills)
            {
                unknown.AddRange(await WriteUntilKilledAsync(program, client, model, ledger, new Random(round), cancel));
            }
        }

        TestContext.Current.TestOutputHelper?.WriteLine(
            $"{Kills} kills on {provider}: {ledger.Count(Outcome.Acknowledged)} acknowledged, {ledger.Count(Outcome.Refused)} refused, "
                + $"{ledger.Count(Outcome.Unknown)} unknown to the end.");
        ledger.Count(Outcome.Acknowledged).ShouldBeGreaterThan(Kills * 5, "a run with too few acknowledged writes says nothing");
        await StoredShouldMatchAsync(storage, ledger, cancel);
        Directory.Delete(directory, recursive: true);
    }

    private static async Task<IReadOnlyList<(Guid, string, JsonObject)>> WriteUntilKilledAsync(
        ProgramProcess program, HttpClient client, Guid model, Ledger ledger, Random random, CancellationToken cancel)
    {
        var enough = ledger.Count(Outcome.Acknowledged) + random.Next(5, 40);
        var unknown = new List<(Guid, string, JsonObject)>();
        var writers = Enumerable.Range(0, Writers).Select(writer => Task.Run(
            async () =>
            {
                for (var i = 0; ; i++)
                {
                    var (cell, operation) = (Cells[(writer + i) % Cells.Length], Guid.NewGuid());
                    JsonObject body;
                    try
                    {
                        body = Next(await ReadAsync(client, model, cell, cancel), $"{operation}");
                    }
                    catch (Exception exception) when (exception is HttpRequestException or IOException)
                    {
                        return;
                    }

                    if (await PutAsync(client, model, operation, cell, body, ledger, cancel) == Outcome.Unknown)
                    {
                        lock (unknown)
                        {
                            unknown.Add((operation, cell, body));
                        }

                        return;
                    }
                }
            },
            cancel)).ToList();

        // The moment of the kill depends on what was acknowledged, not on a clock.
        while (ledger.Count(Outcome.Acknowledged) < enough && !writers.TrueForAll(writer => writer.IsCompleted))
        {
            await Task.Yield();
        }

        program.Kill();
        await Task.WhenAll(writers);
        return unknown;
    }

    private static async Task<Outcome> PutAsync(
        HttpClient client,
        Guid model,
        Guid operation,
        string cell,
        JsonObject body,
        Ledger ledger,
        CancellationToken cancel)
    {
        using var request = new HttpRequestMessage(HttpMethod.Put, $"/api/models/{model}/assessments") { Content = JsonContent.Create(body) };
        request.Headers.Add(AssessmentsApi.OperationHeader, operation.ToString());
        Outcome outcome;
        try
        {
            using var answer = await client.SendAsync(request, cancel);
            outcome = answer.StatusCode switch
            {
                HttpStatusCode.OK => Outcome.Acknowledged,
                HttpStatusCode.Conflict => Outcome.Refused,
                _ => throw new InvalidOperationException($"The program answered {answer.StatusCode}."),
            };
        }
        catch (HttpRequestException)
        {
            outcome = Outcome.Unknown;
        }

        ledger.Write(operation, cell, (string)body["note"]!, outcome);
        return outcome;
    }

    private static async Task<Guid> ModelAsync(HttpClient client, CancellationToken cancel)
    {
        var models = await client.GetFromJsonAsync<JsonArray>("/api/models", cancel);
        return (Guid)models!.Single()!["id"]!;
    }

    private static async Task<JsonNode> ReadAsync(HttpClient client, Guid model, string cell, CancellationToken cancel) =>
        (await client.GetFromJsonAsync<JsonNode>($"/api/models/{model}/assessments/{cell.Replace('|', '/')}", cancel))!;

    private static JsonObject Next(JsonNode read, string note) => new()
    {
        ["capability"] = (string)read["capability"]!,
        ["businessUnit"] = (string)read["businessUnit"]!,
        ["importance"] = (int)read["importance"]!,
        ["current"] = ((int)read["current"]! + 1) % 6,
        ["target"] = (int)read["target"]!,
        ["confidence"] = "Medium",
        ["note"] = note,
        ["seenVersion"] = (long)read["version"]!,
    };

    private static async Task StoredShouldMatchAsync(StorageSettings storage, Ledger ledger, CancellationToken cancel)
    {
        await using var services = new ServiceCollection().AddLogging().AddOperatingModel(storage).BuildServiceProvider();
        await services.GetRequiredService<Database>().PrepareAsync(cancel);
        var catalog = services.GetRequiredService<ModelCatalog>();
        var model = (await catalog.ListAsync(CurrentUser.Local, cancel)).Single();
        await using var db = services.GetRequiredService<Database>().CreateDbContext();
        var lines = await db.Database.SqlQuery<Line>($"""
            SELECT "OperationId", "Revision", "Key", "Before", "After" FROM "AuditEntries"
            WHERE "ModelId" = {model.Id} AND "Revision" > 1 ORDER BY "Revision", "Sequence"
            """).ToListAsync(cancel);
        var stored = lines.GroupBy(line => line.OperationId).ToDictionary(group => group.Key, group => group.Count());
        var asked = ledger.Outcomes.ToDictionary(ask => AssessmentsApi.IdOf(model.Id, CurrentUser.Local, ask.Key), ask => ask.Value);
        foreach (var (operation, outcome) in asked)
        {
            stored.GetValueOrDefault(operation).ShouldBe(outcome == Outcome.Acknowledged ? 1 : 0, $"{operation} was {outcome}");
        }

        // Everything stored was asked for, each revision once, and every change starts from what the one before it left.
        stored.Keys.ShouldBeSubsetOf(asked.Keys);
        lines.Select(line => line.Revision).ShouldBe(Enumerable.Range(2, lines.Count).Select(revision => (long)revision));
        var snapshot = await catalog.SnapshotAsync(model.Id, CurrentUser.Local, cancel);
        foreach (var cell in lines.GroupBy(line => line.Key))
        {
            var chain = cell.OrderBy(line => line.Revision).ToList();
            chain.Skip(1).Select(line => line.Before).ShouldBe(chain.SkipLast(1).Select(line => line.After));
            snapshot.Assessments.Find(new RowKey(cell.Key))!.Note.ShouldBe((string?)JsonNode.Parse(chain[^1].After!)!["Note"]);
        }
    }

    /// <summary>An entry of the audit, as it is stored.</summary>
    private sealed record Line(Guid OperationId, long Revision, string Key, string? Before, string? After);
}

/// <summary>On SQLite.</summary>
public sealed class SqliteKillTests() : KillTests(StorageProvider.Sqlite);

/// <summary>On PostgreSQL; a class of its own, so that both run side by side.</summary>
public sealed class PostgresKillTests() : KillTests(StorageProvider.Postgres);

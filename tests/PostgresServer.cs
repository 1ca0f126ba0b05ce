using DotNet.Testcontainers.Builders;
using Npgsql;
using Testcontainers.PostgreSql;

namespace OperatingModel.Tests;

/// <summary>
/// The PostgreSQL server of the tests, chosen once in each program of tests: a container where a container engine answers, else the
/// server named in OPERATINGMODEL_TEST_POSTGRES, which ./test sets to a throw-away one. Each asker gets a database of its own.
/// </summary>
internal static class PostgresServer
{
    private const string Variable = "OPERATINGMODEL_TEST_POSTGRES";
    private const string Image = "postgres:17-alpine";

    /// <summary>How long an engine may take to answer: one that accepts and stays silent would hold up everything.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private static readonly Lazy<(Lazy<Task<string>>? Server, string Reason)> Chosen = new(Choose);

    /// <summary>Null when there is a server.</summary>
    public static string? WhyNone => Chosen.Value is { Server: null, Reason: var reason } ? reason : null;

    /// <returns>The connection string of a new, empty database.</returns>
    public static async Task<string> NewDatabaseAsync()
    {
        Assert.SkipWhen(WhyNone is not null, WhyNone ?? "");
        var name = $"om_{Guid.NewGuid():N}";
        await ExecuteAsync($"CREATE DATABASE {name}");
        return new NpgsqlConnectionStringBuilder(await Chosen.Value.Server!.Value) { Database = name }.ToString();
    }

    public static async Task DropAsync(string connectionString)
    {
        NpgsqlConnection.ClearPool(new NpgsqlConnection(connectionString));
        await ExecuteAsync($"DROP DATABASE IF EXISTS {new NpgsqlConnectionStringBuilder(connectionString).Database} WITH (FORCE)");
    }

    private static async Task ExecuteAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(await Chosen.Value.Server!.Value);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    private static (Lazy<Task<string>>? Server, string Reason) Choose()
    {
        var (container, whyNot) = Container();
        var named = Environment.GetEnvironmentVariable(Variable);
        (Lazy<Task<string>>? Server, string Reason) choice =
            container is not null ? (new(() => StartAsync(container)), $"PostgreSQL in a container ({Image}): an engine answers.")
            : !string.IsNullOrWhiteSpace(named) ? (new(() => Task.FromResult(named)), $"PostgreSQL as {Variable} names it: {whyNot}")
            : (null, $"No PostgreSQL: {whyNot} And {Variable} does not hold the connection string of a server.");
        Console.Error.WriteLine(choice.Reason);
        return choice;
    }

    // What a container without durability would forget is what some tests are about.
    private static (PostgreSqlContainer? Container, string WhyNot) Container()
    {
        var building = Task.Run(() => new PostgreSqlBuilder(Image)
            .WithCommand("-c", "max_connections=200", "-c", "fsync=on", "-c", "full_page_writes=on", "-c", "synchronous_commit=on")
            .Build());
        try
        {
            return building.Wait(Patience)
                ? (building.Result, "")
                : (null, $"a container engine accepts and does not answer within {Patience.TotalSeconds} s.");
        }
        catch (AggregateException failed) when (failed.InnerException is DockerUnavailableException unavailable)
        {
            return (null, unavailable.Message.Split('\n')[0].Trim());
        }
    }

    private static async Task<string> StartAsync(PostgreSqlContainer container)
    {
        await container.StartAsync();
        return container.GetConnectionString();
    }
}

using Npgsql;

namespace OperatingModel.Application.Tests;

/// <summary>The PostgreSQL server for tests. Each asker gets a database of its own.</summary>
internal static class TestServer
{
    private const string Variable = "OPERATINGMODEL_TEST_POSTGRES";

    private static readonly string? Server = Environment.GetEnvironmentVariable(Variable);

    /// <summary>Null when there is a server.</summary>
    public static string? WhyNoPostgres => string.IsNullOrWhiteSpace(Server)
        ? $"Unconfigured: {Variable} does not hold the connection string of a PostgreSQL server."
        : null;

    public static async Task<string> NewDatabaseAsync()
    {
        var name = $"om_{Guid.NewGuid():N}";
        await ExecuteAsync($"CREATE DATABASE {name}");
        return new NpgsqlConnectionStringBuilder(Server) { Database = name }.ToString();
    }

    public static async Task DropAsync(string connectionString)
    {
        NpgsqlConnection.ClearPool(new NpgsqlConnection(connectionString));
        await ExecuteAsync($"DROP DATABASE IF EXISTS {new NpgsqlConnectionStringBuilder(connectionString).Database} WITH (FORCE)");
    }

    private static async Task ExecuteAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(Server);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}

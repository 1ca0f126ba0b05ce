using System.Data.Common;
using Npgsql;

namespace OperatingModel.Benchmarks.Peers;

/// <summary>PostgreSQL on the same machine: unlogged data, memory enough for every hash table, as many workers as there are processors.</summary>
internal sealed class PostgresPeer(string connectionString) : SqlPeer(new SqlJob("GREATEST", "CREATE TEMP TABLE"))
{
    public override string Name => "PostgreSQL 15";

    protected override DbConnection Open()
    {
        var connection = new NpgsqlConnection(connectionString);
        connection.Open();
        foreach (var setting in new[]
            {
                "work_mem = '512MB'",
                "temp_buffers = '512MB'",
                "maintenance_work_mem = '256MB'",
                $"max_parallel_workers_per_gather = {Environment.ProcessorCount}",
                "jit = off",
                "synchronous_commit = off",
                "client_min_messages = warning",
            })
        {
            using var command = new NpgsqlCommand($"SET {setting}", connection);
            command.ExecuteNonQuery();
        }

        return connection;
    }

    protected override string CreateTable(string name, string columns) => $"CREATE UNLOGGED TABLE {name} ({columns})";

    protected override void Fill(DbConnection connection, string table, IEnumerable<object[]> rows)
    {
        using var writer = ((NpgsqlConnection)connection).BeginBinaryImport($"COPY {table} FROM STDIN (FORMAT BINARY)");
        foreach (var row in rows)
        {
            writer.WriteRow(row);
        }

        writer.Complete();
    }
}

using System.Data.Common;
using Microsoft.Data.Sqlite;

namespace OperatingModel.Benchmarks.Peers;

/// <summary>SQLite in memory: clustered keys, a large cache, no journal.</summary>
internal sealed class SqlitePeer() : SqlPeer(new SqlJob("MAX", "CREATE TEMP TABLE"))
{
    public override string Name => $"SQLite {SqliteVersion()}";

    protected override DbConnection Open()
    {
        var connection = new SqliteConnection("Data Source=:memory:");
        connection.Open();
        foreach (var pragma in new[] { "journal_mode = OFF", "synchronous = OFF", "temp_store = MEMORY", "cache_size = -1000000", "threads = 2" })
        {
            using var command = connection.CreateCommand();
            command.CommandText = $"PRAGMA {pragma}";
            command.ExecuteNonQuery();
        }

        return connection;
    }

    protected override string CreateTable(string name, string columns) =>
        $"{base.CreateTable(name, columns)}{(columns.Contains("PRIMARY KEY (", StringComparison.Ordinal) ? " WITHOUT ROWID" : "")}";

    protected override void Fill(DbConnection connection, string table, IEnumerable<object[]> rows)
    {
        using var transaction = connection.BeginTransaction();
        using var command = connection.CreateCommand();
        command.Transaction = transaction;
        foreach (var row in rows)
        {
            if (command.Parameters.Count == 0)
            {
                command.CommandText = $"INSERT INTO {table} VALUES ({string.Join(", ", row.Select((_, i) => $"$p{i}"))})";
                command.Parameters.AddRange(row.Select((_, i) => new SqliteParameter { ParameterName = $"$p{i}" }).ToArray());
            }

            for (var i = 0; i < row.Length; i++)
            {
                command.Parameters[i].Value = row[i];
            }

            command.ExecuteNonQuery();
        }

        transaction.Commit();
    }

    private static string SqliteVersion()
    {
        using var connection = new SqliteConnection("Data Source=:memory:");
        connection.Open();
        return connection.ServerVersion;
    }
}

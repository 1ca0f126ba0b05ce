using System.Data.Common;
using DuckDB.NET.Data;

namespace OperatingModel.Benchmarks.Peers;

/// <summary>DuckDB in memory, all processors; without keys, which it does not use for joins and which slow its loading.</summary>
internal sealed class DuckDbPeer() : SqlPeer(new SqlJob("GREATEST", "CREATE TEMP TABLE"))
{
    public override string Name { get; } = $"DuckDB {Version()}";

    protected override DbConnection Open()
    {
        var connection = Connect();
        Execute(connection, $"SET threads = {Environment.ProcessorCount}");
        Execute(connection, "SET preserve_insertion_order = false");
        return connection;
    }

    protected override string CreateTable(string name, string columns)
    {
        var plain = columns.Split(", ")
            .TakeWhile(column => !column.StartsWith("PRIMARY KEY (", StringComparison.Ordinal))
            .Select(column => column.Replace(" PRIMARY KEY", "", StringComparison.Ordinal));
        return base.CreateTable(name, string.Join(", ", plain));
    }

    protected override void Fill(DbConnection connection, string table, IEnumerable<object[]> rows)
    {
        using var appender = ((DuckDBConnection)connection).CreateAppender(table);
        foreach (var values in rows)
        {
            var row = appender.CreateRow();
            foreach (var value in values)
            {
                _ = value is int number ? row.AppendValue(number) : row.AppendValue((double)value);
            }

            row.EndRow();
        }
    }

    private static DuckDBConnection Connect()
    {
        var connection = new DuckDBConnection("Data Source=:memory:");
        connection.Open();
        return connection;
    }

    private static string Version()
    {
        using var connection = Connect();
        return connection.ServerVersion;
    }
}

using System.Runtime.InteropServices;

namespace OperatingModel.Benchmarks.Peers;

/// <summary>DuckDB in memory, all processors; without keys, which it does not use for joins and which slow its loading.</summary>
internal sealed class DuckDbPeer : IPeer
{
    private static readonly SqlJob Job = new("GREATEST", "CREATE TEMP TABLE");

    private nint _database;
    private nint _connection;

    public string Name => $"DuckDB {Marshal.PtrToStringUTF8(DuckDbNative.LibraryVersion())}";

    public void Load(Enterprise enterprise, PeerTables tables)
    {
        Check(DuckDbNative.Open(null, out _database) == 0, "open");
        Check(DuckDbNative.Connect(_database, out _connection) == 0, "connect");
        Execute($"SET threads = {Environment.ProcessorCount}");
        Execute("SET preserve_insertion_order = false");
        foreach (var (name, columns, rows) in tables.All())
        {
            var plain = string.Join(", ", columns.Split(", ").TakeWhile(column => !column.StartsWith("PRIMARY KEY (", StringComparison.Ordinal)).Select(column => column.Replace(" PRIMARY KEY", "", StringComparison.Ordinal)));
            Execute($"CREATE TABLE {name} ({plain})");
            Check(DuckDbNative.AppenderCreate(_connection, null, name, out var appender) == 0, name);
            foreach (var value in rows.SelectMany(row => row.Append(row)))
            {
                _ = value switch
                {
                    int number => DuckDbNative.AppendInt32(appender, number),
                    double number => DuckDbNative.AppendDouble(appender, number),
                    _ => DuckDbNative.AppenderEndRow(appender),
                };
            }

            Check(DuckDbNative.AppenderDestroy(ref appender) == 0, name);
        }

        Execute("ANALYZE");
    }

    public void Run(DateOnly asOf)
    {
        foreach (var statement in SqlJob.Clear().Concat(Job.Statements(PeerTables.StaleThrough(asOf))))
        {
            Execute(statement);
        }
    }

    public Fingerprint Fingerprint()
    {
        Check(DuckDbNative.Query(_connection, Job.FingerprintQuery, out var result) == 0, "fingerprint", result);
        double Value(ulong column) => DuckDbNative.ValueDouble(ref result, column, 0);
        var fingerprint = new Fingerprint(Value(0), Value(1), Value(2), Value(3), Value(4), Value(5));
        DuckDbNative.DestroyResult(ref result);
        return fingerprint;
    }

    public void Dispose()
    {
        DuckDbNative.Disconnect(ref _connection);
        DuckDbNative.Close(ref _database);
    }

    private void Execute(string sql)
    {
        Check(DuckDbNative.Query(_connection, sql, out var result) == 0, sql, result);
        DuckDbNative.DestroyResult(ref result);
    }

    private static void Check(bool succeeded, string what, DuckDbNative.Result result = default)
    {
        if (!succeeded)
        {
            throw new InvalidOperationException($"DuckDB: {what}: {Marshal.PtrToStringUTF8(DuckDbNative.ResultError(ref result))}");
        }
    }
}

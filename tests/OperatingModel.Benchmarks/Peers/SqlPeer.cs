using System.Data.Common;

namespace OperatingModel.Benchmarks.Peers;

/// <summary>A database reached through ADO.NET.</summary>
internal abstract class SqlPeer(SqlJob job) : IPeer
{
    private DbConnection _connection = null!;

    public abstract string Name { get; }

    public void Load(Enterprise enterprise, PeerTables tables)
    {
        _connection = Open();
        foreach (var (name, columns, rows) in tables.All())
        {
            Execute($"DROP TABLE IF EXISTS {name}");
            Execute(CreateTable(name, columns));
            Fill(_connection, name, rows);
        }

        Execute("ANALYZE");
    }

    public void Run(DateOnly asOf)
    {
        foreach (var statement in SqlJob.Clear().Concat(job.Statements(PeerTables.StaleThrough(asOf))))
        {
            Execute(statement);
        }
    }

    public Fingerprint Fingerprint()
    {
        using var command = _connection.CreateCommand();
        command.CommandText = job.FingerprintQuery;
        using var reader = command.ExecuteReader();
        reader.Read();
        double Value(int column) => Convert.ToDouble(reader.GetValue(column), System.Globalization.CultureInfo.InvariantCulture);
        return new Fingerprint(Value(0), Value(1), Value(2), Value(3), Value(4), Value(5));
    }

    public void Dispose() => _connection?.Dispose();

    protected abstract DbConnection Open();

    protected virtual string CreateTable(string name, string columns) => $"CREATE TABLE {name} ({columns})";

    protected abstract void Fill(DbConnection connection, string table, IEnumerable<object[]> rows);

    protected static void Execute(DbConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Names and numbers of this benchmark only.
        command.CommandText = sql;
#pragma warning restore CA2100
        command.CommandTimeout = 600;
        command.ExecuteNonQuery();
    }

    private void Execute(string sql) => Execute(_connection, sql);
}

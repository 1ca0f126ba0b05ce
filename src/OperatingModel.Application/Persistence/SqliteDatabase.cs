using System.Data;
using System.Data.Common;
using System.Globalization;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.Extensions.Logging;
using OperatingModel.Application.Workspaces;
using SQLitePCL;

namespace OperatingModel.Application.Persistence;

/// <summary>Models in one SQLite file. Only this process may open it, and it writes one transaction at a time.</summary>
internal sealed class SqliteDatabase : Database
{
    public const string FileName = "operating-model.db";

    private readonly SqliteMigration _migration;
    private readonly PooledDbContextFactory<ModelDbContext> _contexts;
    private readonly DbContextOptions<SqliteModelDbContext> _schema;

    // One connection stays open, because the last connection to close would checkpoint, perhaps during a commit.
    private readonly SqliteConnection _keeper;

    public SqliteDatabase(StorageSettings settings, TimeProvider time, ILogger<Database> log)
    {
        var directory = Path.GetFullPath(settings.DataDirectory);
        var connection = new SqliteConnectionStringBuilder
        {
            DataSource = Path.Combine(directory, FileName),
            ForeignKeys = true,
            DefaultTimeout = 30,
        }.ToString();
        _contexts = new PooledDbContextFactory<ModelDbContext>(Options<ModelDbContext>(connection).Options);
        _schema = Options<SqliteModelDbContext>(connection).WithoutDriftCheck().Options;
        _keeper = new SqliteConnection(connection);
        _migration = new SqliteMigration(directory, settings.MigrationDeadline, NewContext, NewSchema, time, log);
    }

    public override void Dispose()
    {
        _keeper.Dispose();
        SqliteConnection.ClearPool(_keeper);
        _migration.Dispose();
        base.Dispose();
    }

    private protected override string EngineName => "SQLite";

    internal override ModelDbContext NewContext() => _contexts.CreateDbContext();

    internal SqliteModelDbContext NewSchema() => new(_schema);

    internal override async Task<IDbContextTransaction> BeginReadAsync(ModelDbContext db, CancellationToken cancellationToken)
    {
        await db.Database.OpenConnectionAsync(cancellationToken);
        var connection = (SqliteConnection)db.Database.GetDbConnection();
        return (await db.Database.UseTransactionAsync(connection.BeginTransaction(IsolationLevel.Serializable, deferred: true), cancellationToken))!;
    }

    // The transaction began immediate, so the whole file is locked already.
    internal override IQueryable<StoredModel> Locked(ModelDbContext db, Guid modelId) => db.Models.Where(model => model.Id == modelId);

    internal override Task WriteRowsAsync(ModelDbContext db, IReadOnlyCollection<RowStatement> statements, CancellationToken cancellationToken)
    {
        var prepared = new Dictionary<StoredCommand, (SqliteCommand Command, DbParameter[] Parameters)>();
        try
        {
            foreach (var statement in statements)
            {
                cancellationToken.ThrowIfCancellationRequested();
                if (!prepared.TryGetValue(statement.Command, out var ready))
                {
                    prepared.Add(statement.Command, ready = Prepare(db, statement.Command));
                }

                Execute(ready.Command, ready.Parameters, statement);
            }
        }
        finally
        {
            foreach (var (command, _) in prepared.Values)
            {
                command.Dispose();
            }
        }

        return Task.CompletedTask;
    }

    // SQLite 3.50 has a rare fault when one connection commits while another checkpoints. Checkpoints happen in commits, so one gate
    // around every transaction keeps them apart.
    private protected override Guid GateOf(Guid modelId) => Guid.Empty;

    private protected override async Task MigrateAsync(CancellationToken cancellationToken)
    {
        await _migration.RunAsync(cancellationToken);
        await _keeper.OpenAsync(cancellationToken);
    }

    private protected override bool IsWorthAnotherTry(Exception exception) => false;

    // Disk full, a failing or read-only disk, the file gone, or held by somebody else.
    private protected override bool IsOutage(Exception exception) => exception is SqliteException
    {
        SqliteErrorCode: raw.SQLITE_FULL or raw.SQLITE_IOERR or raw.SQLITE_READONLY or raw.SQLITE_CANTOPEN or raw.SQLITE_BUSY or raw.SQLITE_LOCKED,
    };

    private static DbContextOptionsBuilder<T> Options<T>(string connection) where T : DbContext =>
        new DbContextOptionsBuilder<T>().UseSqlite(connection).AddInterceptors(new DurableWrites());

    private static (SqliteCommand, DbParameter[]) Prepare(ModelDbContext db, StoredCommand command)
    {
        var sqlite = ((SqliteConnection)db.Database.GetDbConnection()).CreateCommand();
        sqlite.Transaction = (SqliteTransaction)db.Database.CurrentTransaction!.GetDbTransaction();
        sqlite.CommandText = command.Sql;
        DbParameter[] parameters = [.. command.NewParameters(sqlite)];
        sqlite.Parameters.AddRange(parameters);
        return (sqlite, parameters);
    }

    private static void Execute(SqliteCommand command, DbParameter[] parameters, RowStatement statement)
    {
        var index = 0;
        foreach (var value in statement.Command.Values(statement))
        {
            parameters[index++].Value = value;
        }

        if (command.ExecuteNonQuery() != 1)
        {
            throw new DbUpdateConcurrencyException(string.Create(
                CultureInfo.InvariantCulture, $"A row of {statement.Command.Table.Name} is not at version {statement.Seen}."));
        }
    }

    // Per connection, because SQLite forgets both when a connection is closed: NORMAL lost acknowledged writes at half of all
    // simulated power cuts, FULL none; and the log shrinks again after a large import.
    private sealed class DurableWrites : DbConnectionInterceptor
    {
        private const string Pragmas = "PRAGMA synchronous = FULL; PRAGMA journal_size_limit = 67108864;";

        public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
        {
            using var command = connection.CreateCommand();
            command.CommandText = Pragmas;
            command.ExecuteNonQuery();
        }

        public override async Task ConnectionOpenedAsync(
            DbConnection connection,
            ConnectionEndEventData eventData,
            CancellationToken cancellationToken = default)
        {
            await using var command = connection.CreateCommand();
            command.CommandText = Pragmas;
            await command.ExecuteNonQueryAsync(cancellationToken);
        }
    }
}

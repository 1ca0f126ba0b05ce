using System.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;
using OperatingModel.Application.Workspaces;

namespace OperatingModel.Application.Persistence;

/// <summary>Models on a PostgreSQL server that several processes of this program may share.</summary>
internal sealed class PostgresDatabase(StorageSettings settings, TimeProvider time) : Database
{
    private const int BatchSize = 500;

    /// <summary>From this many additions to one table on, COPY is faster than statements.</summary>
    private const int CopyFrom = 100;

    private readonly PooledDbContextFactory<ModelDbContext> _contexts = new(
        new DbContextOptionsBuilder<ModelDbContext>().UseNpgsql(settings.ConnectionString).Options);

    private protected override string EngineName => "PostgreSQL";

    internal override ModelDbContext NewContext() => _contexts.CreateDbContext();

    internal override Task<IDbContextTransaction> BeginReadAsync(ModelDbContext db, CancellationToken cancellationToken) =>
        db.Database.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancellationToken);

    internal override IQueryable<StoredModel> Locked(ModelDbContext db, Guid modelId) =>
        db.Set<StoredModel>().FromSql($"""SELECT * FROM "Models" WHERE "Id" = {modelId} FOR UPDATE""").AsNoTracking();

    internal override async Task WriteRowsAsync(ModelDbContext db, IReadOnlyCollection<RowStatement> statements, CancellationToken cancellationToken)
    {
        var additions = statements.Where(statement => statement.Command.Token is null)
            .GroupBy(statement => statement.Command)
            .Where(group => group.Count() >= CopyFrom)
            .ToDictionary(group => group.Key);

        // Headings first: a model's rows refer to it.
        foreach (var batch in statements.Where(statement => !additions.ContainsKey(statement.Command)).Chunk(BatchSize))
        {
            await ExecuteAsync(db, batch, cancellationToken);
        }

        foreach (var group in additions.Values)
        {
            await CopyAsync(db, group.Key, group, cancellationToken);
        }
    }

    // The server locks the model's row. The gate before it keeps waiting writers of this process from holding a connection each.
    private protected override Guid GateOf(Guid modelId) => modelId;

    private protected override Task MigrateAsync(CancellationToken cancellationToken) =>
        new PostgresMigration(settings.ConnectionString!, settings.MigrationDeadline, time).RunAsync(cancellationToken);

    // Serialization failure, deadlock, and a lost connection: the operation id shows on the next try whether the commit arrived.
    private protected override bool IsWorthAnotherTry(Exception exception) => exception switch
    {
        PostgresException { SqlState: PostgresErrorCodes.SerializationFailure or PostgresErrorCodes.DeadlockDetected } => true,
        // Two first tries of one operation at the same time: the second finds the answer of the first.
        PostgresException { SqlState: PostgresErrorCodes.UniqueViolation, TableName: "Operations" } => true,
        NpgsqlException { IsTransient: true } => true,
        NpgsqlException { InnerException: IOException } => true,
        { InnerException: { } inner } => IsWorthAnotherTry(inner),
        _ => false,
    };

    // A failure of the kinds above on the last try, or a server that is out of disk, memory or connections.
    private protected override bool IsOutage(Exception exception) =>
        IsWorthAnotherTry(exception) || exception is PostgresException { SqlState: ['5', '3', ..] };

    private static async Task ExecuteAsync(ModelDbContext db, RowStatement[] statements, CancellationToken cancellationToken)
    {
        var connection = (NpgsqlConnection)db.Database.GetDbConnection();
        await using var parameters = connection.CreateCommand();
        await using var batch = new NpgsqlBatch(connection, (NpgsqlTransaction)db.Database.CurrentTransaction!.GetDbTransaction());
        foreach (var statement in statements)
        {
            var command = new NpgsqlBatchCommand(statement.Command.Sql);
            foreach (var (parameter, value) in statement.Command.NewParameters(parameters).Zip(statement.Command.Values(statement)))
            {
                parameter.Value = value;
                command.Parameters.Add((NpgsqlParameter)parameter);
            }

            batch.BatchCommands.Add(command);
        }

        await batch.ExecuteNonQueryAsync(cancellationToken);
        for (var i = 0; i < statements.Length; i++)
        {
            if (batch.BatchCommands[i].RecordsAffected != 1)
            {
                throw new DbUpdateConcurrencyException($"A row of {statements[i].Command.Table.Name} is not at version {statements[i].Seen}.");
            }
        }
    }

    private static async Task CopyAsync(
        ModelDbContext db,
        StoredCommand command,
        IEnumerable<RowStatement> statements,
        CancellationToken cancellationToken)
    {
        var connection = (NpgsqlConnection)db.Database.GetDbConnection();
        await using var parameters = connection.CreateCommand();
        var types = command.NewParameters(parameters).Select(parameter => ((NpgsqlParameter)parameter).NpgsqlDbType).ToArray();
        var columns = string.Join(", ", command.Columns.Select(column => column.Name));
        await using var copy = await connection.BeginBinaryImportAsync(
            $"COPY {command.Table.Name} ({columns}) FROM STDIN (FORMAT BINARY)",
            cancellationToken);
        foreach (var statement in statements)
        {
            await copy.StartRowAsync(cancellationToken);
            var index = 0;
            foreach (var value in command.Values(statement))
            {
                await (value is DBNull ? copy.WriteNullAsync(cancellationToken) : copy.WriteAsync(value, types[index], cancellationToken));
                index++;
            }
        }

        await copy.CompleteAsync(cancellationToken);
    }
}

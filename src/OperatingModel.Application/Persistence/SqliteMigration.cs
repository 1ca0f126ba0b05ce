using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace OperatingModel.Application.Persistence;

/// <summary>
/// Brings the SQLite file up to date at start: under the lock of the data directory, after a backup, within a deadline.
/// </summary>
internal sealed class SqliteMigration(
    string directory, TimeSpan deadline, Func<ModelDbContext> newContext, Func<SchemaDbContext> newSchema, TimeProvider time, ILogger log)
    : IDisposable
{
    private const int FullSynchronous = 2;

    private DataDirectoryLock? _lock;

    public void Dispose() => _lock?.Dispose();

    /// <summary>The lock stays until this is disposed of.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        PrivateFiles.CreateDirectory(directory);
        _lock ??= DataDirectoryLock.Take(directory);
        try
        {
            // SQLite blocks the calling thread; on a thread of its own it cannot delay the deadline.
            await Task.Run(() => MigrateAsync(cancellationToken), cancellationToken).WaitAsync(deadline, time, cancellationToken);
        }
        catch (TimeoutException exception)
        {
            throw new StartupException(SchemaRules.TooLate(deadline), exception);
        }
        catch (Exception exception) when (exception is SqliteException or IOException or UnauthorizedAccessException)
        {
            throw new StartupException(
                $"The database {Path.Combine(directory, SqliteDatabase.FileName)} cannot be opened or brought up to date ({exception.Message}). "
                + $"It was left as it was; backups lie in {BackupDirectory}.",
                exception);
        }
    }

    private string BackupDirectory => Path.Combine(directory, "backups");

    private async Task MigrateAsync(CancellationToken cancellationToken)
    {
        var path = Path.Combine(directory, SqliteDatabase.FileName);
        var isNew = !File.Exists(path);

        // The files that SQLite writes beside the database get the rights of the database file.
        PrivateFiles.Create(path);
        await using var db = newContext();
        var pending = await SchemaRules.PendingAsync<SqliteModelDbContext>(db, cancellationToken);
        if (!isNew)
        {
            await ClearOrphanLockAsync(db, cancellationToken);
        }

        if (pending is [var next, ..])
        {
            if (!isNew && await ScalarAsync(db, "SELECT count(*) FROM sqlite_master", cancellationToken) is > 0L)
            {
                await BackUpAsync(db, next, cancellationToken);
            }

            await using var schema = newSchema();
            await schema.Database.MigrateAsync(cancellationToken);
        }

        await AssertDurableAsync(db, cancellationToken);
    }

    // A process that died in mid-migration leaves its row behind, for which the next start would wait for ever. The lock of the
    // directory is ours, so nobody can be at work.
    private async Task ClearOrphanLockAsync(ModelDbContext db, CancellationToken cancellationToken)
    {
        if (await ScalarAsync(db, "SELECT count(*) FROM sqlite_master WHERE name = '__EFMigrationsLock'", cancellationToken) is > 0L
            && await db.Database.ExecuteSqlAsync($"DELETE FROM __EFMigrationsLock", cancellationToken) > 0)
        {
            log.LogWarning("An earlier start was interrupted while it changed the database schema; the change is made now.");
        }
    }

    // One file for each state of the schema: a start that fails again and again must not fill the disk.
    private async Task BackUpAsync(ModelDbContext db, string migration, CancellationToken cancellationToken)
    {
        PrivateFiles.CreateDirectory(BackupDirectory);
        var path = Path.Combine(BackupDirectory, $"before-{migration}.db");
        await db.Database.OpenConnectionAsync(cancellationToken);
        SqliteBackup.Write((SqliteConnection)db.Database.GetDbConnection(), path);
        log.LogInformation("Backup before the change of the database schema: {Path}", path);
    }

    private static async Task AssertDurableAsync(ModelDbContext db, CancellationToken cancellationToken)
    {
        var journal = await ScalarAsync(db, "PRAGMA journal_mode = WAL", cancellationToken);
        var synchronous = await ScalarAsync(db, "PRAGMA synchronous", cancellationToken);
        var foreignKeys = await ScalarAsync(db, "PRAGMA foreign_keys", cancellationToken);
        if (journal is not "wal" || synchronous is not (long)FullSynchronous || foreignKeys is not 1L)
        {
            throw new StartupException(
                $"The database file does not keep what is saved: journal {journal} (must be wal), synchronous {synchronous} (must be "
                    + $"{FullSynchronous}), "
                + $"foreign keys {foreignKeys} (must be 1). Keep the data directory on a local disk.");
        }
    }

    // Bypasses EF Core, which would build the mapping of the whole schema for a query at every start.
    private static async Task<object?> ScalarAsync(ModelDbContext db, string sql, CancellationToken cancellationToken)
    {
        await db.Database.OpenConnectionAsync(cancellationToken);
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = sql;
        return await command.ExecuteScalarAsync(cancellationToken);
    }
}

using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace OperatingModel.Application.Persistence;

/// <summary>
/// Brings the SQLite file up to date at start: under the lock of the data directory, after a backup, within a deadline.
/// </summary>
internal sealed class SqliteMigration(string directory, TimeSpan deadline, Func<ModelDbContext> newContext, TimeProvider time, ILogger log)
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
            // SQLite answers on the thread that asks; on one of its own it cannot outwait the deadline.
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

        // What SQLite writes beside the file gets the rights of the file.
        PrivateFiles.Create(path);
        await using var db = newContext();
        if (!isNew)
        {
            await SchemaRules.RefuseNewerAsync(db, cancellationToken);
            await ClearOrphanLockAsync(db, cancellationToken);
            if ((await db.Database.GetPendingMigrationsAsync(cancellationToken)).FirstOrDefault() is { } next
                && await db.Database.SqlQuery<int>($"SELECT count(*) AS Value FROM sqlite_master").SingleAsync(cancellationToken) > 0)
            {
                await BackUpAsync(db, next, cancellationToken);
            }
        }

        await SchemaRules.MigrateAsync(db, cancellationToken);
        await AssertDurableAsync(db, cancellationToken);
    }

    // A process that died in mid-migration leaves its row behind, for which the next start would wait for ever. The lock of the
    // directory is ours, so nobody can be at work.
    private async Task ClearOrphanLockAsync(ModelDbContext db, CancellationToken cancellationToken)
    {
        var exists = await db
            .Database.SqlQuery<int>($"SELECT count(*) AS Value FROM sqlite_master WHERE name = '__EFMigrationsLock'")
            .SingleAsync(cancellationToken);
        if (exists > 0 && await db.Database.ExecuteSqlAsync($"DELETE FROM __EFMigrationsLock", cancellationToken) > 0)
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
        await db.Database.OpenConnectionAsync(cancellationToken);
        var journal = await PragmaAsync(db, "PRAGMA journal_mode = WAL");
        var synchronous = await PragmaAsync(db, "PRAGMA synchronous");
        var foreignKeys = await PragmaAsync(db, "PRAGMA foreign_keys");
        if (journal is not "wal" || synchronous is not (long)FullSynchronous || foreignKeys is not 1L)
        {
            throw new StartupException(
                $"The database file does not keep what is saved: journal {journal} (must be wal), synchronous {synchronous} (must be "
                    + $"{FullSynchronous}), "
                + $"foreign keys {foreignKeys} (must be 1). Keep the data directory on a local disk.");
        }
    }

    private static async Task<object?> PragmaAsync(ModelDbContext db, string pragma)
    {
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = pragma;
        return await command.ExecuteScalarAsync();
    }
}

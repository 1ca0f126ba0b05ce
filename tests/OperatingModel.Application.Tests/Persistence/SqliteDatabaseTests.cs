using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.Logging.Abstractions;
using OperatingModel.Application.Persistence;

namespace OperatingModel.Application.Tests.Persistence;

public sealed class SqliteDatabaseTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_connection_keeps_what_is_saved_through_a_power_cut()
    {
        await using var store = await TestStore.StartAsync(StorageProvider.Sqlite);
        for (var i = 0; i < 3; i++)
        {
            await using var db = store.Database.CreateDbContext();
            await db.Database.OpenConnectionAsync(Cancel);
            var pragmas = new[] { "journal_mode", "synchronous", "foreign_keys" }.Select(name =>
                Scalar(db.Database.GetDbConnection(), $"PRAGMA {name}"));
            pragmas.ShouldBe(["wal", 2L, 1L]);
        }
    }

    [Fact]
    public async Task A_second_process_on_the_same_directory_is_refused_with_the_remedy()
    {
        await using var store = await TestStore.StartAsync(StorageProvider.Sqlite);
        await using var second = TestStore.On(store.Settings);
        var refused = await Should.ThrowAsync<StartupException>(() => second.Database.PrepareAsync(Cancel));
        refused.Message.ShouldBe(
            $"Another OperatingModel process uses the data directory {store.Settings.DataDirectory}. Two processes would damage the database: "
            + "stop the other one, or give this one a directory of its own (OperatingModel:Storage:DataDirectory).");
        await store.StopAsync();
        await second.Database.PrepareAsync(Cancel);
    }

    [Fact]
    public async Task The_orphan_lock_of_a_dead_migration_does_not_hold_up_the_start()
    {
        await using var store = await TestStore.StartAsync(StorageProvider.Sqlite);
        await store.StopAsync();
        Execute(store, "INSERT INTO __EFMigrationsLock (Id, Timestamp) VALUES (1, '2026-01-01')");
        await store.RestartAsync();
        Execute(store, "SELECT count(*) FROM __EFMigrationsLock").ShouldBe(0L);
    }

    [Fact]
    public async Task A_database_of_a_newer_program_is_refused_and_left_alone()
    {
        await using var store = await TestStore.StartAsync(StorageProvider.Sqlite);
        await store.StopAsync();
        Execute(store, "INSERT INTO __EFMigrationsHistory VALUES ('29990101000000_FromTheFuture', '10.0.14')");
        await using var second = TestStore.On(store.Settings);
        var refused = await Should.ThrowAsync<StartupException>(() => second.Database.PrepareAsync(Cancel));
        refused.Message.ShouldContain("written by a newer version of this program (it has 29990101000000_FromTheFuture)");
        Should.Throw<InvalidOperationException>(() => second.Database.CreateDbContext());
    }

    [Fact]
    public async Task A_backup_is_made_before_the_schema_changes_and_a_failed_change_leaves_everything_as_it_was()
    {
        await using var store = await TestStore.StartAsync(StorageProvider.Sqlite);
        var id = await store.CreateAsync(TestModels.Airline());
        await store.StopAsync();
        Execute(store, "DELETE FROM __EFMigrationsHistory");
        for (var i = 0; i < 2; i++)
        {
            await using var second = TestStore.On(store.Settings);
            var refused = await Should.ThrowAsync<StartupException>(() => second.Database.PrepareAsync(Cancel));
            refused.Message.ShouldContain("already exists");
        }

        var backup = Directory.GetFiles(Path.Combine(store.Settings.DataDirectory, "backups")).Single();
        Path.GetFileName(backup).ShouldMatch(@"^before-\d{14}_First\.db$");
        foreach (var file in new[] { backup, Path.Combine(store.Settings.DataDirectory, SqliteDatabase.FileName) })
        {
            Execute(file, $"SELECT count(*) FROM Models WHERE Id = '{id.ToString().ToUpperInvariant()}'").ShouldBe(1L);
            Execute(file, "SELECT count(*) FROM Assessments").ShouldBe((long)TestModels.Airline().Assessments.Count);
            Execute(file, "PRAGMA integrity_check").ShouldBe("ok");
        }
    }

    [Fact]
    public async Task A_start_without_schema_changes_makes_no_backup()
    {
        await using var store = await TestStore.StartAsync(StorageProvider.Sqlite);
        await store.RestartAsync();
        Directory.Exists(Path.Combine(store.Settings.DataDirectory, "backups")).ShouldBeFalse();
    }

    [Fact]
    public async Task A_file_that_is_no_database_is_refused_by_name()
    {
        await using var store = await TestStore.NewAsync(StorageProvider.Sqlite);
        var file = Path.Combine(store.Settings.DataDirectory, SqliteDatabase.FileName);
        await File.WriteAllTextAsync(file, new string('x', 5000), Cancel);
        (await Should.ThrowAsync<StartupException>(() => store.Database.PrepareAsync(Cancel))).Message.ShouldContain(file);
        (await File.ReadAllTextAsync(file, Cancel)).ShouldBe(new string('x', 5000));
    }

    [Fact]
    public async Task A_start_that_takes_too_long_gives_up_with_a_reason()
    {
        await using var store = await TestStore.StartAsync(StorageProvider.Sqlite);
        await store.StopAsync();
        await using var blocker = new SqliteConnection(
            $"Data Source={Path.Combine(store.Settings.DataDirectory, SqliteDatabase.FileName)};Pooling=False");
        await blocker.OpenAsync(Cancel);
        Scalar(blocker, "DELETE FROM __EFMigrationsHistory; BEGIN EXCLUSIVE");
        await using var second = TestStore.On(store.Settings);
        var database = (SqliteDatabase)second.Database;
        using var late = new SqliteMigration(
            store.Settings.DataDirectory, TimeSpan.FromMilliseconds(500), database.NewContext, database.NewSchema, TimeProvider.System,
            NullLogger.Instance);
        (await Should.ThrowAsync<StartupException>(() => late.RunAsync(Cancel))).Message.ShouldContain("not ready within 00:00:00.5");
    }

    [Fact]
    public async Task A_full_disk_refuses_the_write_and_the_next_one_goes_on()
    {
        const int Full = 13;
        await using var store = await TestStore.StartAsync(StorageProvider.Sqlite);
        var id = await store.CreateAsync(TestModels.Airline());
        var before = await store.Catalog.SnapshotAsync(id, TestStore.Ann, Cancel);
        using (new FailingCommit(RelationalEventId.TransactionCommitting, new SqliteException("database or disk is full", Full)))
        {
            await Should.ThrowAsync<StorageUnavailableException>(() => DyingProcess.RenameAsync(store, id, Guid.NewGuid()));
        }

        (await store.Catalog.SnapshotAsync(id, TestStore.Ann, Cancel)).ShouldBeSameAs(before);
        (await DyingProcess.RenameAsync(store, id, Guid.NewGuid())).Revision.ShouldBe(2);
    }

    [Fact]
    public async Task Readers_go_on_while_a_write_is_under_way()
    {
        await using var store = await TestStore.StartAsync(StorageProvider.Sqlite);
        var id = await store.CreateAsync(TestModels.Airline());
        await store.Database.WriteAsync(
            id,
            async (db, token) =>
            {
                await db.Models.Where(model => model.Id == id).ExecuteUpdateAsync(set => set.SetProperty(model => model.Name, "Half done"), token);
                (await store.Catalog.FindAsync(id, TestStore.Ann, token))!.Name.ShouldNotBe("Half done");
                return true;
            },
            _ => { },
            Cancel);
        (await store.Catalog.FindAsync(id, TestStore.Ann, Cancel))!.Name.ShouldBe("Half done");
    }

    private static object? Execute(TestStore store, string sql) => Execute(Path.Combine(store.Settings.DataDirectory, SqliteDatabase.FileName), sql);

    private static object? Execute(string file, string sql)
    {
        using var connection = new SqliteConnection($"Data Source={file};Pooling=False");
        connection.Open();
        return Scalar(connection, sql);
    }

    private static object? Scalar(System.Data.Common.DbConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar();
    }
}

using Microsoft.EntityFrameworkCore.Diagnostics;
using Npgsql;
using OperatingModel.Application.Persistence;

namespace OperatingModel.Application.Tests.Persistence;

public sealed class PostgresDatabaseTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public PostgresDatabaseTests() => Assert.SkipWhen(PostgresServer.WhyNone is not null, PostgresServer.WhyNone ?? "");

    [Fact]
    public async Task Four_servers_that_start_at_once_on_an_empty_database_all_come_up()
    {
        await using var store = await TestStore.NewAsync(StorageProvider.Postgres);
        var servers = Enumerable.Range(0, 4).Select(_ => TestStore.On(store.Settings)).ToList();
        await Task.WhenAll(servers.Select(server => server.Database.PrepareAsync(Cancel)));
        await store.Database.PrepareAsync(Cancel);
        var id = await store.CreateAsync(TestModels.Airline());
        foreach (var server in servers)
        {
            (await server.Catalog.SnapshotAsync(id, TestStore.Ann, Cancel)).ShouldHaveRowsOf(TestModels.Airline());
            await server.DisposeAsync();
        }
    }

    [Fact]
    public async Task A_database_of_a_newer_program_is_refused()
    {
        await using var store = await TestStore.StartAsync(StorageProvider.Postgres);
        await ExecuteAsync(store, """INSERT INTO "__EFMigrationsHistory" VALUES ('29990101000000_FromTheFuture', '10.0.14')""");
        await using var second = TestStore.On(store.Settings);
        (await Should.ThrowAsync<StartupException>(() => second.Database.PrepareAsync(Cancel))).Message.ShouldContain("29990101000000_FromTheFuture");
    }

    [Fact]
    public async Task A_server_that_acknowledges_before_writes_are_safe_is_refused()
    {
        await using var store = await TestStore.NewAsync(StorageProvider.Postgres);
        await ExecuteAsync(
            store,
            $"ALTER DATABASE {new NpgsqlConnectionStringBuilder(store.Settings.ConnectionString).Database} SET synchronous_commit = off");
        (await Should.ThrowAsync<StartupException>(() => store.Database.PrepareAsync(Cancel))).Message.ShouldContain("synchronous_commit is off");
    }

    [Fact]
    public async Task A_database_that_does_not_exist_is_told_by_name()
    {
        await using var store = await TestStore.NewAsync(StorageProvider.Postgres);
        var absent = new NpgsqlConnectionStringBuilder(store.Settings.ConnectionString) { Database = "nowhere" }.ToString();
        await using var lost = TestStore.On(store.Settings with { ConnectionString = absent });
        var refused = await Should.ThrowAsync<StartupException>(() => lost.Database.PrepareAsync(Cancel));
        refused.Message.ShouldContain("\"nowhere\" does not exist");
        refused.Message.ShouldContain("Storage:ConnectionString");
    }

    [Fact]
    public async Task A_server_that_does_not_answer_is_told_as_such()
    {
        var nobody = new PostgresMigration(
            "Host=127.0.0.1;Port=1;Username=u;Password=secret;Database=d",
            TimeSpan.FromSeconds(2),
            TimeProvider.System);
        var told = (await Should.ThrowAsync<StartupException>(() => nobody.RunAsync(Cancel))).Message;
        told.ShouldContain("Failed to connect to 127.0.0.1:1");
        told.ShouldContain("Storage:ConnectionString");
        told.ShouldNotContain("secret");
    }

    [Fact]
    public async Task A_start_gives_up_after_the_deadline_while_another_server_changes_the_schema()
    {
        await using var store = await TestStore.NewAsync(StorageProvider.Postgres);
        await using var other = new NpgsqlConnection(store.Settings.ConnectionString);
        await other.OpenAsync(Cancel);
        await using var take = new NpgsqlCommand($"SELECT pg_advisory_lock({PostgresMigration.LockNumber})", other);
        await take.ExecuteNonQueryAsync(Cancel);
        var late = new PostgresMigration(
            store.Settings.ConnectionString!,
            TimeSpan.FromMilliseconds(500),
            TimeProvider.System);
        (await Should.ThrowAsync<StartupException>(() => late.RunAsync(Cancel))).Message.ShouldContain("Another server may be changing its schema");
    }

    [Fact]
    public async Task A_write_whose_connection_is_cut_is_done_once_on_the_next_try()
    {
        await using var store = await TestStore.StartAsync(StorageProvider.Postgres);
        var id = await store.CreateAsync(TestModels.Airline());
        var tries = 0;
        var result = await store.Writer.WriteAsync(
            id,
            new(Guid.NewGuid(), TestStore.Ann, "Rename a model"),
            model =>
            {
                if (tries++ == 0)
                {
                    ExecuteAsync(
                            store,
                            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()")
                        .Wait(Cancel);
                }

                return [Domain.RowChange.Replace(model.Meta, model.Meta with { Name = "Cut" })];
            },
            Cancel);
        tries.ShouldBe(2);
        result.Revision.ShouldBe(2);
        (await store.AuditAsync(id)).Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_commit_whose_answer_was_lost_is_found_by_its_operation_id_and_not_repeated()
    {
        await using var store = await TestStore.StartAsync(StorageProvider.Postgres);
        var id = await store.CreateAsync(TestModels.Airline());
        using var lost = new FailingCommit(RelationalEventId.TransactionCommitted, new NpgsqlException("The connection broke.", new IOException()));
        var result = await DyingProcess.RenameAsync(store, id, Guid.NewGuid());
        lost.Count.ShouldBe(2);
        (result.IsRepeated, result.Revision).ShouldBe((true, 2));
        (await store.Catalog.SnapshotAsync(id, TestStore.Ann, Cancel)).Meta.Name.ShouldBe(result.Model.Meta.Name);
        (await store.AuditAsync(id)).Count.ShouldBe(1);
    }

    [Theory]
    [InlineData(PostgresErrorCodes.SerializationFailure)]
    [InlineData(PostgresErrorCodes.DeadlockDetected)]
    public async Task A_write_that_the_server_gives_up_is_tried_again(string code)
    {
        await using var store = await TestStore.StartAsync(StorageProvider.Postgres);
        var id = await store.CreateAsync(TestModels.Airline());
        using var failing = new FailingCommit(
            RelationalEventId.TransactionCommitting,
            new PostgresException("Give way.", "ERROR", "ERROR", code),
            howOften: 2);
        var result = await DyingProcess.RenameAsync(store, id, Guid.NewGuid());
        failing.Count.ShouldBe(3);
        (result.IsRepeated, result.Revision).ShouldBe((false, 2));
    }

    [Fact]
    public async Task A_database_that_stays_away_is_told_as_such_and_the_gate_stays_open()
    {
        await using var store = await TestStore.StartAsync(StorageProvider.Postgres);
        var id = await store.CreateAsync(TestModels.Airline());
        var failure = new NpgsqlException("The connection broke.", new IOException());
        using (var failing = new FailingCommit(RelationalEventId.TransactionCommitting, failure, howOften: int.MaxValue))
        {
            (await Should.ThrowAsync<StorageUnavailableException>(() => DyingProcess.RenameAsync(store, id, Guid.NewGuid()))).InnerException.ShouldBe(
                failure);
            failing.Count.ShouldBe(3);
        }

        (await DyingProcess.RenameAsync(store, id, Guid.NewGuid())).Revision.ShouldBe(2);
    }

    private static async Task ExecuteAsync(TestStore store, string sql)
    {
        await using var connection = new NpgsqlConnection(
            new NpgsqlConnectionStringBuilder(store.Settings.ConnectionString) { Pooling = false }.ToString());
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}

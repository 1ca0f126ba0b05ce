using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace OperatingModel.Application.Persistence;

/// <summary>
/// Brings the PostgreSQL schema up to date at start: one server at a time, within a deadline. Waits for a database that is
/// itself still starting.
/// </summary>
internal sealed class PostgresMigration(string connectionString, TimeSpan deadline, TimeProvider time)
{
    /// <summary>Any number that other programs on the same database are unlikely to use.</summary>
    public const long LockNumber = 0x4F70_4D6F_6465_6C31;

    private static readonly TimeSpan BetweenTries = TimeSpan.FromMilliseconds(500);

    // Why the last try to connect failed; null once connected.
    private NpgsqlException? _unreachable;

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        using var late = new CancellationTokenSource(deadline, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(late.Token, cancellationToken);
        try
        {
            await using var guard = await ConnectAsync(either.Token);
            await using var take = new NpgsqlCommand("SELECT pg_advisory_lock($1)", guard)
            {
                Parameters = { new() { Value = LockNumber } },
                CommandTimeout = 0,
            };
            await take.ExecuteNonQueryAsync(either.Token);
            await RequireDurableAsync(guard, either.Token);
            await MigrateAsync(either.Token);
        }
        catch (OperationCanceledException exception) when (late.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            throw new StartupException(
                _unreachable is null ? SchemaRules.TooLate(deadline) : Unusable(_unreachable),
                _unreachable ?? (Exception)exception);
        }
        catch (NpgsqlException exception)
        {
            throw new StartupException(Unusable(exception), exception);
        }
    }

    private static string Unusable(NpgsqlException exception) =>
        $"The PostgreSQL database cannot be used ({exception.Message}). Check {StorageSettings.ConnectionStringKey} and the server.";

    // Closing the connection releases the advisory lock, so the connection must not return to a pool with it.
    private async Task<NpgsqlConnection> ConnectAsync(CancellationToken cancellationToken)
    {
        var unpooled = new NpgsqlConnectionStringBuilder(connectionString) { Pooling = false }.ToString();
        while (true)
        {
            var connection = new NpgsqlConnection(unpooled);
            try
            {
                await connection.OpenAsync(cancellationToken);
                _unreachable = null;
                return connection;
            }
            catch (NpgsqlException exception) when (exception.IsTransient)
            {
                _unreachable = exception;
                await connection.DisposeAsync();
                await Task.Delay(BetweenTries, time, cancellationToken);
            }
        }
    }

    private static async Task RequireDurableAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await using var ask = new NpgsqlCommand("SELECT current_setting('synchronous_commit')", connection);
        if (await ask.ExecuteScalarAsync(cancellationToken) is "off")
        {
            throw new StartupException(
                "PostgreSQL acknowledges writes before they are safe (synchronous_commit is off). Set it to on, for the server, the "
                    + "database or the user.");
        }
    }

    private async Task MigrateAsync(CancellationToken cancellationToken)
    {
        await using var db = new ModelDbContext(new DbContextOptionsBuilder<ModelDbContext>().UseNpgsql(connectionString).Options);
        if (await SchemaRules.PendingAsync<PostgresModelDbContext>(db, cancellationToken) is not [])
        {
            await using var schema = new PostgresModelDbContext(
                new DbContextOptionsBuilder<PostgresModelDbContext>().UseNpgsql(connectionString).WithoutDriftCheck().Options);
            await schema.Database.MigrateAsync(cancellationToken);
        }
    }
}

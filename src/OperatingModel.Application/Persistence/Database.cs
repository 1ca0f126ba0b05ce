using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using OperatingModel.Application.Workspaces;
using OperatingModel.Application.Writing;

namespace OperatingModel.Application.Persistence;

/// <summary>
/// The database of all use cases, and what differs between the two kinds: how the schema is updated at start, how transactions begin, how
/// rows are written in bulk, and which failures are worth another try.
/// </summary>
public abstract class Database : IDbContextFactory<ModelDbContext>, IDisposable
{
    private const int MaxAttempts = 3;

    private readonly WriteGates _gates = new();
    private bool _ready;

    /// <summary>A context of its own for each use case.</summary>
    /// <exception cref="InvalidOperationException">The database was not prepared.</exception>
    public ModelDbContext CreateDbContext() => _ready
        ? NewContext()
        : throw new InvalidOperationException($"Call {nameof(PrepareAsync)} once at start, before the first use.");

    /// <summary>
    /// Prepares the database at start, one process at a time: backup, migration, and the checks without which writes could be lost.
    /// </summary>
    /// <exception cref="StartupException">The database cannot be used; the program must not start.</exception>
    public async Task PrepareAsync(CancellationToken cancellationToken = default)
    {
        await MigrateAsync(cancellationToken);
        _ready = true;
    }

    /// <summary>The kind and version of the database, for the log.</summary>
    public async Task<string> EngineAsync(CancellationToken cancellationToken = default)
    {
        await using var db = CreateDbContext();
        await db.Database.OpenConnectionAsync(cancellationToken);
        return $"{EngineName} {db.Database.GetDbConnection().ServerVersion}";
    }

    /// <summary>Releases the locks that keep other processes out.</summary>
    public virtual void Dispose() => GC.SuppressFinalize(this);

    internal abstract ModelDbContext NewContext();

    private protected abstract string EngineName { get; }

    /// <summary>A transaction that sees one moment of the database and blocks nobody.</summary>
    internal abstract Task<IDbContextTransaction> BeginReadAsync(ModelDbContext db, CancellationToken cancellationToken);

    /// <summary>The heading of a model, locked against other writers until the transaction ends.</summary>
    internal abstract IQueryable<StoredModel> Locked(ModelDbContext db, Guid modelId);

    /// <summary>Writes these rows in the open transaction.</summary>
    /// <exception cref="DbUpdateConcurrencyException">A stored row does not have the token that was seen.</exception>
    internal abstract Task WriteRowsAsync(ModelDbContext db, IReadOnlyCollection<RowStatement> statements, CancellationToken cancellationToken);

    /// <summary>
    /// Runs one write from its turn at the gate to the commit. Tries the whole again where the database asks for it or the connection was
    /// lost; the operation id that <paramref name="write"/> checks first keeps it from being done twice.
    /// </summary>
    /// <exception cref="StorageUnavailableException">
    /// The database failed on every try; whether the last one was committed is not known.
    /// </exception>
    /// <param name="write">Everything before the commit; must not do anything that a rollback cannot take back.</param>
    /// <param name="committed">Runs after the commit and before the next writer's turn.</param>
    internal async Task<T> WriteAsync<T>(
        Guid modelId,
        Func<ModelDbContext, CancellationToken, Task<T>> write,
        Action<T> committed,
        CancellationToken cancellationToken)
    {
        var turn = _gates.EnterAsync(GateOf(modelId), cancellationToken);

        // Leaves the caller's context: a busy page must not keep the gate closed during its turn.
        return await Task.Run(
            async () =>
            {
                using (await turn)
                {
                    var result = await TryAsync(write, cancellationToken);
                    committed(result);
                    return result;
                }
            },
            CancellationToken.None);
    }

    /// <summary>Writes with the same gate wait for each other.</summary>
    private protected abstract Guid GateOf(Guid modelId);

    private protected abstract Task MigrateAsync(CancellationToken cancellationToken);

    private protected abstract bool IsWorthAnotherTry(Exception exception);

    /// <summary>Whether the failure comes from the database and not from the caller.</summary>
    private protected abstract bool IsOutage(Exception exception);

    private async Task<T> TryAsync<T>(Func<ModelDbContext, CancellationToken, Task<T>> write, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await using var db = CreateDbContext();
                await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
                var result = await write(db, cancellationToken);

                // A commit that has begun is not given up: nobody would know whether it happened.
                await transaction.CommitAsync(CancellationToken.None);
                return result;
            }
            catch (Exception exception) when (attempt < MaxAttempts && IsWorthAnotherTry(exception))
            {
                await Task.Delay(TimeSpan.FromMilliseconds(50 * attempt * attempt), cancellationToken);
            }
            catch (Exception exception) when (IsOutage(exception))
            {
                throw new StorageUnavailableException(exception);
            }
        }
    }
}

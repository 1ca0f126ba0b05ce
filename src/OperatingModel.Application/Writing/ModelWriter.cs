using Microsoft.EntityFrameworkCore;
using OperatingModel.Application.Access;
using OperatingModel.Application.Collaboration;
using OperatingModel.Application.Persistence;
using OperatingModel.Application.Workspaces;
using OperatingModel.Domain;
using OperatingModel.Domain.Access;
using OperatingModel.Domain.Workspaces;

namespace OperatingModel.Application.Writing;

/// <summary>
/// The one way in which a model changes. Every write takes its turn, is decided on the snapshot of exactly the current revision,
/// checked, and committed as a whole: rows, audit and revision. Only then is it announced.
/// </summary>
public sealed class ModelWriter
{
    private readonly Database _database;
    private readonly SnapshotCache _snapshots;
    private readonly ModelCheck _check;
    private readonly TimeProvider _time;

    internal ModelWriter(Database database, SnapshotCache snapshots, ModelCheck check, TimeProvider time) =>
        (_database, _snapshots, _check, _time) = (database, snapshots, check, time);

    /// <summary>Makes one change of a model, of any size: all of it or nothing.</summary>
    /// <param name="decide">
    /// The changes to make to this snapshot; <see cref="RowChange.Before"/> carries the version the user saw. Runs inside the
    /// transaction, perhaps more than once; may throw to refuse.
    /// </param>
    /// <exception cref="NotFoundException">There is no such model or scenario, or it was deleted.</exception>
    /// <exception cref="AccessDeniedException">The user's roles do not allow some of it.</exception>
    /// <exception cref="ConflictException">A row to be changed is not the one the user saw.</exception>
    /// <exception cref="ModelRuleException">The model would break a rule.</exception>
    /// <exception cref="OperationReusedException">The operation id was used before, for something else.</exception>
    public Task<WriteResult> WriteAsync(
        Guid modelId,
        WriteOrder order,
        Func<ModelSnapshot, IReadOnlyList<RowChange>> decide,
        CancellationToken cancellationToken = default) =>
        WriteAsync(modelId, order, new WriteWork((_, model, _) => Task.FromResult(decide(model))), cancellationToken);

    /// <inheritdoc cref="WriteAsync(Guid, WriteOrder, Func{ModelSnapshot, IReadOnlyList{RowChange}}, CancellationToken)"/>
    internal async Task<WriteResult> WriteAsync(Guid modelId, WriteOrder order, WriteWork work, CancellationToken cancellationToken)
    {
        if (order.Who.Sight.IsBlind)
        {
            throw SnapshotReader.NoSuchModel(modelId);
        }

        // Before the transaction: a writer must not wait for a second connection while it keeps one.
        var loaded = await _snapshots.GetAsync(modelId, cancellationToken);
        try
        {
            var write = await _database.WriteAsync(
                modelId,
                (db, token) => WriteAsync(db, loaded, order, work, token),
                done => Publish(loaded, done),
                cancellationToken);
            return Seen(write.Result, loaded, order.Who.Sight);
        }
        catch (DbUpdateConcurrencyException)
        {
            // Rows were changed from outside this program; the memory does not match the database.
            _snapshots.Forget(modelId);
            throw;
        }
    }

    internal static RowStatement RowStatementOf(ModelDbContext db, Guid modelId, RowChange change)
    {
        var table = StoredTable.Of(db, change.Table.RowType);
        return change switch
        {
            { Before: null, After: { } added } => new(table.Insert, modelId, added),
            { Before: { } removed, After: null } => new(table.Delete, modelId, removed, removed.Version),
            { Before: { } before, After: { } after } => new(table.Update, modelId, after, before.Version),
            _ => throw new ArgumentException("A change has a row before or after.", nameof(change)),
        };
    }

    internal static void Refuse(IEnumerable<ModelProblem> problems, IReadOnlyCollection<RowChange> changes)
    {
        var errors = problems.ToList();
        if (errors.Count > 0)
        {
            // Where one row was edited, the form knows which one.
            throw new ModelRuleException([.. errors.Select(error => new FieldProblem(
                error.Field ?? error.Element,
                changes.Count == 1 ? error.Message : $"{error.Element}: {error.Message}"))]);
        }
    }

    private async Task<Written> WriteAsync(
        ModelDbContext db, LoadedModel loaded, WriteOrder order, WriteWork work, CancellationToken cancellationToken)
    {
        var heading = await _database.Locked(db, loaded.Id).SingleOrDefaultAsync(cancellationToken);
        if (heading is null or { DeletedAt: not null })
        {
            throw SnapshotReader.NoSuchModel(loaded.Id);
        }

        await SnapshotCache.CatchUpAsync(db, loaded, heading.Revision, _snapshots.Today, cancellationToken);
        var before = loaded.On(_snapshots.Today);
        if (await OperationLog.FindAsync(db, loaded.Id, order, cancellationToken) is { } done)
        {
            return new(await OperationLog.ResultAsync(db, done, order, before, cancellationToken));
        }

        // What the user works on, and what is stored of it: for a branch, the changes of the scenario.
        var branch = order.Scenario is { } scenario ? before.Branch(scenario) ?? throw NoSuchScenario(scenario) : null;
        var seen = branch?.Model ?? before;
        var wanted = await work.Decide(db, seen, cancellationToken);
        ConflictCheck.ThrowIfMalformed(wanted);
        var made = Effective(seen, wanted);
        var changes = branch is null ? made : Effective(before, branch.Record(made));
        AccessDeniedException.ThrowIfAny(AccessCheck.Refusals(order.Who.Roles, changes));
        await ConflictCheck.ThrowIfStaleAsync(db, loaded.Id, seen, wanted, order, branch, cancellationToken);
        var after = changes.Count == 0 ? before : before.With(changes, before.Revision + 1);
        if (branch is not null)
        {
            Refuse(_check(seen, seen.With(made, after.Revision), made), made);
        }

        Refuse(_check(before, after, changes), changes);
        await _database.WriteRowsAsync(db, Statements(db, heading, after, changes, order, work.IsStep), cancellationToken);
        var result = new WriteResult(loaded.Id, after.Revision, made, after);
        await work.Finish(db, result, cancellationToken);
        return new(result, order, changes);
    }

    private static NotFoundException NoSuchScenario(string code) =>
        new($"There is no scenario {code} any more; it was removed, or has another code.");

    private List<RowStatement> Statements(
        ModelDbContext db, StoredModel heading, ModelSnapshot after, List<RowChange> changes, WriteOrder order, bool isStep)
    {
        var log = new OperationLog(db, heading.Id, after.Revision, order, OperationLog.Now(_time));
        var done = log.Done(changes.Count, isStep && changes.Count > 0);
        return changes.Count == 0
            ? [done]
            :
            [
                log.Move(heading, heading with { Code = after.Meta.Code, Name = after.Meta.Name }),
                .. changes.Select(change => RowStatementOf(db, heading.Id, change)),
                .. log.Entries(changes),
                done,
            ];
    }

    private static WriteResult Seen(WriteResult result, LoadedModel loaded, Sight sight) => sight.IsWhole
        ? result
        : result with { Changes = sight.Of(result.Changes), Model = loaded.Seen(result.Model, sight) };

    // The rows as they are and as they will be stored, without changes that have no effect.
    private static List<RowChange> Effective(ModelSnapshot before, IReadOnlyList<RowChange> wanted) =>
        [
            .. wanted
                .Select(change => new RowChange(
                    change.Table,
                    before.Table(change.Table).Find(change.Key),
                    change.After is { } after ? after with { Version = before.Revision + 1 } : null))
                .Where(change =>
                    change.Before != change.After || change.Before?.Position != change.After?.Position),
        ];

    private void Publish(LoadedModel loaded, Written written)
    {
        if (written is { Order: { } order, Result: var result, Changes: { Count: > 0 } changes })
        {
            var change = new ModelChanged(loaded.Id, result.Revision, changes, order.Who, order.What, order.OperationId);
            _snapshots.Advance(loaded, change, result.Model);
        }
    }

    /// <param name="Order">Null for an operation that had been done, and published, before.</param>
    /// <param name="Changes">Of the whole model.</param>
    private sealed record Written(WriteResult Result, WriteOrder? Order = null, IReadOnlyList<RowChange>? Changes = null);
}

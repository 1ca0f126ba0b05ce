using Microsoft.EntityFrameworkCore;
using OperatingModel.Application.Access;
using OperatingModel.Application.Collaboration;
using OperatingModel.Application.Persistence;
using OperatingModel.Application.Writing;
using OperatingModel.Domain;
using OperatingModel.Domain.Access;
using OperatingModel.Domain.Editing;
using OperatingModel.Domain.Workspaces;

namespace OperatingModel.Application.Workspaces;

/// <summary>The models of this installation: lists, opens, creates, deletes and restores them.</summary>
public sealed class ModelCatalog
{
    private const long FirstRevision = 1;

    private readonly Database _database;
    private readonly SnapshotCache _snapshots;
    private readonly ModelChangeFeed _feed;
    private readonly ModelCheck _check;
    private readonly TimeProvider _time;

    internal ModelCatalog(
        Database database,
        SnapshotCache snapshots,
        ModelChangeFeed feed,
        ModelCheck check,
        TimeProvider time) => (_database, _snapshots, _feed, _check, _time) = (database, snapshots, feed, check, time);

    /// <summary>The models that the user may read, but not the deleted ones; the last changed first.</summary>
    public Task<IReadOnlyList<ModelSummary>> ListAsync(CurrentUser user, CancellationToken cancellationToken = default) =>
        ListAsync(models => models.Where(model => model.DeletedAt == null), user, cancellationToken);

    /// <summary>The models in the bin, from which <see cref="RestoreAsync"/> restores them.</summary>
    public Task<IReadOnlyList<ModelSummary>> ListDeletedAsync(CurrentUser user, CancellationToken cancellationToken = default) =>
        ListAsync(models => models.Where(model => model.DeletedAt != null), user, cancellationToken);

    /// <summary>Null when there is no such model for this user, or it was deleted.</summary>
    public async Task<ModelSummary?> FindAsync(Guid modelId, CurrentUser user, CancellationToken cancellationToken = default)
    {
        if (user.Sight.IsBlind)
        {
            return null;
        }

        await using var db = _database.CreateDbContext();
        return (await db.Models.SingleOrDefaultAsync(model => model.Id == modelId && model.DeletedAt == null, cancellationToken))?.Summary;
    }

    /// <summary>The model as it stands today, as far as the user may read it; one snapshot, shared by all who may read the same.</summary>
    /// <exception cref="NotFoundException">There is no such model for this user, or it was deleted.</exception>
    public async ValueTask<ModelSnapshot> SnapshotAsync(Guid modelId, CurrentUser user, CancellationToken cancellationToken = default) =>
        user.Sight.IsBlind
            ? throw SnapshotReader.NoSuchModel(modelId)
            : (await _snapshots.GetAsync(modelId, cancellationToken)).On(_snapshots.Today, user.Sight);

    /// <summary>
    /// Applies what other servers committed to the same PostgreSQL database; the change feed announces it. Cheap enough to call several
    /// times a second.
    /// </summary>
    public Task CatchUpAsync(CancellationToken cancellationToken = default) => _snapshots.CatchUpAsync(cancellationToken);

    /// <summary>Stores a model from a sample, a template, a file or another model: all of it or nothing.</summary>
    /// <param name="operationId">A repeated creation with the same id gives the model that the first one made.</param>
    /// <exception cref="AccessDeniedException">The user may not create models.</exception>
    /// <exception cref="ModelRuleException">Some row breaks a rule.</exception>
    public async Task<ModelSummary> CreateAsync(
        ModelSnapshot model,
        CurrentUser user,
        Guid operationId,
        CancellationToken cancellationToken = default)
    {
        ThrowUnlessKeeper(user, "create models");
        var order = new WriteOrder(operationId, user, "Create a model");
        var id = Guid.CreateVersion7();
        var numbered = Numbering.Of(model);
        List<RowChange> rows =
        [
            .. ModelTables.All.SelectMany(table =>
                numbered.Table(table).Rows.Select(row => new RowChange(table, null, row with { Version = FirstRevision }))),
        ];
        ModelWriter.Refuse(_check(null, model, rows), rows);
        return await _database.WriteAsync(id, (db, token) => CreateAsync(db, id, model.Meta, rows, order, token), _ => { }, cancellationToken);
    }

    /// <summary>Puts the model into the bin.</summary>
    /// <exception cref="AccessDeniedException">The user may not delete models.</exception>
    /// <exception cref="NotFoundException">There is no such model, or it was deleted.</exception>
    public Task<ModelSummary> DeleteAsync(Guid modelId, CurrentUser user, Guid operationId, CancellationToken cancellationToken = default)
    {
        ThrowUnlessKeeper(user, "delete models");
        return MoveAsync(modelId, new WriteOrder(operationId, user, "Delete a model"), wasDeleted: false, cancellationToken);
    }

    /// <summary>Restores the model from the bin, as it was.</summary>
    /// <exception cref="AccessDeniedException">The user may not restore models.</exception>
    /// <exception cref="NotFoundException">The model is not in the bin.</exception>
    public Task<ModelSummary> RestoreAsync(Guid modelId, CurrentUser user, Guid operationId, CancellationToken cancellationToken = default)
    {
        ThrowUnlessKeeper(user, "take models back from the bin");
        return MoveAsync(modelId, new WriteOrder(operationId, user, "Take a model back"), wasDeleted: true, cancellationToken);
    }

    /// <summary>Removes for good, with their audit, the models that were deleted before this moment.</summary>
    /// <returns>How many.</returns>
    public Task<int> PurgeAsync(DateTimeOffset deletedBefore, CancellationToken cancellationToken = default) => _database.WriteAsync(
        Guid.Empty,
        (db, token) => db.Models.Where(model => model.DeletedAt != null && model.DeletedAt < deletedBefore).ExecuteDeleteAsync(token),
        _ => { },
        cancellationToken);

    private static void ThrowUnlessKeeper(CurrentUser user, string what) => AccessDeniedException.ThrowIfAny(
        (user.Roles & AccessTable.Keepers) == ModelRoles.None
            ? [AccessCheck.Only(AccessTable.Roles.Where(role => AccessTable.Keepers.HasFlag(role)), what)]
            : []);

    private async Task<IReadOnlyList<ModelSummary>> ListAsync(
        Func<IQueryable<StoredModel>, IQueryable<StoredModel>> which, CurrentUser user, CancellationToken cancellationToken)
    {
        if (user.Sight.IsBlind)
        {
            return [];
        }

        await using var db = _database.CreateDbContext();
        var models = await which(db.Models).OrderByDescending(model => model.UpdatedAt).ThenBy(model => model.Id).ToListAsync(cancellationToken);
        return [.. models.Select(model => model.Summary)];
    }

    private async Task<ModelSummary> CreateAsync(
        ModelDbContext db, Guid id, ModelMeta meta, List<RowChange> rows, WriteOrder order, CancellationToken cancellationToken)
    {
        if (await OperationLog.FindAsync(db, null, order, cancellationToken) is { } done)
        {
            return (await db.Models.SingleAsync(stored => stored.Id == done.ModelId, cancellationToken)).Summary;
        }

        var log = new OperationLog(db, id, FirstRevision, order, OperationLog.Now(_time));
        var heading = log.NewHeading(meta);
        List<RowStatement> statements =
        [
            log.Insert(heading),
            .. rows.Select(row => ModelWriter.RowStatementOf(db, id, row)),
            .. log.Entries(rows),
            log.Done(rows.Count),
        ];
        await _database.WriteRowsAsync(db, statements, cancellationToken);
        return heading.Summary;
    }

    private Task<ModelSummary> MoveAsync(Guid modelId, WriteOrder order, bool wasDeleted, CancellationToken cancellationToken) =>
        _database.WriteAsync(
            modelId,
            (db, token) => MoveAsync(db, modelId, order, wasDeleted, token),
            moved =>
            {
                _snapshots.Forget(modelId);
                _feed.Publish(new ModelChanged(modelId, moved.Revision, [], order.Who, order.What, order.OperationId));
            },
            cancellationToken);

    private async Task<ModelSummary> MoveAsync(
        ModelDbContext db,
        Guid modelId,
        WriteOrder order,
        bool wasDeleted,
        CancellationToken cancellationToken)
    {
        var heading = await _database.Locked(db, modelId).SingleOrDefaultAsync(cancellationToken) ?? throw SnapshotReader.NoSuchModel(modelId);
        if (await OperationLog.FindAsync(db, modelId, order, cancellationToken) is not null)
        {
            return heading.Summary;
        }

        if (heading.DeletedAt is not null != wasDeleted)
        {
            throw wasDeleted ? new NotFoundException($"The model {heading.Name} is not in the bin.") : SnapshotReader.NoSuchModel(modelId);
        }

        var log = new OperationLog(db, modelId, heading.Revision + 1, order, OperationLog.Now(_time));
        var move = log.Move(heading, heading with { DeletedAt = wasDeleted ? null : OperationLog.Now(_time) });
        await _database.WriteRowsAsync(db, [move, log.WholeModelEntry(heading), log.Done(0)], cancellationToken);
        return ((StoredModel)move.Row).Summary;
    }
}

using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using OperatingModel.Application.Access;
using OperatingModel.Application.Auditing;
using OperatingModel.Application.Persistence;
using OperatingModel.Application.Writing;
using OperatingModel.Domain;
using OperatingModel.Domain.Access;
using OperatingModel.Domain.Editing;
using OperatingModel.Domain.Workspaces;

namespace OperatingModel.Application.Undo;

/// <summary>
/// The last changes of each user in each model, to be undone and redone one after the other. Undoing is a write like any other: it reverts
/// the change and keeps what others changed since. The history is stored with the operations, so a restart loses nothing.
/// </summary>
public sealed class UndoHistory(Database database, ModelWriter writer)
{
    public const int MaxSteps = 100;

    // Cached with the snapshot and shared by all windows of a user, because each asks after each change.
    private readonly ConditionalWeakTable<ModelSnapshot, ConcurrentDictionary<CurrentUser, Lazy<Task<UndoList>>>> _lists = [];

    /// <summary>
    /// The steps that the user can undo and redo: first those made here, then those made elsewhere. After a new change nothing can be
    /// redone.
    /// </summary>
    /// <param name="own">The operations that were made where the user asks, such as in one window; the last count.</param>
    /// <param name="shown">
    /// The newest snapshot that the user was shown: what was committed up to it is in the list. Null to read all from the database.
    /// </param>
    public async Task<UndoList> ListAsync(
        Guid modelId,
        CurrentUser user,
        IReadOnlyList<Guid>? own = null,
        ModelSnapshot? shown = null,
        CancellationToken cancellationToken = default)
    {
        var all = shown is null
            ? await ReadAsync(modelId, user, null, cancellationToken)
            : await SharedAsync(modelId, user, shown).WaitAsync(cancellationToken);
        if (own is not { Count: > 0 })
        {
            return all;
        }

        var first = await ReadAsync(modelId, user, Last(own), cancellationToken);
        return new(Joined(first.Undo, all.Undo), Joined(first.Redo, all.Redo));
    }

    /// <summary>Undoes the last step made here, or else the user's last change.</summary>
    /// <param name="operationId">New for each intent; a repeated one is answered, not repeated.</param>
    /// <param name="own">The operations that were made where the user asks, such as in one window; the last count.</param>
    /// <param name="overwrite">Whether to overwrite conflicting changes that others made since; ask the user first.</param>
    /// <exception cref="ConflictException">Others changed the same since; nothing was stored.</exception>
    /// <exception cref="ModelRuleException">There is nothing to undo, or the model would break a rule.</exception>
    public Task<Toggled> UndoAsync(
        Guid modelId,
        CurrentUser user,
        Guid operationId,
        IReadOnlyList<Guid>? own = null,
        bool overwrite = false,
        CancellationToken cancellationToken = default) =>
        ToggleAsync(modelId, user, operationId, undone: false, Last(own), overwrite, cancellationToken);

    /// <summary>Redoes what was undone last, preferring steps made here.</summary>
    /// <inheritdoc cref="UndoAsync"/>
    public Task<Toggled> RedoAsync(
        Guid modelId,
        CurrentUser user,
        Guid operationId,
        IReadOnlyList<Guid>? own = null,
        bool overwrite = false,
        CancellationToken cancellationToken = default) =>
        ToggleAsync(modelId, user, operationId, undone: true, Last(own), overwrite, cancellationToken);

    // Only as many as can be undone are read.
    private static IReadOnlyList<Guid> Last(IReadOnlyList<Guid>? own) => own is null ? [] : [.. own.TakeLast(MaxSteps)];

    private async Task<Toggled> ToggleAsync(
        Guid modelId, CurrentUser user, Guid operationId, bool undone, IReadOnlyList<Guid> own, bool overwrite, CancellationToken cancellationToken)
    {
        var step = await FindAsync(modelId, user, operationId, undone, own, cancellationToken);
        var what = step.Id == operationId ? step.What : $"{(undone ? "Redo" : "Undo")}: {step.What}";
        var result = await writer.WriteAsync(
            modelId,
            new WriteOrder(operationId, user, what.Length <= ModelConventions.MaxCommandLength ? what : what[..ModelConventions.MaxCommandLength]),
            new WriteWork(
                (db, model, token) => DecideAsync(db, modelId, model, user, step.Id, undone, own, overwrite, token),
                (db, done, token) => MarkAsync(db, step.Id, done, !undone, token),
                IsStep: false),
            cancellationToken);
        if (result.Changes.Count == 0)
        {
            // The step is finished, but no new snapshot announces it.
            _lists.Remove(result.Model);
        }

        return new Toggled(result, step.What, own.Contains(step.Id));
    }

    // The step to toggle, or the operation itself where it was done before.
    private async Task<Operation> FindAsync(
        Guid modelId, CurrentUser user, Guid operationId, bool undone, IReadOnlyList<Guid> own, CancellationToken cancellationToken)
    {
        await using var db = database.CreateDbContext();
        return await db.Operations.SingleOrDefaultAsync(operation => operation.Id == operationId, cancellationToken)
            ?? await NextAsync(db, modelId, user, undone, own, cancellationToken)
            ?? throw new ModelRuleException(
                undone ? "redo" : "undo", undone ? "There is nothing to redo; only what was undone last can be." : "There is nothing to undo.");
    }

    private static async Task<IReadOnlyList<RowChange>> DecideAsync(
        ModelDbContext db,
        Guid modelId,
        ModelSnapshot model,
        CurrentUser user,
        Guid step,
        bool undone,
        IReadOnlyList<Guid> own,
        bool overwrite,
        CancellationToken cancellationToken)
    {
        var next = await NextAsync(db, modelId, user, undone, own, cancellationToken);
        if (next?.Id != step)
        {
            throw new ModelRuleException(
                undone ? "redo" : "undo",
                "You changed the model in another window at the same moment; look at it, then try again.");
        }

        return Reverting.Of(model, await ChangeLog.AtAsync(db, modelId, next.LastRevision, cancellationToken), overwrite);
    }

    private static async Task MarkAsync(ModelDbContext db, Guid step, WriteResult result, bool undone, CancellationToken cancellationToken)
    {
        // A step that changed nothing cannot be undone either.
        var revision = result.Changes.Count == 0 ? 0 : result.Revision;
        await db.Set<Operation>()
            .Where(operation => operation.Id == step)
            .ExecuteUpdateAsync(
                set => set.SetProperty(operation => operation.IsUndone, undone).SetProperty(operation => operation.LastRevision, revision),
                cancellationToken);
    }

    private static async Task<Operation?> NextAsync(
        ModelDbContext db, Guid modelId, CurrentUser user, bool undone, IReadOnlyList<Guid> own, CancellationToken cancellationToken) =>
        (own.Count == 0 ? null
            : await Next(Steps(db, modelId, user).Where(step => own.Contains(step.Id)), undone).FirstOrDefaultAsync(cancellationToken))
        ?? await Next(Steps(db, modelId, user), undone).FirstOrDefaultAsync(cancellationToken);

    private static IQueryable<Operation> Steps(ModelDbContext db, Guid modelId, CurrentUser user) =>
        db.Operations.Where(operation => operation.ModelId == modelId && operation.UserId == user.Id);

    // The next one first. Steps that were undone before the last new change cannot be redone.
    private static IQueryable<Operation> Next(IQueryable<Operation> steps, bool undone) =>
        undone
            ? steps.Where(step => step.IsUndone && step.LastRevision > steps.Max(other => other.Revision)).OrderBy(step => step.Revision)
            : steps.Where(step => !step.IsUndone && step.LastRevision > 0).OrderByDescending(step => step.Revision);

    private static IReadOnlyList<UndoStep> Joined(IReadOnlyList<UndoStep> own, IReadOnlyList<UndoStep> all) =>
        [.. own.UnionBy(all, step => step.OperationId).Take(MaxSteps)];

    private async Task<UndoList> SharedAsync(Guid modelId, CurrentUser user, ModelSnapshot shown)
    {
        var lists = _lists.GetOrCreateValue(shown);
        var reading = lists.GetOrAdd(user, _ => new(() => Task.Run(() => ReadAsync(modelId, user, null, CancellationToken.None))));
        try
        {
            return await reading.Value;
        }
        catch
        {
            lists.TryRemove(KeyValuePair.Create(user, reading));
            throw;
        }
    }

    /// <param name="own">Only of these; null for all of the user's.</param>
    private async Task<UndoList> ReadAsync(Guid modelId, CurrentUser user, IReadOnlyList<Guid>? own, CancellationToken cancellationToken)
    {
        await using var db = database.CreateDbContext();
        var steps = Steps(db, modelId, user);
        if (own is not null)
        {
            steps = steps.Where(step => own.Contains(step.Id));
        }

        return new(
            await ReadAsync(db, modelId, user, Next(steps, undone: false), cancellationToken),
            await ReadAsync(db, modelId, user, Next(steps, undone: true), cancellationToken));
    }

    private static async Task<IReadOnlyList<UndoStep>> ReadAsync(
        ModelDbContext db, Guid modelId, CurrentUser user, IQueryable<Operation> next, CancellationToken cancellationToken)
    {
        var steps = await next.Take(MaxSteps).ToListAsync(cancellationToken);

        // A right may have been withdrawn since.
        var hiding = await ChangeLog.HidingAsync(db, modelId, steps.Select(step => step.Revision), user.Sight, cancellationToken);
        return [.. steps.Select(step => new UndoStep(step.Id, hiding.Contains(step.Revision) ? Sight.Words : step.What, step.At, step.ChangeCount))];
    }
}

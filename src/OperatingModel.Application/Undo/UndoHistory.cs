using Microsoft.EntityFrameworkCore;
using OperatingModel.Application.Access;
using OperatingModel.Application.Auditing;
using OperatingModel.Application.Persistence;
using OperatingModel.Application.Writing;
using OperatingModel.Domain;
using OperatingModel.Domain.Editing;
using OperatingModel.Domain.Workspaces;

namespace OperatingModel.Application.Undo;

/// <summary>
/// The last changes of each user in each model, to be undone and redone one after the other. Undoing is a write like any other: it
/// takes back what the change did and leaves what others did since. It is stored with the operations, so a restart loses nothing.
/// </summary>
public sealed class UndoHistory(Database database, ModelWriter writer)
{
    public const int MaxSteps = 100;

    /// <summary>What the user can undo and redo; a new change ends what could be redone.</summary>
    public async Task<UndoList> ListAsync(Guid modelId, CurrentUser user, CancellationToken cancellationToken = default)
    {
        await using var db = database.CreateDbContext();
        return new(
            await ListAsync(Steps(db, modelId, user, undone: false), cancellationToken),
            await ListAsync(Steps(db, modelId, user, undone: true), cancellationToken));
    }

    /// <summary>Takes back the user's last change.</summary>
    /// <param name="operationId">New for each intent; a repeated one is answered, not repeated.</param>
    /// <param name="overwrite">Whether what others changed since is lost where it is in the way; ask the user first.</param>
    /// <exception cref="ConflictException">Others changed the same since; nothing was stored.</exception>
    /// <exception cref="ModelRuleException">There is nothing to undo, or the model would break a rule.</exception>
    public Task<WriteResult> UndoAsync(Guid modelId, CurrentUser user, Guid operationId, bool overwrite = false, CancellationToken cancellationToken = default) =>
        ToggleAsync(modelId, user, operationId, undone: false, overwrite, cancellationToken);

    /// <summary>Makes again what the user undid last.</summary>
    /// <inheritdoc cref="UndoAsync"/>
    public Task<WriteResult> RedoAsync(Guid modelId, CurrentUser user, Guid operationId, bool overwrite = false, CancellationToken cancellationToken = default) =>
        ToggleAsync(modelId, user, operationId, undone: true, overwrite, cancellationToken);

    private async Task<WriteResult> ToggleAsync(Guid modelId, CurrentUser user, Guid operationId, bool undone, bool overwrite, CancellationToken cancellationToken)
    {
        var (step, what) = await NextAsync(modelId, user, operationId, undone, cancellationToken);
        return await writer.WriteAsync(
            modelId,
            new WriteOrder(operationId, user, what),
            new WriteWork(
                (db, model, token) => DecideAsync(db, modelId, model, user, step, undone, overwrite, token),
                (db, result, token) => MarkAsync(db, step, result, !undone, token),
                IsStep: false),
            cancellationToken);
    }

    // The step to toggle; the empty id for an operation that was done before.
    private async Task<(Guid Step, string What)> NextAsync(Guid modelId, CurrentUser user, Guid operationId, bool undone, CancellationToken cancellationToken)
    {
        await using var db = database.CreateDbContext();
        if (await db.Operations.SingleOrDefaultAsync(operation => operation.Id == operationId, cancellationToken) is { } done)
        {
            return (Guid.Empty, done.What);
        }

        var step = await Steps(db, modelId, user, undone).FirstOrDefaultAsync(cancellationToken)
            ?? throw new ModelRuleException(undone ? "redo" : "undo", undone ? "There is nothing to redo; only what was undone last can be." : "There is nothing to undo.");
        var what = $"{(undone ? "Redo" : "Undo")}: {step.What}";
        return (step.Id, what.Length <= ModelConventions.MaxCommandLength ? what : what[..ModelConventions.MaxCommandLength]);
    }

    private static async Task<IReadOnlyList<RowChange>> DecideAsync(
        ModelDbContext db, Guid modelId, ModelSnapshot model, CurrentUser user, Guid step, bool undone, bool overwrite, CancellationToken cancellationToken)
    {
        var next = await Steps(db, modelId, user, undone).FirstOrDefaultAsync(cancellationToken);
        if (next?.Id != step)
        {
            throw new ModelRuleException(undone ? "redo" : "undo", "You changed the model in another window at the same moment; look at it, then try again.");
        }

        return Reverting.Of(model, await ChangeLog.AtAsync(db, modelId, next.LastRevision, cancellationToken), overwrite);
    }

    private static async Task MarkAsync(ModelDbContext db, Guid step, WriteResult result, bool undone, CancellationToken cancellationToken)
    {
        // What changed nothing cannot be taken back either.
        var revision = result.Changes.Count == 0 ? 0 : result.Revision;
        await db.Set<Operation>().Where(operation => operation.Id == step).ExecuteUpdateAsync(
            set => set.SetProperty(operation => operation.IsUndone, undone).SetProperty(operation => operation.LastRevision, revision), cancellationToken);
    }

    // The next one first. What was undone before the user's last new change is past redoing.
    private static IQueryable<Operation> Steps(ModelDbContext db, Guid modelId, CurrentUser user, bool undone)
    {
        var steps = db.Operations.Where(operation => operation.ModelId == modelId && operation.UserId == user.Id);
        return undone
            ? steps.Where(step => step.IsUndone && step.LastRevision > steps.Max(other => other.Revision)).OrderBy(step => step.Revision)
            : steps.Where(step => !step.IsUndone && step.LastRevision > 0).OrderByDescending(step => step.Revision);
    }

    private static async Task<IReadOnlyList<UndoStep>> ListAsync(IQueryable<Operation> steps, CancellationToken cancellationToken) =>
        await steps.Take(MaxSteps).Select(step => new UndoStep(step.Id, step.What, step.At, step.ChangeCount)).ToListAsync(cancellationToken);
}

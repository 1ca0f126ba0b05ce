using OperatingModel.Application;
using OperatingModel.Application.Access;
using OperatingModel.Application.Persistence;
using OperatingModel.Application.Undo;
using OperatingModel.Application.Writing;
using OperatingModel.Domain;
using OperatingModel.Domain.Workspaces;
using OperatingModel.Web.Components.Layout;

namespace OperatingModel.Web.Components.Editing;

/// <summary>
/// Writes the edits of one browser window: every edit is one write, described in words, and one step to undo. A failure is returned as an
/// outcome, as a success is; when an outcome arrives, the workbench already has what was stored. Edits may overlap.
/// </summary>
public sealed class ModelEditor(
    ModelWriter writer, UndoHistory history, Workbench bench, CurrentUser user, DraftShelf shelf, TabSteps steps, ILogger<ModelEditor> log)
{
    /// <summary>Names the user as the author of a change in another window, in the middle of a sentence.</summary>
    public const string Myself = "you, in another window";

    /// <summary>Stands for whoever made a change when that is not known, in the middle of a sentence.</summary>
    public const string Unknown = "somebody";

    private const int MaxWords = 200;

    private Task _toggled = Task.CompletedTask;

    /// <summary>Raised when an edit begins, with null, and when it ends, with its outcome.</summary>
    public event Action<EditOutcome?>? Changed;

    /// <summary>The open model as this window shows it, for previews of an edit; null while none is open.</summary>
    public ModelSnapshot? Model => bench.Snapshot;

    /// <summary>How many edits are under way.</summary>
    public int Running { get; private set; }

    /// <summary>Makes one change of the open model, of any size.</summary>
    /// <param name="what">A sentence for the audit and the list of steps.</param>
    /// <param name="decide">The changes to make to the newest snapshot; pure; may refuse by a <see cref="ModelRuleException"/>.</param>
    /// <param name="atField">The caller shows what is wrong at its field.</param>
    /// <param name="inModel">The model itself is changed, also where a scenario of it is open.</param>
    public async Task<EditOutcome> WriteAsync(
        string what, Func<ModelSnapshot, IReadOnlyList<RowChange>> decide, bool atField = false, bool inModel = false)
    {
        var scenario = inModel ? null : bench.Address?.Scenario;
        var words = scenario is null ? what : $"{what} (scenario {bench.Scenario?.Name ?? scenario})";
        var order = new WriteOrder(Guid.CreateVersion7(), user, Shortened(words)) { Scenario = scenario };
        if (await TabAsync() is { } tab)
        {
            // Added before the write: the edit bar reads the list of steps again as soon as the edit is stored.
            steps.Add(tab, order.OperationId);
        }

        return await TryAsync(order.OperationId, what, atField, isToggle: false, async model =>
            (what, await writer.WriteAsync(model, order, decide)));
    }

    /// <summary>Undoes the last change made in this window, or if there is none, this user's last change in the model.</summary>
    /// <param name="overwrite">Whether changes that others made since may be lost; ask the user first.</param>
    public Task<EditOutcome> UndoAsync(bool overwrite = false) => ToggleAsync("Undone", overwrite, steps => steps.Undo, history.UndoAsync);

    /// <summary>Makes the change again that was undone last.</summary>
    /// <inheritdoc cref="UndoAsync"/>
    public Task<EditOutcome> RedoAsync(bool overwrite = false) => ToggleAsync("Redone", overwrite, steps => steps.Redo, history.RedoAsync);

    /// <summary>Returns the steps that this window can undo and redo, in both lists the next step first.</summary>
    public async Task<UndoList> StepsAsync()
    {
        var own = await OwnAsync();
        return bench.Model is { } model ? await history.ListAsync(model.Id, user, own, bench.Whole) : new([], []);
    }

    private async Task<EditOutcome> ToggleAsync(
        string done,
        bool overwrite,
        Func<UndoList, IReadOnlyList<UndoStep>> next,
        Func<Guid, CurrentUser, Guid, IReadOnlyList<Guid>?, bool, CancellationToken, Task<Toggled>> toggle)
    {
        // Two quick clicks undo two steps: the second finds its step once the first is done. It stops at steps of other windows, which its
        // user did not see named.
        var (earlier, mine) = (_toggled, new TaskCompletionSource());
        var isBlind = !earlier.IsCompleted;
        _toggled = mine.Task;
        await earlier;
        try
        {
            var own = await OwnAsync();
            var operation = Guid.CreateVersion7();
            return await TryAsync(operation, done, atField: false, isToggle: true, async model =>
            {
                if (isBlind && next(await history.ListAsync(model, user, own)) is [var step, ..] && !own.Contains(step.OperationId))
                {
                    throw new ModelRuleException("step", $"“{step.What}” was done in another window or earlier; click again if you mean that.");
                }

                var toggled = await toggle(model, user, operation, own, overwrite, CancellationToken.None);
                return ($"{done}: {toggled.Step}{(toggled.IsOwn ? "" : ", which you did in another window or earlier")}", toggled.Result);
            });
        }
        finally
        {
            mine.SetResult();
        }
    }

    private async Task<IReadOnlyList<Guid>> OwnAsync() => await TabAsync() is { } tab ? steps.Of(tab) : [];

    // While its browser is not connected, a window has no steps of its own.
    private async Task<string?> TabAsync()
    {
        try
        {
            return await shelf.TabAsync();
        }
        catch (Exception exception) when (Connection.IsLoss(exception) || exception is InvalidOperationException)
        {
            return null;
        }
    }

    private async Task<EditOutcome> TryAsync(
        Guid operation, string what, bool atField, bool isToggle, Func<Guid, Task<(string What, WriteResult Result)>> write)
    {
        bench.Expect(operation);
        Running++;
        Changed?.Invoke(null);
        EditOutcome? outcome = null;
        try
        {
            outcome = await OutcomeAsync(operation, what, write) with { IsToggle = isToggle, IsShownElsewhere = atField };
            return outcome;
        }
        finally
        {
            Running--;
            bench.TakeOver(operation, outcome?.Result);
            Changed?.Invoke(outcome ?? EditOutcome.Failed("Not saved.") with { What = what, IsShownElsewhere = true });
        }
    }

    private async Task<EditOutcome> OutcomeAsync(Guid operation, string what, Func<Guid, Task<(string What, WriteResult Result)>> write)
    {
        if (bench.Model is not { } model)
        {
            return EditOutcome.Failed("No model is open.") with { What = what };
        }

        EditOutcome outcome;
        try
        {
            var (done, result) = await write(model.Id);
            return EditOutcome.Done(result) with { What = done };
        }
        catch (ModelRuleException broken)
        {
            outcome = new EditOutcome(null, broken.Problems, []);
        }
        catch (AccessDeniedException denied)
        {
            outcome = EditOutcome.Failed($"Not saved: {denied.Message}");
        }
        catch (ConflictException stale)
        {
            outcome = new EditOutcome(null, [], [.. stale.Conflicts.Select(ByMyself)]);
        }
        catch (NotFoundException gone)
        {
            outcome = EditOutcome.Failed($"Not saved: {gone.Message}");
        }
        catch (StorageUnavailableException unavailable)
        {
            log.LogError(unavailable, "Not stored in model {Model}: {What}; reference {Reference}", model.Id, what, operation);
            return EditOutcome.Failed($"Not saved: {unavailable.Message} Reference {operation}.") with { What = what };
        }

        log.LogInformation("Refused in model {Model}: {What}. {Reason} Reference {Reference}", model.Id, what, outcome.Sentence, operation);
        return outcome with { What = what };
    }

    /// <summary>Names who else made the change that led to a revision; null for this window, and when it is not known.</summary>
    public string? WhoChanged(long revision) => bench.ChangedBy(revision) is { } who ? who == user ? Myself : who.Name : null;

    // A user with two windows must not search for somebody else of the same name.
    private Conflict ByMyself(Conflict conflict) =>
        conflict.ChangedBy == user.Name ? conflict with { ChangedBy = Myself } : conflict;

    private static string Shortened(string what) => what.Length <= MaxWords ? what : $"{what[..(MaxWords - 1)]}…";
}

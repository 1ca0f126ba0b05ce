using OperatingModel.Application.Writing;

namespace OperatingModel.Application.Undo;

/// <summary>A change of a model that its user can take back, or make again.</summary>
/// <param name="OperationId">The write that made it first.</param>
/// <param name="What">In words, as the audit shows it.</param>
/// <param name="At">When it was first made, in UTC.</param>
/// <param name="ChangeCount">Rows it changed.</param>
public sealed record UndoStep(Guid OperationId, string What, DateTimeOffset At, int ChangeCount);

/// <summary>A step that was undone or redone.</summary>
/// <param name="Step">In words, as the list of what can be undone had it.</param>
/// <param name="IsOwn">Whether it was made where it was undone, and not in another window of the same user.</param>
public sealed record Toggled(WriteResult Result, string Step, bool IsOwn);

/// <summary>What a user can undo and redo in a model, each with the next one first.</summary>
public sealed record UndoList(IReadOnlyList<UndoStep> Undo, IReadOnlyList<UndoStep> Redo);

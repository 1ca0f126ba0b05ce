namespace OperatingModel.Application.Undo;

/// <summary>A change of a model that its user can take back, or make again.</summary>
/// <param name="OperationId">The write that made it first.</param>
/// <param name="What">In words, as the audit shows it.</param>
/// <param name="At">When it was first made, in UTC.</param>
/// <param name="ChangeCount">Rows it changed.</param>
public sealed record UndoStep(Guid OperationId, string What, DateTimeOffset At, int ChangeCount);

/// <summary>What a user can undo and redo in a model, each with the next one first.</summary>
public sealed record UndoList(IReadOnlyList<UndoStep> Undo, IReadOnlyList<UndoStep> Redo);

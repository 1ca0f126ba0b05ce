using OperatingModel.Application.Persistence;
using OperatingModel.Domain;
using OperatingModel.Domain.Workspaces;

namespace OperatingModel.Application.Writing;

/// <summary>The work inside the transaction of a write, for a use case that stores more than the model.</summary>
/// <param name="Decide">The changes to make to this snapshot. Runs perhaps more than once; may throw to refuse.</param>
/// <param name="Then">Stores what belongs to the write beside the rows of the model; committed together with them.</param>
/// <param name="IsStep">Whether the user may undo it.</param>
internal sealed record WriteWork(
    Func<ModelDbContext, ModelSnapshot, CancellationToken, Task<IReadOnlyList<RowChange>>> Decide,
    Func<ModelDbContext, WriteResult, CancellationToken, Task>? Then = null,
    bool IsStep = true)
{
    public Task Finish(ModelDbContext db, WriteResult result, CancellationToken cancellationToken) =>
        Then is null ? Task.CompletedTask : Then(db, result, cancellationToken);
}

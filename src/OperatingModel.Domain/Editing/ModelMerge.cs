using OperatingModel.Domain.Workspaces;

namespace OperatingModel.Domain.Editing;

/// <summary>
/// What one side changed, laid over a model that went its own way since, field by field. Merging a branch, laying a scenario over its
/// base and undoing are this one merge.
/// </summary>
/// <param name="Changes">
/// What to change in their model. Where mine conflicts with it and nobody decided, theirs stays, and with it what it refers to and
/// what I removed along with it.
/// </param>
/// <param name="Conflicts">Those that nobody decided.</param>
public sealed record ModelMerge(IReadOnlyList<RowChange> Changes, IReadOnlyList<MergeConflict> Conflicts)
{
    /// <param name="mine">From the rows as I found them to the rows as I want them; each row comes once.</param>
    /// <param name="theirs">The model as it is now.</param>
    /// <param name="decide">
    /// Whose it becomes where both contradict each other; null where that is open. A decision can bring up further conflicts, which
    /// are asked for in the same way. A row of mine that refers to something <see cref="MergeConflictKind.Missing"/>, decided as
    /// mine, is put as it is: the rules of the model refuse it.
    /// </param>
    public static ModelMerge Of(IReadOnlyList<RowChange> mine, ModelSnapshot theirs, Func<MergeConflict, MergeSide?>? decide = null) =>
        new Merging(mine, theirs, decide ?? (_ => null)).Merge();

    /// <summary>The merge of two models that both come from a third; what changes theirs.</summary>
    /// <param name="decide">Whose it becomes where both contradict each other; null where that is open.</param>
    public static ModelMerge Of(
        ModelSnapshot from, ModelSnapshot mine, ModelSnapshot theirs, Func<MergeConflict, MergeSide?>? decide = null) =>
        Of(ModelDiff.Between(from, mine), theirs, decide);
}

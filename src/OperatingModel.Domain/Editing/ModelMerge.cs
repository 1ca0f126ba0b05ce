using OperatingModel.Domain.Workspaces;

namespace OperatingModel.Domain.Editing;

/// <summary>
/// A three-way merge, field by field: applies what one side changed to a model that the other side changed since. Branches, scenarios and
/// undo all use it.
/// </summary>
/// <param name="Changes">
/// What to change in their model. Where the two conflict and nobody decided, theirs stays, together with the rows it refers to and the rows
/// that I removed along with it.
/// </param>
/// <param name="Conflicts">Those that nobody decided.</param>
public sealed record ModelMerge(IReadOnlyList<RowChange> Changes, IReadOnlyList<MergeConflict> Conflicts)
{
    /// <param name="mine">From the rows as I found them to the rows as I want them; each row comes once.</param>
    /// <param name="theirs">The model as it is now.</param>
    /// <param name="decide">
    /// Whose it becomes where both contradict each other; null where that is open. A decision can lead to further conflicts, for which this
    /// is called again. A row of mine that refers to something <see cref="MergeConflictKind.Missing"/>, decided as mine, is put as it is:
    /// the rules of the model refuse it.
    /// </param>
    public static ModelMerge Of(IReadOnlyList<RowChange> mine, ModelSnapshot theirs, Func<MergeConflict, MergeSide?>? decide = null) =>
        new Merging(mine, theirs, decide ?? (_ => null)).Merge();

    /// <summary>The merge of two models that both come from a third; what changes theirs.</summary>
    /// <param name="decide">Whose it becomes where both contradict each other; null where that is open.</param>
    public static ModelMerge Of(
        ModelSnapshot from, ModelSnapshot mine, ModelSnapshot theirs, Func<MergeConflict, MergeSide?>? decide = null) =>
        Of(ModelDiff.Between(from, mine), theirs, decide);
}

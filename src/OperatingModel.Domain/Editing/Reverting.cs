using OperatingModel.Domain.Scenarios;
using OperatingModel.Domain.Workspaces;

namespace OperatingModel.Domain.Editing;

/// <summary>
/// Reverts changes that were made some time ago: merges their inverse with the present model. Fields that others changed since keep their
/// values.
/// </summary>
public static class Reverting
{
    /// <summary>The version of no row, so that the writer reports a conflict.</summary>
    private const long Stale = -1;

    /// <param name="overwrite">
    /// Whether later changes of the same fields are overwritten. If not, each such change carries a row that is not the present one, so
    /// that the writer reports a conflict.
    /// </param>
    public static IReadOnlyList<RowChange> Of(ModelSnapshot model, IReadOnlyList<RowChange> done, bool overwrite)
    {
        // References to missing rows are left to the rules of the model, which refuse them and name what is missing.
        var merge = ModelMerge.Of(
            [.. done.Select(change => ScenarioChange.Undone(change) ?? change.Inverse)],
            model,
            conflict => overwrite || conflict.Kind == MergeConflictKind.Missing ? MergeSide.Mine : null);
        return merge.Conflicts.Count == 0
            ? [.. merge.Changes.Select(ScenarioChange.Cleared).OfType<RowChange>()]
            : [.. merge.Conflicts.SelectMany(AsStale).DistinctBy(change => (change.Table, change.Key))];
    }

    private static IEnumerable<RowChange> AsStale(MergeConflict conflict) => conflict.Kind == MergeConflictKind.StillNeeded
        ? conflict.Followers.Select(change => change with { Before = change.Before! with { Version = Stale } })
        : [new RowChange(conflict.Table, conflict.Base, conflict.Mine)];
}

using OperatingModel.Domain.Workspaces;

namespace OperatingModel.Domain.Editing;

/// <summary>
/// Takes back changes that were made some time ago, from the model as it is now. What others changed since stays, field by field.
/// </summary>
public static class Reverting
{
    /// <summary>The version of no row, so that the writer reports a conflict.</summary>
    private const long Stale = -1;

    /// <param name="overwrite">
    /// Whether later changes of the same are lost. Without it, each such change is returned with a row seen that is not the
    /// present one, which the writer reports as a conflict.
    /// </param>
    public static IReadOnlyList<RowChange> Of(ModelSnapshot model, IReadOnlyList<RowChange> done, bool overwrite)
    {
        var copy = new WorkingCopy(model);
        var going = new List<ModelRow>();
        var clashes = new List<RowChange>();
        foreach (var change in done)
        {
            if (!Revert(copy, change, overwrite, going))
            {
                clashes.Add(change.Inverse);
            }
        }

        if (clashes.Count > 0)
        {
            return clashes;
        }

        Removal.Remove(copy, going);
        if (overwrite)
        {
            return copy.Changes;
        }

        var own = done.Select(change => (change.Table, change.Key)).ToHashSet();
        List<RowChange> others = [.. copy.Changes.Where(change => !own.Contains((change.Table, change.Key))).Select(AsConflict)];
        return others.Count > 0 ? others : copy.Changes;
    }

    // Whether it could be done without losing a later change.
    private static bool Revert(WorkingCopy copy, RowChange done, bool overwrite, List<ModelRow> going)
    {
        var current = copy.Model.Table(done.Table).Find(done.Key);
        switch (done)
        {
            case { After: null, Before: { } removed }:
                copy.Put(current is null ? removed with { Version = 0 } : removed with { Version = current.Version });
                return overwrite || current is null || current == removed;

            case { Before: null, After: { } added }:
                if (current is not null)
                {
                    going.Add(current);
                }

                return overwrite || current is null || current == added;

            default:
                copy.Put(current is null ? done.Before! : RowEdits.Laid(done.Table, current, done.After!, done.Before!));
                return overwrite || (current is not null && RowEdits.Merged(done.Table, current, done.After!, done.Before!) is not null);
        }
    }

    private static RowChange AsConflict(RowChange change) => change with { Before = (change.Before ?? change.After)! with { Version = Stale } };
}

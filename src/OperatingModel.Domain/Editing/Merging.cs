using OperatingModel.Domain.Workspaces;
using RowId = (OperatingModel.Domain.ModelTable Table, OperatingModel.Domain.RowKey Key);

namespace OperatingModel.Domain.Editing;

/// <summary>
/// One run of a merge. First it merges each row by itself. Then it looks for references to missing rows and reverts whatever is not decided
/// as mine to theirs, until every reference holds.
/// </summary>
internal sealed class Merging(IReadOnlyList<RowChange> mine, ModelSnapshot theirs, Func<MergeConflict, MergeSide?> decide)
{
    private readonly Dictionary<RowId, RowChange> _mine = mine.ToDictionary(change => (change.Table, change.Key));

    // The rows of theirs that change, those that are removed, and those that I removed but that stay.
    private readonly Dictionary<RowId, ModelRow> _put = [];
    private readonly Dictionary<RowId, ModelRow> _going = [];
    private readonly List<RowId> _kept = [];

    private readonly Dictionary<(MergeConflictKind, RowId, ModelField?), MergeSide?> _decisions = [];
    private readonly List<MergeConflict> _open = [];

    public ModelMerge Merge()
    {
        foreach (var (id, change) in _mine)
        {
            Lay(id, change);
        }

        Keep(_kept);
        WorkingCopy copy;
        Dictionary<RowId, HashSet<RowId>> causes;
        do
        {
            copy = new WorkingCopy(theirs);
            causes = [];
            foreach (var row in _put.Values)
            {
                copy.Put(row);
            }

            Removal.Remove(copy, _going.Values, (gone, row) => Follow(causes, IdOf(gone), IdOf(row)));
        }
        while (KeepsNeeded(copy, causes) || GivesUpMissing(copy));
        return new(copy.Changes, [.. _open.OrderBy(conflict => conflict.Table.Index)]);
    }

    private static RowId IdOf(ModelRow row) => (ModelTables.Of(row.GetType()), row.Key);

    private static bool IsMissing(WorkingCopy copy, ModelField field, ModelRow row) =>
        field.Reference is { } reference
        && field.ValueOf(row) is string { Length: > 0 } code
        && copy.Find(ModelTables.Of(reference.Target), RowKey.Of(code)) is null;

    private ModelRow? Their(RowId id) => theirs.Table(id.Table).Find(id.Key);

    private void Lay(RowId id, RowChange change)
    {
        switch (change.Before, change.After, Their(id))
        {
            case ({ } before, null, { } current):
                if (current == before || IsMine(MergeConflictKind.RemovedByMe, id))
                {
                    _going.Add(id, current);
                }
                else
                {
                    _kept.Add(id);
                }

                break;

            case (_, { } after, null):
                // A row that was only moved is removed without a question.
                if (change.Before is null || (change.Before != after && IsMine(MergeConflictKind.RemovedByThem, id)))
                {
                    _put.Add(id, after with { Version = 0 });
                }

                break;

            // A model without settings of its own begins with the usual ones.
            case (null, { } after, { } current) when after is not ModelSettings:
                if (current == after)
                {
                    _put.Add(id, current with { Position = Math.Min(current.Position, after.Position) });
                }
                else if (IsMine(MergeConflictKind.AddedTwice, id))
                {
                    _put.Add(id, after with { Version = current.Version });
                }

                break;

            case (_, { } after, { } current):
                var seen = change.Before ?? ModelSettings.Default;
                ModelField?[] kept = [.. RowMerge.Contested(id.Table, seen, after, current)
                    .Where(field => !IsMine(field is null ? MergeConflictKind.Place : MergeConflictKind.Field, id, field))];
                _put.Add(id, RowMerge.Of(id.Table, seen, after, current, kept));
                break;
        }
    }

    // A row of theirs names one that goes, or one that would go with it.
    private void Follow(Dictionary<RowId, HashSet<RowId>> causes, RowId gone, RowId row)
    {
        if (Their(row) is not null)
        {
            var known = causes.TryGetValue(row, out var found) ? found : causes[row] = [];
            known.UnionWith(_going.ContainsKey(gone) ? [gone] : causes.GetValueOrDefault(gone, []));
        }
    }

    // Keeps rows that I removed, with those that I removed along with them, except where somebody decided.
    private void Keep(List<RowId> rows)
    {
        while (rows.Count > 0)
        {
            rows.ForEach(id => _going.Remove(id));
            rows =
            [
                .. from kept in rows.GroupBy(id => id.Table, id => id.Key.Text)
                   let codes = kept.ToHashSet()
                   from list in Naming.Of(kept.Key)
                   from row in _going
                   where row.Key.Table == list.Key && !_decisions.ContainsKey((MergeConflictKind.RemovedByMe, row.Key, null))
                   where list.Any(naming => naming.Names(row.Value).Any(codes.Contains))
                   select row.Key,
            ];
        }
    }

    private bool KeepsNeeded(WorkingCopy copy, Dictionary<RowId, HashSet<RowId>> causes)
    {
        List<RowId> kept =
        [
            .. causes
                .SelectMany(follower => follower.Value.Select(gone => (gone, follower.Key)))
                .GroupBy(pair => pair.gone, pair => new RowChange(pair.Key.Table, Their(pair.Key), copy.Find(pair.Key.Table, pair.Key.Key)))
                .Where(followers => !IsMine(MergeConflictKind.StillNeeded, followers.Key, null, [.. followers]))
                .Select(followers => followers.Key),
        ];
        Keep(kept);
        return kept.Count > 0;
    }

    private bool GivesUpMissing(WorkingCopy copy)
    {
        var isGivenUp = false;
        foreach (var id in _put.Keys.ToList())
        {
            var current = Their(id);
            if (copy.Find(id.Table, id.Key) is not { } row)
            {
                continue;
            }

            foreach (var field in id.Table.Fields.Where(field =>
                IsMissing(copy, field, row)
                && (current is null || !Equals(field.ValueOf(current), field.ValueOf(row)))
                && !IsMine(MergeConflictKind.Missing, id, field)))
            {
                isGivenUp = true;
                if (current is null)
                {
                    _put.Remove(id);
                    break;
                }

                _put[id] = id.Table.Rewrite(_put[id], (other, value) => other == field ? field.ValueOf(current) : value);
            }
        }

        return isGivenUp;
    }

    // Each is asked once, however often it comes up.
    private bool IsMine(MergeConflictKind kind, RowId id, ModelField? field = null, IReadOnlyList<RowChange>? followers = null)
    {
        if (!_decisions.TryGetValue((kind, id, field), out var side))
        {
            var (before, after) = (_mine[id].Before, _mine[id].After);
            var conflict = new MergeConflict(kind, id.Table, id.Key, field, before, after, Their(id)) { Followers = followers ?? [] };
            _decisions[(kind, id, field)] = side = decide(conflict);
            if (side is null)
            {
                _open.Add(conflict);
            }
        }

        return side == MergeSide.Mine;
    }
}

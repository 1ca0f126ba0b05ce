using OperatingModel.Domain.Workspaces;

namespace OperatingModel.Domain.Editing;

/// <summary>
/// Edits of single rows of any list. Where the row changed after the user saw it, an edit of other fields is applied to the present row; an
/// edit of the same fields carries the row that was seen, so that the writer reports a conflict.
/// </summary>
public static class RowEdits
{
    /// <summary>Combines several edits: each is applied to the result of the ones before it.</summary>
    public static IReadOnlyList<RowChange> InTurn(ModelSnapshot model, IEnumerable<Func<ModelSnapshot, IReadOnlyList<RowChange>>> edits) =>
        ModelDiff.Between(model, edits.Aggregate(model, (current, edit) => current.With(edit(current), model.Revision)));

    /// <summary>Adds a row at the end of its list, or directly behind another.</summary>
    /// <exception cref="ModelRuleException">There is such a row already.</exception>
    public static IReadOnlyList<RowChange> Add(ModelSnapshot model, ModelRow row, RowKey? after = null)
    {
        var copy = new WorkingCopy(model);
        var table = ModelTables.Of(row.GetType());
        ThrowIfTaken(copy, table, row.Key);
        copy.Add(row);
        if (after is { } place)
        {
            // Moves as few other rows as possible.
            foreach (var (moved, position) in Place.After(place.Text).Put(model.Table(table).Rows, row, other => other.Position))
            {
                copy.Put(moved with { Position = position });
            }
        }

        return copy.Changes;
    }

    /// <summary>Adds a row with the next free code of its list, at the end.</summary>
    /// <param name="create">Makes the row of the code.</param>
    public static IReadOnlyList<RowChange> AddCoded<T>(ModelSnapshot model, Func<string, T> create) where T : ModelRow =>
        Add(model, create(NewCodes.Next(model, ModelTables.Of<T>())));

    /// <summary>Changes a row from the values that the user saw to those wanted. Rows that refer to it follow a new code.</summary>
    /// <exception cref="ModelRuleException">The new key is taken, or not one.</exception>
    public static IReadOnlyList<RowChange> Change(ModelSnapshot model, ModelRow seen, ModelRow wanted)
    {
        var table = ModelTables.Of(seen.GetType());
        var current = model.Table(table).Find(seen.Key);
        if (current is null && seen is ModelSettings { Version: 0 })
        {
            // The model has no row of its own yet, so the user saw the defaults.
            return [new RowChange(table, null, wanted)];
        }

        if (current is null || RowMerge.Contested(table, seen, wanted, current).Any())
        {
            return [new RowChange(table, seen, wanted.Key == seen.Key ? wanted : seen)];
        }

        var copy = new WorkingCopy(model);
        var merged = RowMerge.Of(table, seen, wanted, current);
        if (merged.Key != current.Key)
        {
            Rekey(copy, table, current, merged);
        }

        copy.Put(merged);
        return copy.Changes;
    }

    /// <summary>Removes rows with all that cannot exist without them. A row that is gone already is ignored.</summary>
    /// <param name="seen">The rows as the user saw them.</param>
    public static IReadOnlyList<RowChange> Remove(ModelSnapshot model, params IReadOnlyCollection<ModelRow> seen)
    {
        List<RowChange> stale = [.. seen
            .Select(row => new RowChange(ModelTables.Of(row.GetType()), row, null))
            .Where(change => model.Table(change.Table).Find(change.Key) is { } current && current != change.Before)];
        if (stale.Count > 0)
        {
            return stale;
        }

        var copy = new WorkingCopy(model);
        Removal.Remove(copy, seen.Select(row => model.Table(ModelTables.Of(row.GetType())).Find(row.Key)).OfType<ModelRow>());
        return copy.Changes;
    }

    /// <summary>Sets one field of a selection of rows.</summary>
    /// <param name="field">As in code, e.g. <c>nameof(Capability.OwnerTeam)</c>.</param>
    /// <exception cref="ModelRuleException">A row is gone.</exception>
    public static IReadOnlyList<RowChange> SetField(ModelSnapshot model, ModelTable table, IEnumerable<RowKey> keys, string field, object? value)
    {
        var copy = new WorkingCopy(model);
        var which = table.Fields.First(f => f.Name == field);
        foreach (var key in keys)
        {
            var row = copy.Find(table, key) ?? throw Gone(table, key.ToString());
            var changed = table.Rewrite(row, (f, old) => f == which ? value : old);
            if (changed.Key != key)
            {
                throw new ModelRuleException(which.FileName, $"This identifies the {ListWords.Of(table).Plural}; change it one by one.");
            }

            copy.Put(changed);
        }

        return copy.Changes;
    }

    /// <summary>
    /// Replaces the row as a whole. A new row goes to the end of its list, an existing one keeps its place. Where the row changed after the
    /// user saw it, the writer reports a conflict.
    /// </summary>
    /// <param name="seenVersion">The version of the row the user saw; 0 where there was none.</param>
    internal static RowChange Set(ModelSnapshot model, ModelRow row, long seenVersion)
    {
        var table = ModelTables.Of(row.GetType());
        var rows = model.Table(table);
        var position = rows.Find(row.Key)?.Position ?? (rows.Rows is [.., var last] ? last.Position + 1 : 0);
        return new(table, seenVersion == 0 ? null : row with { Version = seenVersion }, row with { Position = position });
    }

    /// <summary>Removes the row and nothing else; null where it is gone already.</summary>
    /// <param name="seenVersion">The version of the row the user saw; 0 where there was none.</param>
    internal static RowChange? Clear<T>(ModelSnapshot model, RowKey key, long seenVersion) where T : ModelRow =>
        model.Table<T>().Find(key) is { } row ? RowChange.Remove(row with { Version = seenVersion }) : null;

    /// <summary>Puts these rows in this order. They exchange positions among each other, so that no other row moves.</summary>
    public static IReadOnlyList<RowChange> Reorder(ModelSnapshot model, ModelTable table, IReadOnlyList<RowKey> inOrder)
    {
        var copy = new WorkingCopy(model);
        List<ModelRow> rows = [.. inOrder.Select(key => copy.Find(table, key) ?? throw Gone(table, key.ToString()))];
        var position = int.MinValue;
        foreach (var (row, free) in rows.Zip(rows.Select(row => row.Position).Order()))
        {
            position = Math.Max(free, position == int.MinValue ? free : position + 1);
            copy.Put(row with { Position = position });
        }

        return copy.Changes;
    }

    internal static ModelRuleException Gone(ModelTable table, string code) =>
        new(table.Fields[0].FileName, $"There is no {ListWords.Of(table).Singular} {code}; it may have been removed.");

    private static void Rekey(WorkingCopy copy, ModelTable table, ModelRow current, ModelRow merged)
    {
        if (table.Fields[0].Reference is null && current.Key.Text == table.Fields[0].ValueOf(current) as string)
        {
            Renaming.SetCode(copy, table, current.Key.Text, merged.Key.Text);
            return;
        }

        ThrowIfTaken(copy, table, merged.Key);
        copy.Remove(current);
    }

    private static void ThrowIfTaken(WorkingCopy copy, ModelTable table, RowKey key)
    {
        if (copy.Find(table, key) is not null)
        {
            throw new ModelRuleException(
                table.Fields[0].FileName,
                $"Another {ListWords.Of(table).Singular} is {key} already; choose another, or change that one.");
        }
    }
}

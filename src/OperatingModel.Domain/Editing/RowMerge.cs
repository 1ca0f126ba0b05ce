namespace OperatingModel.Domain.Editing;

/// <summary>
/// Applies what one side changed in a row to the row as the other side left it, field by field. The place in the list counts as
/// a field; where fields are named, null stands for it.
/// </summary>
internal static class RowMerge
{
    /// <summary>The fields that both sides changed to different values.</summary>
    public static IEnumerable<ModelField?> Contested(ModelTable table, ModelRow from, ModelRow mine, ModelRow theirs)
    {
        foreach (var field in from == theirs ? [] : table.Fields)
        {
            if (IsContested(field.ValueOf(from), field.ValueOf(mine), field.ValueOf(theirs))
                && (Rows(field, from, mine, theirs) is not var (nested, rows) || Contested(nested, rows[0], rows[1], rows[2]).Any()))
            {
                yield return field;
            }
        }

        if (IsContested(from.Position, mine.Position, theirs.Position))
        {
            yield return null;
        }
    }

    /// <summary>Their row with my changes since the row that both began with.</summary>
    /// <param name="kept">Fields that stay as they are in theirs.</param>
    public static ModelRow Of(ModelTable table, ModelRow from, ModelRow mine, ModelRow theirs, params IReadOnlyCollection<ModelField?> kept)
    {
        bool IsTheirs(ModelField? field, object? before, object? after) => Equals(before, after) || kept.Contains(field);
        var merged = from == theirs && kept.Count == 0
            ? mine with { Version = theirs.Version }
            : table.Rewrite(theirs, (field, value) => IsTheirs(field, field.ValueOf(from), field.ValueOf(mine)) ? value
                : Rows(field, from, mine, theirs) is var (nested, rows) ? new RowValue(Of(nested, rows[0], rows[1], rows[2]))
                : field.ValueOf(mine));
        return merged with { Position = IsTheirs(null, from.Position, mine.Position) ? theirs.Position : mine.Position };
    }

    // A field that holds a row of its own is merged field by field as well, where it holds the same row on all sides.
    private static (ModelTable Table, ModelRow[] Rows)? Rows(ModelField field, params ReadOnlySpan<ModelRow> sides)
    {
        var rows = new ModelRow[sides.Length];
        for (var side = 0; side < sides.Length; side++)
        {
            if (field.Type != typeof(RowValue) || field.ValueOf(sides[side]) is not RowValue { Row: var row }
                || (row.GetType(), row.Key) != ((rows[0] ?? row).GetType(), (rows[0] ?? row).Key))
            {
                return null;
            }

            rows[side] = row;
        }

        return (ModelTables.Of(rows[0].GetType()), rows);
    }

    private static bool IsContested<T>(T from, T mine, T theirs) => !Equals(from, mine) && !Equals(from, theirs) && !Equals(mine, theirs);
}

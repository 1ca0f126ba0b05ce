using OperatingModel.Domain.Leadership;

namespace OperatingModel.Domain.Editing;

/// <summary>
/// Removes rows from a model and follows every reference to them: a row that must have the reference is removed too, a row that may have it
/// loses it, and children in a tree move up to the place of a removed parent.
/// </summary>
internal static class Removal
{
    /// <param name="follows">Called for each row that names one that is gone, with the one that is gone first.</param>
    public static void Remove(WorkingCopy copy, IEnumerable<ModelRow> rows, Action<ModelRow, ModelRow>? follows = null)
    {
        for (var going = rows.ToList(); going.Count > 0;)
        {
            foreach (var row in going)
            {
                copy.Remove(row);
            }

            going =
            [
                .. going
                    .GroupBy(row => ModelTables.Of(row.GetType()))
                    .SelectMany(gone => Follow(copy, gone.Key, [.. gone], follows))
                    .DistinctBy(row => (row.GetType(), row.Key)),
            ];
        }
    }

    // The rows that must be removed after these; rows that can stay are changed at once.
    private static List<ModelRow> Follow(WorkingCopy copy, ModelTable target, List<ModelRow> gone, Action<ModelRow, ModelRow>? follows)
    {
        var going = new List<ModelRow>();
        if (target.RowType == typeof(CioProfile))
        {
            // The model itself owns it, so no reference leads to it.
            going.AddRange(copy.Rows<CioStatement>());
            going.ForEach(statement => follows?.Invoke(gone[0], statement));
        }

        var byCode = gone.ToDictionary(row => row.Key.Text);
        foreach (var list in Naming.Of(target))
        {
            List<Naming> namings = [.. list.Where(naming => naming.Mentions is not { Outlives: true })];
            foreach (var row in copy.Rows(list.Key).ToList())
            {
                var left = namings.Aggregate(
                    (ModelRow?)row, (left, naming) => left is null ? null : Without(copy, list.Key, naming, left, byCode, follows));
                if (left is null)
                {
                    going.Add(row);
                }
                else if (left != row)
                {
                    copy.Put(left);
                }
            }
        }

        return going;
    }

    // The row without references to what is gone; null when it cannot exist without them.
    private static ModelRow? Without(
        WorkingCopy copy,
        ModelTable table,
        Naming naming,
        ModelRow row,
        Dictionary<string, ModelRow> gone,
        Action<ModelRow, ModelRow>? follows)
    {
        var left = row;
        foreach (var name in naming.Names(row).Where(name => gone.ContainsKey(name) && !IsSomethingElse(copy, naming, name)))
        {
            follows?.Invoke(gone[name], row);
            var above = naming.Mentions is null && naming.Field.Reference!.Target == table.RowType && naming.Field.IsOptional
                ? Above(naming.Field, gone[name], gone)
                : naming.Renamed(left, name, null);
            if (above is null && !naming.Field.IsOptional)
            {
                return null;
            }

            left = table.Rewrite(left, (field, value) => field == naming.Field ? above : value);
        }

        return left.Key == row.Key ? left : null;
    }

    private static bool IsSomethingElse(WorkingCopy copy, Naming naming, string code) =>
        naming.Mentions is { } mentions && mentions.Targets.Any(target => copy.Find(ModelTables.Of(target), RowKey.Of(code)) is not null);

    private static string? Above(ModelField parent, ModelRow row, Dictionary<string, ModelRow> gone)
    {
        var above = parent.ValueOf(row) as string;
        for (var steps = 0; above is not null && steps < gone.Count && gone.TryGetValue(above, out var next); steps++)
        {
            above = parent.ValueOf(next) as string;
        }

        return above is not null && gone.ContainsKey(above) ? null : above;
    }
}

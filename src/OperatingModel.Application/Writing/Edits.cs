using OperatingModel.Domain;
using OperatingModel.Domain.Workspaces;

namespace OperatingModel.Application.Writing;

/// <summary>
/// Changes stated by what the user saw: the version of the row, 0 where there was none. The writer holds it against the stored
/// row and reports a conflict when they differ.
/// </summary>
public static class Edits
{
    /// <summary>The row becomes this; a new row goes to the end of its list, an old one stays where it is.</summary>
    public static RowChange Set<T>(ModelSnapshot model, T row, long seenVersion) where T : ModelRow
    {
        var table = model.Table<T>();
        var position = table.Find(row.Key)?.Position ?? EndOf(table);
        return Placed(row with { Position = position }, seenVersion);
    }

    /// <summary>As <see cref="Set"/>, at the position the row names.</summary>
    public static RowChange Placed<T>(T row, long seenVersion) where T : ModelRow =>
        new(ModelTables.Of(row.GetType()), seenVersion == 0 ? null : row with { Version = seenVersion }, row);

    public static RowChange Remove<T>(T row, long seenVersion) where T : ModelRow =>
        new(ModelTables.Of(row.GetType()), row with { Version = seenVersion }, null);

    private static int EndOf<T>(Table<T> table) where T : ModelRow => table.Count == 0 ? 0 : table[table.Count - 1].Position + 1;
}

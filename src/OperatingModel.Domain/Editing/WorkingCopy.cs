using OperatingModel.Domain.Workspaces;

namespace OperatingModel.Domain.Editing;

/// <summary>
/// A model during an edit: rows are put and removed step by step, and the result is one list of changes.
/// </summary>
internal sealed class WorkingCopy(ModelSnapshot model)
{
    // Null stands for a row that is gone.
    private readonly Dictionary<ModelTable, Dictionary<RowKey, ModelRow?>> _touched = [];
    private readonly Dictionary<ModelTable, int> _ends = [];

    /// <summary>The model before the edit.</summary>
    public ModelSnapshot Model { get; } = model;

    /// <summary>The changes so far; rows that end as they began are left out.</summary>
    public IReadOnlyList<RowChange> Changes => [.. _touched
        .OrderBy(list => list.Key.Index)
        .SelectMany(list => list.Value.Select(row => new RowChange(list.Key, Model.Table(list.Key).Find(row.Key), row.Value)))
        .Where(change => change.Before != change.After || change.Before?.Position != change.After?.Position)];

    /// <summary>The rows as they are now; added ones come last.</summary>
    public IEnumerable<T> Rows<T>() where T : ModelRow => Rows(ModelTables.Of<T>()).Cast<T>();

    public IEnumerable<ModelRow> Rows(ModelTable table)
    {
        var rows = Model.Table(table);
        if (!_touched.TryGetValue(table, out var touched))
        {
            return rows.Rows;
        }

        return rows.Rows.Where(row => !touched.ContainsKey(row.Key)).Concat(touched.Values.OfType<ModelRow>());
    }

    public T? Find<T>(string code) where T : ModelRow => (T?)Find(ModelTables.Of<T>(), RowKey.Of(code));

    public ModelRow? Find(ModelTable table, RowKey key) =>
        _touched.TryGetValue(table, out var touched) && touched.TryGetValue(key, out var row) ? row : Model.Table(table).Find(key);

    /// <summary>Whether a new row may not have this code: some row has it here, in the model before the edit, or in a scenario of it.</summary>
    public bool IsTaken(ModelTable table, string code) => Find(table, RowKey.Of(code)) is not null || Model.IsTaken(table, code);

    /// <summary>Adds the row, or replaces the one with the same key.</summary>
    public void Put(ModelRow row) => Touched(ModelTables.Of(row.GetType()))[row.Key] = row;

    /// <summary>As <see cref="Put"/>, at the end of the list.</summary>
    public void Add(ModelRow row) => Put(row with { Position = NextPosition(ModelTables.Of(row.GetType())), Version = 0 });

    public void Remove(ModelRow row) => Touched(ModelTables.Of(row.GetType()))[row.Key] = null;

    private Dictionary<RowKey, ModelRow?> Touched(ModelTable table) =>
        _touched.TryGetValue(table, out var touched) ? touched : _touched[table] = [];

    private int NextPosition(ModelTable table)
    {
        var rows = Model.Table(table).Rows;
        var end = _ends.TryGetValue(table, out var known) ? known : rows.Count == 0 ? 0 : rows[^1].Position + 1;
        _ends[table] = end + 1;
        return end;
    }
}

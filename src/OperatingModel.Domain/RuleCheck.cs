using OperatingModel.Domain.Workspaces;

namespace OperatingModel.Domain;

/// <summary>
/// One run of a rule, over the whole model or over what some changes touch. A rule asks for the rows it concerns and reports what is wrong
/// with them, so the same rule serves both.
/// </summary>
internal sealed class RuleCheck(
    ModelRule rule, ModelSnapshot model, ILookup<ModelTable, RowChange>? changes, CancellationToken cancellation)
{
    /// <summary>
    /// The most problems of one rule that are kept; the rest is only counted. Nobody reads more, and a hostile file must not fill the
    /// memory.
    /// </summary>
    public const int MaxReported = 1000;

    private readonly List<ModelProblem> _reported = [];
    private int _unreported;

    /// <summary>The problems that were reported, and how many more there are.</summary>
    public IEnumerable<ModelProblem> Problems => _unreported == 0
        ? _reported
        : _reported.Append(_reported[^1] with
        {
            Element = _reported[^1].Table!.Name,
            Row = null,
            Field = null,
            Message = $"There are {_unreported} more problems of this kind; correct the ones above first.",
        });

    /// <summary>The model, after the changes.</summary>
    public ModelSnapshot Model { get; } = model;

    /// <summary>A rule that takes long checks this while it runs.</summary>
    public CancellationToken Cancellation { get; } = cancellation;

    /// <summary>Whether the whole model is checked, not only what changes touch.</summary>
    public bool IsWhole => changes is null;

    /// <summary>The changes of a list; none when the whole model is checked.</summary>
    public IEnumerable<RowChange> Changes<T>() where T : ModelRow => changes?[ModelTables.Of<T>()] ?? [];

    /// <summary>Whether anything in the list needs to be looked at.</summary>
    public bool Touches<T>() where T : ModelRow => changes is null || changes.Contains(ModelTables.Of<T>());

    /// <summary>The rows to look at: all, or those added and changed.</summary>
    public IEnumerable<T> Rows<T>() where T : ModelRow => Rows(ModelTables.Of<T>()).Cast<T>();

    public IEnumerable<ModelRow> Rows(ModelTable table) =>
        changes is null ? Model.Table(table).Rows : changes[table].Select(change => change.After).OfType<ModelRow>();

    /// <summary>The rows to look at: all, or those added and changed and those that refer to something changed elsewhere.</summary>
    public IEnumerable<T> Rows<T, TCode>(Func<T, TCode> speaksOf, IReadOnlySet<TCode> touched) where T : ModelRow =>
        Rows(ModelTables.Of<T>(), row => speaksOf((T)row), touched).Cast<T>();

    public IEnumerable<ModelRow> Rows<TCode>(ModelTable table, Func<ModelRow, TCode> speaksOf, IReadOnlySet<TCode> touched)
    {
        if (changes is null || touched.Count == 0)
        {
            return Rows(table);
        }

        var changed = changes[table].Select(change => change.Key).ToHashSet();
        return Rows(table).Concat(Model.Table(table).Rows.Where(row => touched.Contains(speaksOf(row)) && !changed.Contains(row.Key)));
    }

    /// <summary>What the changed rows of a list refer to, or referred to before. Empty when the whole model is checked.</summary>
    public HashSet<TCode> Touched<T, TCode>(Func<T, TCode> speaksOf) where T : ModelRow =>
        [.. Changes<T>().SelectMany(change => new[] { change.Before, change.After }).OfType<T>().Select(speaksOf)];

    /// <summary>The codes of the rows that changes took out of a list.</summary>
    public HashSet<string> Removed<T>() where T : ModelRow => Removed(ModelTables.Of<T>());

    public HashSet<string> Removed(ModelTable table) =>
        [
            .. (changes?[table] ?? [])
                .Where(change => change.After is null && Model.Table(table).Find(change.Key) is null)
                .Select(change => change.Key.Text),
        ];

    /// <summary>The owners to look at with all they own: all owners, or those that are touched themselves or by what they own.</summary>
    public IEnumerable<(TOwner Owner, IReadOnlyList<TOwned> Owned)> Owners<TOwner, TOwned>(Func<TOwned, string> ownerOf)
        where TOwner : ModelRow
        where TOwned : ModelRow
    {
        IEnumerable<TOwner> owners = Model.Table<TOwner>();
        IEnumerable<TOwned> owned = Model.Table<TOwned>();
        if (changes is not null)
        {
            HashSet<string> touched = [.. Touched<TOwner, string>(owner => owner.Key.Text), .. Touched(ownerOf)];
            owners = touched.Select(Model.Table<TOwner>().Find).OfType<TOwner>();
            owned = touched.Count == 0 ? [] : owned.Where(row => touched.Contains(ownerOf(row)));
        }

        var byOwner = owned.ToLookup(ownerOf);
        return owners.Select(owner => (owner, (IReadOnlyList<TOwned>)[.. byOwner[owner.Key.Text]]));
    }

    /// <param name="field">The field as it is called in code or in the file; null for the row as a whole.</param>
    public void Report(ModelRow row, string? field, string message)
    {
        var table = ModelTables.Of(row.GetType());
        var element = row.Key.Text == table.Name ? table.Name : $"{table.Name} {row.Key}";
        Report(table, row.Key, element, field, message);
    }

    /// <param name="field">The field as it is called in code or in the file; null for the row as a whole.</param>
    /// <param name="message">Called only when the problem is kept, because the search for the code that was meant takes time.</param>
    public void Report(ModelRow row, string? field, Func<string> message) => Report(row, field, _reported.Count < MaxReported ? message() : "");

    /// <summary>Reports a problem of a list as a whole.</summary>
    public void Report<T>(string? field, string message) where T : ModelRow =>
        Report(ModelTables.Of<T>(), null, ModelTables.Of<T>().Name, field, message);

    private void Report(ModelTable table, RowKey? row, string element, string? field, string message)
    {
        if (_reported.Count == MaxReported)
        {
            _unreported++;
            return;
        }

        var fileName = table.Fields.FirstOrDefault(f => f.Name == field)?.FileName ?? field;
        _reported.Add(new ModelProblem(rule.Code, rule.Severity, element, fileName, message) { Blocks = rule.Blocks, Table = table, Row = row });
    }
}

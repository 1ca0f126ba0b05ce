using System.Globalization;
using Microsoft.AspNetCore.Components;

namespace OperatingModel.Web.Components.Tables;

/// <summary>A list of rows under <see cref="ListColumn{TRow}"/>s; see the page part.</summary>
public sealed partial class ListTable<TRow>
{
    // A list with at most so many rows stands in the page whole, so that it is printed whole and the browser's search finds its rows.
    private const int Whole = 200;

    // How many rows of a longer list are drawn above and below those in sight.
    private const int Spare = 6;

    private readonly List<ListColumn<TRow>> _columns = [];
    private readonly Dictionary<string, int> _ids = [];
    private readonly Dictionary<int, int> _places = [];
    private HashSet<string> _hidden = [];
    private List<string> _shown = [];
    private int _lastId;
    private (string? Title, bool Descends) _order;
    private bool _isStale;
    private List<Line> _lines = [];

    [Parameter, EditorRequired]
    public IReadOnlyList<TRow> Rows { get; set; } = [];

    /// <summary>Returns the key of a row, unique in the list.</summary>
    [Parameter, EditorRequired]
    public Func<TRow, string> Key { get; set; } = default!;

    /// <summary>The name of the list for screen readers.</summary>
    [Parameter, EditorRequired]
    public string Name { get; set; } = "";

    /// <summary>The columns, as <see cref="ListColumn{TRow}"/>s.</summary>
    [Parameter, EditorRequired]
    public RenderFragment? ChildContent { get; set; }

    /// <summary>Draws a whole row, under a key of its own; null when the columns draw its cells.</summary>
    [Parameter]
    public RenderFragment<TRow>? OwnRow { get; set; }

    /// <summary>The heading shown when the list has no rows; <see cref="EmptyText"/> stands below it.</summary>
    [Parameter]
    public string EmptyTitle { get; set; } = "";

    [Parameter]
    public string EmptyText { get; set; } = "";

    /// <summary>The content below the list, which scrolls with it.</summary>
    [Parameter]
    public RenderFragment? Foot { get; set; }

    /// <summary>Whether rows hold fields: they keep their places until the user sorts again, and arrow keys work in the fields.</summary>
    [Parameter]
    public bool IsEdited { get; set; }

    /// <summary>Raised with the key of the row that the user opens or closes.</summary>
    [Parameter]
    public EventCallback<string> OnChosen { get; set; }

    /// <summary>The key of the open row; null for none.</summary>
    [Parameter]
    public string? Selected { get; set; }

    [Parameter]
    public Func<TRow, string?> RowClass { get; set; } = _ => null;

    /// <summary>Returns the notes that are shown below a row.</summary>
    [Parameter]
    public Func<TRow, IEnumerable<string>> Notes { get; set; } = _ => [];

    /// <summary>The name under which the browser keeps the user's choice of columns; null when all columns are shown.</summary>
    [Parameter]
    public string? Remember { get; set; }

    /// <summary>The height of a row in pixels, as it is drawn.</summary>
    [Parameter]
    public float RowHeight { get; set; } = 37;

    /// <summary>The style of the table, such as the width below which it scrolls sideways.</summary>
    [Parameter]
    public string? Style { get; set; }

    [Parameter]
    public string? Class { get; set; }

    private List<ListColumn<TRow>> Shown => [.. _columns.Where(column => !_hidden.Contains(column.Title))];

    private IEnumerable<ListColumn<TRow>> Hideable => _columns.Where(column => !column.NamesRow && !column.TitleHidden);

    // A row stays the same row, with the focus in it, when the user changes its code.
    protected override void OnParametersSet()
    {
        List<string> keys = [.. Rows.Select(Key)];
        if (keys.Count == _shown.Count && keys.Except(_shown).ToList() is [var code] && _shown.Except(keys).ToList() is [var former])
        {
            _ids.Remove(former, out var id);
            _ids[code] = id;
        }

        keys.ForEach(key => _ids[key] = _ids.TryGetValue(key, out var id) ? id : ++_lastId);
        _shown = keys;
    }

    /// <summary>The rows in the order in which they are shown.</summary>
    public IReadOnlyList<TRow> Drawn => [.. _lines.Where(line => line.Note is null).Select(line => line.Row)];

    /// <summary>Sorts rows that kept their places while they were edited by the chosen column again.</summary>
    public void SortAgain()
    {
        _isStale = true;
        StateHasChanged();
    }

    internal void Take(ListColumn<TRow> column) => _columns.Add(column);

    // A column that is hidden no longer sorts: nothing would show by what.
    private void Hide(HashSet<string> hidden)
    {
        _hidden = hidden;
        _order = _order.Title is { } title && hidden.Contains(title) ? default : _order;
    }

    // Sorts upwards, then downwards, then in the order in which the rows are given.
    private void Sort(ListColumn<TRow> column)
    {
        _order = column.Title != _order.Title ? (column.Title, false) : _order.Descends ? default : (column.Title, true);
        _isStale = true;
    }

    private string? Sorting(ListColumn<TRow> column) =>
        column.By is null ? null : column.Title != _order.Title ? "none" : _order.Descends ? "descending" : "ascending";

    private EventCallback Opening(TRow row) =>
        OnChosen.HasDelegate ? EventCallback.Factory.Create(this, Task () => OnChosen.InvokeAsync(Key(row))) : EventCallback.Empty;

    private List<Line> Lines()
    {
        IEnumerable<TRow> rows = Rows;
        if (_columns.Find(column => column.Title == _order.Title && column.By is not null)?.By is { } by)
        {
            rows = IsEdited ? InPlace(by) : Sorted(by);
        }

        return _lines = [.. rows.SelectMany(row => Notes(row).Select(note => new Line(row, note)).Prepend(new Line(row, null)))];
    }

    // A row keeps its place while the user edits it, and a new row comes last. Rows of which several are new, as under another filter, are
    // sorted again.
    private TRow[] InPlace(Func<TRow, object?> by)
    {
        if (_isStale || Rows.Count(row => !_places.ContainsKey(_ids[Key(row)])) > 1)
        {
            _isStale = false;
            _places.Clear();
        }

        foreach (var row in _places.Count == 0 ? Sorted(by) : Rows)
        {
            _places.TryAdd(_ids[Key(row)], _places.Count);
        }

        return [.. Rows.OrderBy(row => _places[_ids[Key(row)]])];
    }

    // Rows without a value come last in both directions.
    private IEnumerable<TRow> Sorted(Func<TRow, object?> by)
    {
        var text = StringComparer.Create(CultureInfo.CurrentCulture, CompareOptions.IgnoreCase | CompareOptions.NumericOrdering);
        var values = Comparer<object?>.Create((one, other) =>
            one is IComparable and not string ? System.Collections.Comparer.Default.Compare(one, other) : text.Compare($"{one}", $"{other}"));
        var rows = Rows.Select(row => (Row: row, Value: by(row) is "" ? null : by(row))).OrderBy(line => line.Value is null);
        return (_order.Descends ? rows.ThenByDescending(line => line.Value, values) : rows.ThenBy(line => line.Value, values))
            .Select(line => line.Row);
    }

    /// <summary>A row, or one of the notes below it.</summary>
    private readonly record struct Line(TRow Row, string? Note);
}

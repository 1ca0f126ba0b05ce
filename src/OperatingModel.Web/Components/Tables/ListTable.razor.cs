using System.Globalization;
using Microsoft.AspNetCore.Components;

namespace OperatingModel.Web.Components.Tables;

/// <summary>A list of rows under <see cref="ListColumn{TRow}"/>s; see the page part.</summary>
public sealed partial class ListTable<TRow>
{
    /// <summary>So many lines stand in the page as a whole: they are printed, and found by the browser's search.</summary>
    private const int Whole = 200;

    /// <summary>Lines of a longer list that stand in the page although they are not in sight.</summary>
    private const int Spare = 6;

    private readonly List<ListColumn<TRow>> _columns = [];
    private readonly Dictionary<string, int> _places = [];
    private HashSet<string> _hidden = [];
    private List<string> _shown = [];
    private (string? Title, bool Descends) _order;
    private bool _isStale;

    [Parameter, EditorRequired]
    public IReadOnlyList<TRow> Rows { get; set; } = [];

    /// <summary>What tells a row from the others.</summary>
    [Parameter, EditorRequired]
    public Func<TRow, string> Key { get; set; } = default!;

    /// <summary>What is listed, for those who do not see it.</summary>
    [Parameter, EditorRequired]
    public string Name { get; set; } = "";

    /// <summary>The columns.</summary>
    [Parameter, EditorRequired]
    public RenderFragment? ChildContent { get; set; }

    /// <summary>What stands in place of a list without rows.</summary>
    [Parameter]
    public string EmptyTitle { get; set; } = "";

    [Parameter]
    public string EmptyText { get; set; } = "";

    /// <summary>What scrolls with the list, below it.</summary>
    [Parameter]
    public RenderFragment? Foot { get; set; }

    /// <summary>Rows are edited where they stand, so they stay there until the user sorts again; arrow keys belong to their fields.</summary>
    [Parameter]
    public bool IsEdited { get; set; }

    /// <summary>Raised with the key of the row that is to be opened, or closed.</summary>
    [Parameter]
    public EventCallback<string> OnChosen { get; set; }

    /// <summary>Key of the row that is open.</summary>
    [Parameter]
    public string? Selected { get; set; }

    [Parameter]
    public Func<TRow, string?> RowClass { get; set; } = _ => null;

    /// <summary>What is told below a row.</summary>
    [Parameter]
    public Func<TRow, IEnumerable<string>> Notes { get; set; } = _ => [];

    /// <summary>The name under which the browser keeps the user's choice of columns; without it all are shown.</summary>
    [Parameter]
    public string? Remember { get; set; }

    /// <summary>In pixels, as drawn.</summary>
    [Parameter]
    public float RowHeight { get; set; } = 37;

    /// <summary>Of the table, such as the width below which it scrolls sideways.</summary>
    [Parameter]
    public string? Style { get; set; }

    [Parameter]
    public string? Class { get; set; }

    private List<ListColumn<TRow>> Shown => [.. _columns.Where(column => !_hidden.Contains(column.Title))];

    internal void Take(ListColumn<TRow> column) => _columns.Add(column);

    // Up, down, and as the rows come.
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
        if (_columns.Find(column => column.Title == _order.Title)?.By is { } by)
        {
            rows = IsEdited ? InPlace(by) : Sorted(by);
        }

        return [.. rows.SelectMany(row => Notes(row).Select(note => new Line(row, note)).Prepend(new Line(row, null)))];
    }

    // Whoever types in a row keeps it where it is, also under another code; what is new comes last.
    private TRow[] InPlace(Func<TRow, object?> by)
    {
        if (_isStale)
        {
            _isStale = false;
            _places.Clear();
            _shown = [.. Sorted(by).Select(Key)];
        }
        else
        {
            List<string> keys = [.. Rows.Select(Key)];
            if (keys.FindAll(key => !_places.ContainsKey(key)) is [var code] && _shown.Except(keys).ToList() is [var former])
            {
                _places[code] = _places[former];
            }

            _shown = keys;
        }

        _shown.ForEach(key => _places.TryAdd(key, _places.Count));
        return [.. Rows.OrderBy(row => _places[Key(row)])];
    }

    // What is empty stands last, whichever way the rest is sorted.
    private IEnumerable<TRow> Sorted(Func<TRow, object?> by)
    {
        var text = StringComparer.Create(CultureInfo.CurrentCulture, CompareOptions.IgnoreCase | CompareOptions.NumericOrdering);
        var values = Comparer<object?>.Create((one, other) =>
            one is string words && other is string others ? text.Compare(words, others) : System.Collections.Comparer.Default.Compare(one, other));
        var rows = Rows.Select(row => (Row: row, Value: by(row) is "" ? null : by(row))).OrderBy(line => line.Value is null);
        return (_order.Descends ? rows.ThenByDescending(line => line.Value, values) : rows.ThenBy(line => line.Value, values))
            .Select(line => line.Row);
    }

    /// <summary>A row, or what is told below it.</summary>
    private readonly record struct Line(TRow Row, string? Note);
}

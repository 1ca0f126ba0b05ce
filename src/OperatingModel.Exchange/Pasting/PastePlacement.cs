namespace OperatingModel.Exchange.Pasting;

/// <summary>A text of a pasted block, and the cell that it is for.</summary>
/// <param name="Line">The line in the block, from 1.</param>
/// <param name="Column">The column in the block, from 1.</param>
/// <param name="Row">The code of the row of the grid.</param>
/// <param name="ColumnCode">The code of the column of the grid.</param>
/// <param name="Figure">The key of the figure that it gives; null for the figure that the grid shows.</param>
public readonly record struct PlacedText(int Line, int Column, string Row, string ColumnCode, string? Figure, string Text);

/// <summary>
/// Finds the cells for the texts of a pasted block: those of the rows, columns and figures that the block names. Only when it names none, their
/// position decides, from the focused cell on, over the rows that are shown.
/// </summary>
internal sealed class PastePlacement
{
    private const string NoHeading = "No heading stands above this column.";

    private readonly IReadOnlyList<IReadOnlyList<string>> _table;
    private readonly PasteTarget _target;
    private readonly GridPaste _paste;
    private readonly BlockHeads _heads;
    private readonly BlockLabels _labels;
    private readonly List<PlacedText> _texts = [];
    private readonly List<UnreadCell> _unread = [];
    private readonly List<string> _notes = [];
    private readonly SortedDictionary<int, string> _parents = [];
    private readonly SortedDictionary<int, string> _doubts = [];
    private readonly HashSet<int> _hidden = [];

    private PastePlacement(IReadOnlyList<IReadOnlyList<string>> table, PasteTarget target, GridPaste paste)
    {
        (_table, _target, _paste) = (table, target, paste);
        _heads = BlockHeads.Of(table, target);
        _labels = new BlockLabels(table, _heads, target);
        if (_labels.Strange(_heads) is { } column)
        {
            var first = table.Skip(_heads.FirstLine).SelectMany(line => line.Skip(column).Take(1)).First(text => text.Length > 0);
            Refused = $"Column {column + 1} of the block looks like names (“{first}” …), but no capability has such a name. "
                + "Use the names or codes of this model, or copy the values alone.";
            return;
        }

        Place();
        Note();
    }

    public IReadOnlyList<PlacedText> Texts => _texts;

    public IReadOnlyList<UnreadCell> Unread => _unread;

    /// <summary>Sentences about how the block was understood, and what was left out.</summary>
    public IReadOnlyList<string> Notes => _notes;

    /// <summary>The number of texts beyond the last row or column.</summary>
    public int Outside { get; private set; }

    /// <summary>Why the block was not placed at all; null when it was.</summary>
    public string? Refused { get; }

    /// <summary>Whether values that were placed by position fell on rows that sum up others.</summary>
    public bool MeetsParents { get; private set; }

    public static PastePlacement Of(IReadOnlyList<IReadOnlyList<string>> table, PasteTarget target, GridPaste paste) => new(table, target, paste);

    private void Place()
    {
        var (rows, columns) = (RowsOfLines(), PlacesOfColumns());
        for (var line = _heads.FirstLine; line < _table.Count; line++)
        {
            for (var column = 0; column < _table[line].Count; column++)
            {
                if (_table[line][column] is { Length: > 0 } text && !_labels.Columns.Contains(column))
                {
                    Place(line, column, text, rows[line - _heads.FirstLine], columns[column]);
                }
            }
        }

        Doubled();
    }

    private void Place(
        int line,
        int column,
        string text,
        (IReadOnlyList<int?> Nodes, string? Problem) rows,
        (IReadOnlyList<int?> Places, string? Figure, string? Problem) columns)
    {
        if (columns.Problem is { } stranger)
        {
            // A text under an unknown heading that is no value is a remark, which needs no report.
            if (_target.IsValue(text))
            {
                _unread.Add(new UnreadCell(line + 1, column + 1, "", text, stranger));
            }
        }
        else if (rows.Problem is { } problem)
        {
            _unread.Add(new UnreadCell(line + 1, column + 1, "", text, problem));
        }
        else
        {
            foreach (var (node, place) in rows.Nodes.SelectMany(_ => columns.Places, (node, place) => (node, place)))
            {
                Place(line, column, text, node, place, columns.Figure, isFilled: rows.Nodes.Count > 1);
            }
        }
    }

    private void Place(int line, int column, string text, int? node, int? place, string? figure, bool isFilled)
    {
        if (node is not { } row || place is not { } to)
        {
            Outside++;
        }
        else if (_target.Tree.IsLeaf(row))
        {
            _texts.Add(new PlacedText(line + 1, column + 1, _target.Tree[row].Code, _target.AllColumns[to].Code, figure, text));
            if (_labels.Columns.Count > 0 && !_target.Rows.Contains(row))
            {
                _hidden.Add(row);
            }
        }
        else if (!isFilled)
        {
            _parents.TryAdd(line + 1, _target.RowTitle(row));
            MeetsParents |= _labels.Columns.Count == 0;
        }
    }

    /// <summary>Returns for each line the rows that it is for: several when a block fills a larger range.</summary>
    private List<(IReadOnlyList<int?> Nodes, string? Problem)> RowsOfLines()
    {
        var count = _table.Count - _heads.FirstLine;
        if (_labels.Columns.Count > 0)
        {
            return [.. Enumerable.Range(_heads.FirstLine, count).Select(NodesOf)];
        }

        List<int> rows = [.. _target.Rows];
        var (top, last) = (IndexOf(rows, _target.Tree.IndexOf(_paste.Row)), IndexOf(rows, _target.Tree.IndexOf(_paste.ToRow)));
        if (_paste.SkipsParents)
        {
            rows = [.. rows.Skip(Math.Max(0, top)).Where(_target.Tree.IsLeaf)];
            (top, last) = (top < 0 ? -1 : 0, top < 0 ? -1 : rows.FindLastIndex(row => row <= _target.Rows[Math.Max(0, last)]));
        }

        return [.. Enumerable.Range(0, count).Select(line => (Repeated(line, count, top, last, rows), (string?)null))];
    }

    private (IReadOnlyList<int?>, string?) NodesOf(int line)
    {
        var name = _labels.NameOf(line);
        if (name.Doubt is { } doubt)
        {
            _doubts.Add(line + 1, doubt);
        }

        return ([name.Node], name.Problem);
    }

    /// <summary>Returns for each column the columns of the grid that it is for, and its figure.</summary>
    private List<(IReadOnlyList<int?> Places, string? Figure, string? Problem)> PlacesOfColumns()
    {
        var (left, last) = (IndexOf(_target.Columns, ColumnOf(_paste.Column)), IndexOf(_target.Columns, ColumnOf(_paste.ToColumn)));
        if (_heads.Columns.Any(column => column.Place is not null) || _heads.HasOnlyStrangers)
        {
            return [.. _heads.Columns.Select((column, at) => ((IReadOnlyList<int?>)[column.Place], column.Figure, ProblemOf(column, at)))];
        }

        var groups = _heads.FirstNamed is null ? InOrder() : ByFigures();
        var width = groups.Select(group => group.Group).DefaultIfEmpty(0).Max() + 1;
        return [.. groups.Select((group, at) => group.Group < 0
            ? ([null], null, ProblemOf(_heads.Columns[at] with { Stranger = _heads.Columns[at].Stranger ?? "" }, at))
            : (Repeated(group.Group, width, left, last, _target.Columns), group.Figure, (string?)null))];
    }

    // The headings name only figures: whenever one is repeated, the next unit begins.
    private List<(int Group, string? Figure)> ByFigures()
    {
        var (group, seen) = (0, new HashSet<string>());
        return [.. _heads.Columns.Select(column =>
        {
            if (column.Figure is null || column.Stranger is not null)
            {
                return (-1, (string?)null);
            }

            if (!seen.Add(column.Figure))
            {
                group++;
                seen = [column.Figure];
            }

            return (group, column.Figure);
        })];
    }

    // The block has no headings: each column is a unit, or each three columns when all hold single levels.
    private List<(int Group, string? Figure)> InOrder()
    {
        var first = _labels.FirstValue;
        var texts = _table.Skip(_heads.FirstLine).SelectMany(line => line.Skip(first));
        var values = texts.Where(text => text.Length > 0 && !_target.IsOfCell(text)).ToList();
        var each = _target.IsWhole is { } isWhole && _heads.Width > first && (_heads.Width - first) % _target.InOrder == 0 && values.Count > 0
            && values.TrueForAll(text => !isWhole(text)) && values.Exists(text => _target.IsValue(text)) ? _target.InOrder : 1;
        if (each > 1)
        {
            var figures = string.Join(", ", _target.Figures.Take(each).Select(figure => figure.Words[0].ToLowerInvariant()));
            _notes.Add($"{each} columns were taken for each {_target.ColumnWord}: {figures}.");
        }

        return [.. Enumerable.Range(0, _heads.Width).Select(column => column < first ? (-1, null)
            : ((column - first) / each, each > 1 ? _target.Figures[(column - first) % each].Key : null))];
    }

    private string? ProblemOf(BlockColumn column, int at) =>
        column.Stranger is { Length: > 0 } stranger ? $"No {_target.ColumnWord} is called “{stranger}”."
        : column.Stranger is not null || column.Place is null ? (_labels.Columns.Contains(at) ? null : NoHeading)
        : null;

    /// <summary>Returns the places of a line or column: one, or several when the selected range is a multiple of the block.</summary>
    private static List<int?> Repeated(int at, int size, int first, int last, IReadOnlyList<int> places)
    {
        var room = last - first + 1;
        var times = first >= 0 && room > size && room % size == 0 ? room / size : 1;
        return [.. Enumerable.Range(0, times)
            .Select(time => first + at + (time * size))
            .Select(place => first >= 0 && place < places.Count ? places[place] : (int?)null)];
    }

    // A cell that the block names twice with different values is reported, and neither value is taken.
    private void Doubled()
    {
        var doubled = _texts.GroupBy(text => (text.Row, text.ColumnCode))
            .Where(cell => cell.Count() > 1)
            .SelectMany(Contradictions)
            .ToList();
        foreach (var cell in doubled)
        {
            var said = string.Join(" and ", cell.Select(text => $"“{text.Text}”").Distinct().Take(3));
            var reason = $"The block says {said} for one cell; neither is taken.";
            _unread.AddRange(cell.Select(text => new UnreadCell(text.Line, text.Column, "", text.Text, reason)));
        }

        var gone = doubled.SelectMany(cell => cell).ToHashSet();
        _texts.RemoveAll(gone.Contains);
    }

    private IEnumerable<List<PlacedText>> Contradictions(IEnumerable<PlacedText> cell)
    {
        List<PlacedText> all = [.. cell];
        var ofCell = all.Count(text => _target.IsOfCell(text.Text));
        return ofCell > 0 && ofCell < all.Count ? [all]
            : all.GroupBy(text => text.Figure).Select(same => same.ToList()).Where(same => same.DistinctBy(text => text.Text).Count() > 1);
    }

    private void Note()
    {
        if (_labels.MayBeCodes(_heads.Width) && _heads.FirstNamed is null)
        {
            _notes.Add("The first column was taken for values, though it could be codes; write “Code” above it if it is.");
        }

        if (_parents.Count > 0)
        {
            _notes.Add($"{Counted(_parents.Count, "line stands", "lines stand")} at a capability that is made up of others, "
                + $"and {(_parents.Count == 1 ? "is" : "are")} passed over: {Listed(_parents)}.");
        }

        if (_doubts.Count > 0)
        {
            _notes.Add($"{Counted(_doubts.Count, "line was", "lines were")} placed by the code, though the name differs: {Listed(_doubts)}.");
        }

        if (_hidden.Count > 0)
        {
            var isOne = _hidden.Count == 1;
            _notes.Add($"{Counted(_hidden.Count, "capability is", "capabilities are")} named that {(isOne ? "is" : "are")} not shown now: "
                + $"{string.Join(", ", _hidden.Order().Take(5).Select(_target.RowTitle))}{(_hidden.Count > 5 ? " …" : "")}.");
        }
    }

    private static string Counted(int count, string one, string many) => $"{count:N0} {(count == 1 ? one : many)}";

    private static string Listed(SortedDictionary<int, string> lines) =>
        string.Join("; ", lines.Take(5).Select(line => $"row {line.Key}, {line.Value}")) + (lines.Count > 5 ? " …" : "");

    private static int IndexOf(IReadOnlyList<int> shown, int place) => place < 0 ? -1 : shown.ToList().IndexOf(place);

    private int ColumnOf(string code) => _target.AllColumns.ToList().FindIndex(column => column.Code == code);
}

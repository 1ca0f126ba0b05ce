namespace OperatingModel.Exchange.Pasting;

/// <summary>The content of a column in a pasted block, as its headings name it.</summary>
/// <param name="Place">The index among all columns of the grid; null when no heading names one.</param>
/// <param name="Figure">The key of the figure; null for the figure that the grid shows.</param>
/// <param name="Stranger">A heading that names nothing in the grid; empty for a column without any; null for a column that is known.</param>
internal readonly record struct BlockColumn(int? Place, string? Figure, string? Stranger);

/// <summary>Reads the headings of a pasted block: the line in which the values begin, and the content of each column.</summary>
internal sealed class BlockHeads
{
    private const int MostLines = 8;

    private static readonly HashSet<string> CornerWords =
        ["CODE", "NAME", "CAPABILITY", "CAPABILITIES", "BUSINESS CAPABILITY", "CAPABILITY NAME", "CAPABILITY CODE", "ID", "NO", "NO.", "#"];

    private readonly IReadOnlyList<IReadOnlyList<string>> _table;
    private readonly PasteTarget _target;
    private readonly List<Head[]> _lines = [];
    private readonly Dictionary<string, Head> _known = [];

    private BlockHeads(IReadOnlyList<IReadOnlyList<string>> table, PasteTarget target)
    {
        (_table, _target, Width) = (table, target, table.Select(line => line.Count).DefaultIfEmpty(0).Max());
        Find();
        Columns = [.. Enumerable.Range(0, Width).Select(ColumnOf)];
        if (_lines.Count == 1)
        {
            Spread();
        }

        FillOrder();
        var first = Array.FindIndex(Columns, column => column.Place is not null || column.Figure is not null);
        FirstNamed = first >= 0 ? first : null;
    }

    /// <summary>The line in which the values begin, from 0.</summary>
    public int FirstLine { get; private set; }

    public int Width { get; }

    public BlockColumn[] Columns { get; }

    /// <summary>The first column, from 0, with a unit, stage or figure above it; null without such headings.</summary>
    public int? FirstNamed { get; }

    /// <summary>Whether the block has headings of which none names a column of the grid.</summary>
    public bool HasOnlyStrangers => FirstNamed is null && _lines.Exists(line => Array.Exists(line, head => head.Kind == Kind.Stranger));

    public static BlockHeads Of(IReadOnlyList<IReadOnlyList<string>> table, PasteTarget target) => new(table, target);

    /// <summary>Whether a heading says that the column names capabilities.</summary>
    public bool IsCorner(int column) => _lines.Exists(line => line[column].Kind == Kind.Corner);

    private void Find()
    {
        for (var at = 0; at < Math.Min(_table.Count, MostLines); at++)
        {
            Head[] heads = [.. Enumerable.Range(0, Width).Select(column => HeadOf(Text(at, column)))];
            var count = heads.Count(head => head.Kind != Kind.Blank);
            var isTitle = count == 1 && heads[0].Kind == Kind.Stranger && Width > 1;
            if (IsHeader(heads, at))
            {
                _lines.Add(heads);
                FirstLine = at + 1;
            }
            else if (count > 0 && (_lines.Count > 0 || !isTitle))
            {
                break;
            }
        }

        if (_lines.Count == 0 && StrangersAt() is { } line)
        {
            _lines.Add([.. Enumerable.Range(0, Width).Select(column => HeadOf(Text(line, column)))]);
            FirstLine = line + 1;
        }
    }

    private bool IsHeader(Head[] heads, int at)
    {
        if (Array.Exists(heads, head => head.Kind is Kind.Value or Kind.Row))
        {
            return false;
        }

        var named = Enumerable.Range(0, heads.Length).Where(column => heads[column].Kind == Kind.Named && (column > 0 || Width == 1)).ToList();
        return heads[0].Kind == Kind.Corner
            || named.Exists(column => !_target.IsValue(heads[column].Text))
            || (named.Count > 0 && heads[0].Kind == Kind.Blank && at + 1 < _table.Count && HeadOf(Text(at + 1, 0)).Kind == Kind.Row);
    }

    // Finds a line of words that name nothing in the grid. They are headings all the same, so the values below must not be placed by position.
    private int? StrangersAt()
    {
        var line = Enumerable.Range(0, _table.Count).FirstOrDefault(at => _table[at].Any(text => text.Length > 0), -1);
        if (line < 0 || !Enumerable.Range(line + 1, _table.Count - line - 1).Any(at => _table[at].Any(text => _target.IsValue(text))))
        {
            return null;
        }

        var heads = Enumerable.Range(0, Width).Select(column => HeadOf(Text(line, column))).ToList();
        var areWords = heads.TrueForAll(head =>
            head.Kind is Kind.Blank or Kind.Corner || (head.Kind == Kind.Stranger && head.Text.Any(char.IsLetter)));
        return areWords && (Width == 1 || heads.Skip(1).Any(head => head.Kind == Kind.Stranger)) ? line : null;
    }

    private Head HeadOf(string text)
    {
        if (!_known.TryGetValue(text, out var head))
        {
            _known.Add(text, head = Read(text));
        }

        return head;
    }

    private Head Read(string text)
    {
        if (text.Length == 0)
        {
            return new Head(Kind.Blank, text);
        }

        if (PlaceOf(text) is { } place)
        {
            return new Head(Kind.Named, text, place);
        }

        var folded = NameIndex.Fold(text);
        return FigureOf(folded) is { } figure ? new Head(Kind.Named, text, figure.Place, figure.Key) : new Head(
            CornerWords.Contains(folded) ? Kind.Corner
            : _target.IsValue(text) ? Kind.Value
            : _target.RowNames.Find(text).IsKnown ? Kind.Row
            : Kind.Stranger,
            text);
    }

    // Reads headings such as "Importance", "Retail – importance" and "Importance (Retail)".
    private (string Key, int? Place)? FigureOf(string folded)
    {
        foreach (var (key, word) in _target.FigureWords)
        {
            if (folded == word)
            {
                return (key, null);
            }

            var isBehind = folded.EndsWith(" " + word, StringComparison.Ordinal) || folded.EndsWith($"({word})", StringComparison.Ordinal);
            var rest = folded.StartsWith(word + " ", StringComparison.Ordinal) ? folded[word.Length..]
                : isBehind ? folded[..folded.LastIndexOf(word, StringComparison.Ordinal)]
                : "";
            if (rest.Length > 0 && PlaceOf(rest.Trim(' ', '-', '·', ':', '/', '|', '(', ')', ',')) is { } unit)
            {
                return (key, unit);
            }
        }

        return null;
    }

    // If several stages have the name, the heading means the one that is shown.
    private int? PlaceOf(string text)
    {
        var named = _target.ColumnNames.Find(text);
        return named.Only ?? (named.Places.Where(place => _target.Columns.Contains(place)).ToList() is [var shown] ? shown : (int?)null);
    }

    private BlockColumn ColumnOf(int column)
    {
        var (place, figure, stranger) = ((int?)null, (string?)null, (string?)null);
        foreach (var line in _lines)
        {
            // When another line names each column, a heading of several columns stands only above the first of them.
            var isBelow = line[column].Kind == Kind.Blank && _lines.Exists(other => other != line && other[column].Kind != Kind.Blank);
            var head = isBelow ? Array.FindLast(line[..column], other => other.Kind != Kind.Blank) : line[column];
            place ??= head.Place;
            figure ??= head.Figure;
            stranger ??= head.Kind == Kind.Stranger ? head.Text : null;
        }

        return new BlockColumn(place, figure, stranger ?? (_lines.Count > 0 && place is null && figure is null && !IsCorner(column) ? "" : null));
    }

    // In a single line of headings, one above the first of three columns counts for all three.
    private void Spread()
    {
        for (var from = 0; from < Width; from++)
        {
            var end = from + 1;
            while (end < Width && Columns[end] is { Place: null, Figure: null, Stranger: "" } && _lines[0][end].Kind == Kind.Blank && HasText(end))
            {
                end++;
            }

            if (Columns[from] is { Place: not null, Figure: null } && _target.InOrder > 1 && end - from == _target.InOrder)
            {
                Array.Fill(Columns, Columns[from], from, end - from);
            }
        }
    }

    // Three columns of one unit without further headings hold its figures in their usual order.
    private void FillOrder()
    {
        for (var from = 0; from < Width;)
        {
            var end = from + 1;
            while (end < Width && Columns[end] == Columns[from])
            {
                end++;
            }

            if (Columns[from] is { Place: not null, Figure: null, Stranger: null } && _target.InOrder > 1 && end - from == _target.InOrder)
            {
                for (var column = from; column < end; column++)
                {
                    Columns[column] = Columns[column] with { Figure = _target.Figures[column - from].Key };
                }
            }

            from = end;
        }
    }

    private bool HasText(int column) => Enumerable.Range(FirstLine, _table.Count - FirstLine).Any(at => Text(at, column).Length > 0);

    private string Text(int line, int column) => column < _table[line].Count ? _table[line][column] : "";

    private enum Kind
    {
        Blank,
        Named,
        Corner,
        Row,
        Value,
        Stranger,
    }

    private readonly record struct Head(Kind Kind, string Text, int? Place = null, string? Figure = null);
}

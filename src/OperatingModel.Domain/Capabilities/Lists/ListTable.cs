using System.Globalization;
using OperatingModel.Domain.Reading;

namespace OperatingModel.Domain.Capabilities.Lists;

/// <summary>A row of the list with what its columns say.</summary>
/// <param name="Names">Cells that are names, with the columns they stand in; at least one.</param>
internal sealed record ListItem(ListLine Line, string? Code, string? Parent, int? Level, IReadOnlyList<(int Column, string Text)> Names)
{
    public int Number => Line.Number;

    public string Text => Names[0].Text;
}

/// <summary>The rows of a list, once it is clear which columns hold names, codes, parents and levels.</summary>
internal sealed class ListTable
{
    /// <summary>Longer texts in a column than this, on average, are sentences and no names.</summary>
    private const int LongestNames = 60;

    private readonly IReadOnlyList<ListLine> _lines;
    private readonly ListHeader? _header;
    private readonly bool _codesFirst;
    private readonly bool _levelsFirst;

    private ListTable(IReadOnlyList<ListLine> all)
    {
        _header = ListHeader.Of(all);
        _lines = _header is null ? all : [.. all.Skip(_header.Index + 1)];
        foreach (var line in all.Take(_header?.Index ?? 0))
        {
            Remarks.Add(new(line.Number, $"“{ListTree.Shortened(line.Text)}” stands above the heading of the columns and is left out."));
        }

        var first = _lines.Where(line => line.Cells.Skip(1).Any(cell => cell.Length > 0)).ToList();
        if (_header is null && first.Count * 4 >= _lines.Count * 3 && first.Count > 0)
        {
            _levelsFirst = AreLevels(first);
            _codesFirst = !_levelsFirst && first.TrueForAll(line => IsCode(line.Text))
                && first.DistinctBy(line => line.Text).Count() * 10 >= first.Count * 9;
        }

        Items = [.. _lines.Select(Of).OfType<ListItem>()];
        Narrow();
    }

    public IReadOnlyList<ListItem> Items { get; private set; }

    public List<ListRemark> Remarks { get; } = [];

    public bool HasCodes => _codesFirst || _header?.Find(ColumnRole.Code) >= 0;

    /// <summary>Whether a header or letters say that they are codes, not only the numbers of an outline.</summary>
    public bool AreCodes => HasCodes && (_header is not null || Items.Any(item => item.Code?.Any(char.IsLetter) == true));

    public bool HasParents => HasCodes && _header?.Find(ColumnRole.Parent) >= 0;

    public bool HasLevels => Items.Count > 0 && Items.All(item => item.Level is not null);

    /// <summary>Whether the header or the rows show a column for each level.</summary>
    public bool HasLevelColumns => _header?.Count(ColumnRole.LevelName) > 1 || Items.Any(item => item.Names.Count > 1);

    /// <summary>The columns of names from the left.</summary>
    public IReadOnlyList<int> NameColumns => _header?.Count(ColumnRole.LevelName) > 1
        ? [.. _header.Roles.Index().Where(column => column.Item == ColumnRole.LevelName).Select(column => column.Index)]
        : [.. Items.SelectMany(item => item.Names.Select(name => name.Column)).Distinct().Order()];

    public static ListTable Of(IReadOnlyList<ListRow> rows) => new([.. rows.Select(ListLine.Of).OfType<ListLine>()]);

    /// <summary>Remarks on what is not read when only the first name of each row is.</summary>
    public IEnumerable<ListRemark> Unread() => Items.Where(item => item.Names.Count > 1)
        .Select(item => new ListRemark(item.Number, $"“{ListTree.Shortened(item.Names[1].Text)}” and what follows it in the row are left out."));

    private ListItem? Of(ListLine line)
    {
        string? At(ColumnRole role) => _header?.Find(role) is var column and >= 0 && line.Cell(column.Value) is { Length: > 0 } text ? text : null;
        var (code, level) = (At(ColumnRole.Code), At(ColumnRole.LevelNumber));
        List<(int Column, string Text)> names = [.. Enumerable.Range(line.Column, line.Cells.Count)
            .Where(column => line.Cell(column).Length > 0 && MayName(column) && ListLine.Name(line.Cell(column)).Length > 0)
            .Select(column => (column, line.Cell(column)))];
        if ((_codesFirst || _levelsFirst) && names.Count > 1)
        {
            (code, level) = _codesFirst ? (names[0].Text, level) : (code, names[0].Text);
            names.RemoveAt(0);
        }

        code = VisibleText.Line(code ?? "") is { Length: > 0 } own ? own : null;
        return names.Count == 0 ? null : new(line, code, At(ColumnRole.Parent), LevelOf(level), names);
    }

    private bool MayName(int column)
    {
        if (_header is null || column >= _header.Roles.Count)
        {
            return _header is null;
        }

        var named = _header.Count(ColumnRole.LevelName) > 0 ? ColumnRole.LevelName
            : _header.Count(ColumnRole.Name) > 0 ? ColumnRole.Name : ColumnRole.Unknown;
        return _header.Roles[column] == named && (named == ColumnRole.LevelName || column == _header.Find(named));
    }

    private static int? LevelOf(string? text) => int.TryParse(text?.TrimStart('L', 'l'), out var level) && level is > 0 and < 100 ? level : null;

    // Without a header, columns of sentences and figures hold no names, nor does one that repeats beside a first column that never does.
    private void Narrow()
    {
        if (_header is not null || !Items.Any(item => item.Names.Count > 1))
        {
            return;
        }

        var columns = Items.SelectMany(item => item.Names.Select(name => name)).ToLookup(name => name.Column, name => name.Text);
        var first = columns.Min(column => column.Key);
        var left = new HashSet<int>();
        var isKey = Items.Count > 2 && columns[first].Distinct(StringComparer.OrdinalIgnoreCase).Count() == Items.Count;
        foreach (var column in columns.Where(column => column.Key != first))
        {
            var texts = column.ToList();
            if (texts.Average(text => text.Length) > LongestNames
                || texts.TrueForAll(text => NumberText.IsNumber(text, CultureInfo.CurrentCulture))
                || (isKey && texts.Distinct(StringComparer.OrdinalIgnoreCase).Count() < texts.Count))
            {
                left.Add(column.Key);
                Remarks.Add(new(
                    Items[0].Number, $"Column {column.Key + 1} is left out, because it holds no names: “{ListTree.Shortened(texts[0])}”."));
            }
        }

        Items = [.. Items.Select(item => item with { Names = [.. item.Names.Where(name => !left.Contains(name.Column))] })
            .Where(item => item.Names.Count > 0)];
    }

    private static bool IsCode(string text) =>
        ListNumber.Of(text) is { } number && number.Length == text.Length
        || (text.Length <= CodeAttribute.MaxLength && text.Any(char.IsDigit) && !text.Any(char.IsWhiteSpace));

    // 1, 2, 2, 3: each at most one deeper than the one before, and some again.
    private static bool AreLevels(List<ListLine> lines)
    {
        var last = 0;
        foreach (var level in lines.Select(line => LevelOf(line.Text) ?? int.MaxValue))
        {
            if (level > last + 1)
            {
                return false;
            }

            last = level;
        }

        return lines.DistinctBy(line => line.Text).Count() < lines.Count;
    }
}

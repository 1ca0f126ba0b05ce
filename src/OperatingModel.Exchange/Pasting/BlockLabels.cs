namespace OperatingModel.Exchange.Pasting;

/// <summary>The row that a line of a pasted block names.</summary>
/// <param name="Node">The node of the row; null when the line names none, or several.</param>
/// <param name="Problem">Why the row is not clear; null when it is.</param>
/// <param name="Doubt">What is odd although the row is clear; null for nothing.</param>
internal readonly record struct LineName(int? Node, string? Problem = null, string? Doubt = null);

/// <summary>Reads the first columns of a pasted block when they hold codes, names or paths of capabilities.</summary>
internal sealed class BlockLabels
{
    private const int MostColumns = 8;

    private readonly IReadOnlyList<IReadOnlyList<string>> _table;
    private readonly PasteTarget _target;
    private readonly int _from;
    private readonly int _limit;
    private readonly HashSet<int> _codes = [];

    public BlockLabels(IReadOnlyList<IReadOnlyList<string>> table, BlockHeads heads, PasteTarget target)
    {
        (_table, _target, _from) = (table, target, heads.FirstLine);
        _limit = Math.Min(MostColumns, heads.FirstNamed ?? heads.Width - 1);
        var isHeaded = heads.FirstNamed is not null;
        Columns = [.. Enumerable.Range(0, Math.Max(0, _limit)).Where(column => IsLabel(column, isHeaded || heads.IsCorner(column)))];
    }

    /// <summary>The columns that name rows, from 0.</summary>
    public IReadOnlyList<int> Columns { get; }

    /// <summary>The first column, from 0, that may hold values in a block without headings.</summary>
    public int FirstValue => Columns.Count > 0 ? Columns[^1] + 1 : 0;

    /// <summary>
    /// Returns a column before the values that looks like names of which none is known, so that the values must not be placed by position; null
    /// when there is none.
    /// </summary>
    /// <param name="heads">The headings of the block.</param>
    public int? Strange(BlockHeads heads)
    {
        var column = FirstValue;
        var mayName = (column == 0 || heads.FirstNamed is null) && column < (heads.FirstNamed ?? heads.Width - 1);
        return mayName && Texts(column).ToList() is { Count: > 0 } texts && texts.TrueForAll(IsWords) ? column : null;
    }

    /// <summary>Whether the first column, which was read as values, could also be codes.</summary>
    public bool MayBeCodes(int width) =>
        Columns.Count == 0 && width > 1 && Texts(0).ToList() is { Count: > 1 } texts
        && texts.TrueForAll(text => _target.RowNames.Find(text) is { ByCode: true, Only: { } node } && _target.Tree.IsLeaf(node))
        && texts.Distinct().Count() == texts.Count;

    /// <summary>Returns the row that a line names.</summary>
    public LineName NameOf(int line)
    {
        var (coded, names) = ((int?)null, new List<(string Text, Named Named)>());
        foreach (var column in Columns)
        {
            var text = Text(line, column);
            var named = text.Length > 0 ? _target.RowNames.Find(text) : Named.Nothing;
            if (named is { ByCode: true, Only: { } node })
            {
                if (coded is { } other && !_target.IsAtOrAbove(other, node))
                {
                    return new(null, $"“{text}” is {_target.RowTitle(node)}, but the line also says {_target.RowTitle(other)}.");
                }

                coded = node;
            }
            else if (text.Length > 0 && !named.IsKnown && _codes.Contains(column))
            {
                return new(null, $"No capability has the code “{text}”.");
            }
            else if (text.Length > 0)
            {
                names.Add((text, named));
            }
        }

        return coded is { } row ? Agreeing(row, names) : ByName(names);
    }

    private LineName Agreeing(int row, List<(string Text, Named Named)> names)
    {
        foreach (var (text, named) in names.Where(name => name.Named.IsKnown && !name.Named.Places.Any(place => _target.IsAtOrAbove(place, row))))
        {
            return new(null, $"The code is that of {_target.RowTitle(row)}, but “{text}” is the name of {_target.RowTitle(named.Places[0])}.");
        }

        return names.Find(name => !name.Named.IsKnown) is { Text: { } stranger }
            ? new(row, null, $"{_target.Tree[row].Code} is “{_target.Tree[row].Name}” here, “{stranger}” in the block")
            : new(row);
    }

    // The last name is that of the row; the ones before it are those of its parents.
    private LineName ByName(List<(string Text, Named Named)> names)
    {
        if (names.Count == 0)
        {
            return new(null, "This line names no capability.");
        }

        if (names.Find(name => !name.Named.IsKnown) is { Text: { } stranger })
        {
            return new(null, $"No capability is called “{stranger}”.");
        }

        var (text, last) = names[^1];
        List<int> meant =
        [
            .. last.Places.Where(place => names.TrueForAll(name => name.Named.Places.Any(above => _target.IsAtOrAbove(above, place)))),
        ];
        return meant switch
        {
            [var row] => new(row),
            [] => new(null, $"“{text}” is not below “{names[0].Text}” here."),
            _ => new(
                null,
                $"{meant.Count} capabilities are called “{text}” ({string.Join(", ", meant.Select(place => _target.Tree[place].Code))}); "
                    + "add a column with codes."),
        };
    }

    private bool IsLabel(int column, bool isHeaded)
    {
        List<string> texts = [.. Texts(column)];
        List<string> known = [.. texts.Where(text => _target.RowNames.Find(text).IsKnown)];
        if (known.Count(text => _target.RowNames.Find(text).ByCode) * 2 >= texts.Count)
        {
            _codes.Add(column);
        }

        // In many models a level such as 3 is a code too, so numbers alone do not make a column of names.
        List<string> clear = [.. known.Where(text => !_target.IsValue(text))];
        return clear.Exists(text => text.Any(char.IsLetter)) || (clear.Count > 0 && clear.Count * 2 >= texts.Count)
            || (isHeaded && known.Count > 0 && known.Count * 2 >= texts.Count);
    }

    private bool IsWords(string text) => text.Any(char.IsLetter) && !_target.IsValue(text);

    private IEnumerable<string> Texts(int column) =>
        Enumerable.Range(_from, _table.Count - _from).Select(line => Text(line, column)).Where(text => text.Length > 0);

    private string Text(int line, int column) => column < _table[line].Count ? _table[line][column] : "";
}

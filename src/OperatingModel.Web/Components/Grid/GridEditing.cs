namespace OperatingModel.Web.Components.Grid;

/// <summary>What may be typed into the cells of a grid.</summary>
/// <param name="Keys">The keys of an entry, and what each draws until the page has answered.</param>
/// <param name="Length">Keys of one entry.</param>
/// <param name="Cycle">What a click, Space or Enter draws after what a cell shows; null where they select.</param>
/// <param name="Clears">Whether Delete and Backspace empty a cell.</param>
/// <param name="Onward">Where the focus goes after an entry: <c>down</c>, <c>right</c> or <c>stay</c>.</param>
public sealed record GridEditing(
    IReadOnlyDictionary<string, string> Keys,
    int Length = 1,
    IReadOnlyDictionary<string, string>? Cycle = null,
    bool Clears = true,
    string Onward = "down")
{
    /// <summary>Keys that are an entry by themselves, also where cells do not apply, and what each draws.</summary>
    public IReadOnlyDictionary<string, string> Alone { get; init; } = new Dictionary<string, string>();

    /// <summary>What may be typed, for who pressed another key.</summary>
    public string Taken { get; init; } = "";

    /// <summary>Why a row that sums up others takes nothing.</summary>
    public string OnFixed { get; init; } = "";

    /// <summary>Why a cell that does not apply takes nothing.</summary>
    public string OnAbsent { get; init; } = "";
}

/// <summary>A pasted cell in words.</summary>
/// <param name="Name">Of the capability.</param>
/// <param name="Column">Name of the unit or stage.</param>
/// <param name="Before">What is there.</param>
/// <param name="After">What will be.</param>
public sealed record PastedWords(string Name, string Code, string Column, string Before, string After);

/// <summary>An entry for a block of cells, named by its corners as they are shown; rows between that cannot be edited are left alone.</summary>
/// <param name="Text">The keys, or <see cref="Cycle"/> or <see cref="Clear"/>.</param>
public sealed record GridEntry(string Text, string FromRow, string FromColumn, string ToRow, string ToColumn)
{
    public const string Cycle = "cycle";
    public const string Clear = "clear";

    /// <summary>The cells of the block.</summary>
    /// <param name="rows">Codes of the rows that may be edited, in the order shown.</param>
    /// <param name="columns">Codes of the columns in the order shown.</param>
    public IReadOnlyList<(string Row, string Column)> Cells(IReadOnlyList<string> rows, IReadOnlyList<string> columns) =>
        [.. Between(rows, FromRow, ToRow).SelectMany(row => Between(columns, FromColumn, ToColumn), (row, column) => (row, column))];

    private static IEnumerable<string> Between(IReadOnlyList<string> codes, string from, string to)
    {
        var (first, last) = (IndexOf(codes, from), IndexOf(codes, to));
        return first < 0 || last < first ? [] : codes.Skip(first).Take(last - first + 1);
    }

    private static int IndexOf(IReadOnlyList<string> codes, string code)
    {
        for (var i = 0; i < codes.Count; i++)
        {
            if (codes[i] == code)
            {
                return i;
            }
        }

        return -1;
    }
}

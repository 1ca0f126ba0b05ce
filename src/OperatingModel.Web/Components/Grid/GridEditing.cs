namespace OperatingModel.Web.Components.Grid;

/// <summary>What may be typed into the cells of a grid.</summary>
/// <param name="Keys">The keys of an entry, each with what the grid draws for it until the page has answered.</param>
/// <param name="Length">The number of keys in one entry.</param>
/// <param name="Cycle">For what a cell shows, what a click, Space or Enter draws next; null when they only select.</param>
/// <param name="Clears">Whether Delete and Backspace empty a cell.</param>
/// <param name="Onward">Where the focus goes after an entry: <c>down</c>, <c>right</c> or <c>stay</c>.</param>
public sealed record GridEditing(
    IReadOnlyDictionary<string, string> Keys,
    int Length = 1,
    IReadOnlyDictionary<string, string>? Cycle = null,
    bool Clears = true,
    string Onward = "down")
{
    /// <summary>Keys that are a whole entry, also in cells that do not apply, each with what the grid draws for it.</summary>
    public IReadOnlyDictionary<string, string> Alone { get; init; } = new Dictionary<string, string>();

    /// <summary>The message for another key, which says what may be typed.</summary>
    public string Taken { get; init; } = "";

    /// <summary>The message that says why a row that sums up others takes no entry.</summary>
    public string OnFixed { get; init; } = "";

    /// <summary>The message that says why a cell that does not apply takes no entry.</summary>
    public string OnAbsent { get; init; } = "";
}

/// <summary>What pasting would do to one cell, in words.</summary>
/// <param name="Name">The name of the capability.</param>
/// <param name="Code">The code of the capability.</param>
/// <param name="Column">The name of the unit or stage.</param>
/// <param name="Before">The value that the cell has.</param>
/// <param name="After">The value that the cell would get.</param>
public sealed record PastedWords(string Name, string Code, string Column, string Before, string After);

/// <summary>An entry for a block of cells between two corners as shown; it leaves out the rows that cannot be edited.</summary>
/// <param name="Text">The typed keys, or <see cref="Cycle"/> or <see cref="Clear"/>.</param>
public sealed record GridEntry(string Text, string FromRow, string FromColumn, string ToRow, string ToColumn)
{
    public const string Cycle = "cycle";
    public const string Clear = "clear";

    /// <summary>Returns the cells of the block.</summary>
    /// <param name="rows">The codes of the rows that may be edited, in the order shown.</param>
    /// <param name="columns">The codes of the columns, in the order shown.</param>
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

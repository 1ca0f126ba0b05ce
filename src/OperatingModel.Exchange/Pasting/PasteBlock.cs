namespace OperatingModel.Exchange.Pasting;

/// <summary>A cell of a pasted block that cannot be used.</summary>
/// <param name="Line">The line in the block, from 1.</param>
/// <param name="Column">The column in the block, from 1.</param>
/// <param name="Place">The name of the cell that it was meant for; empty when that is not known.</param>
public sealed record UnreadCell(int Line, int Column, string Place, string Text, string Reason);

/// <summary>The reading of a cell in a pasted block: a new value, the value that is there already, or the reason why it cannot be read.</summary>
public readonly record struct CellReading<TCell>(TCell? Cell, string? Reason = null)
    where TCell : class
{
    public static CellReading<TCell> Same { get; } = new(null);
}

/// <summary>What a block from a spreadsheet would do to a grid. Reading it stores nothing, and its empty cells change nothing.</summary>
/// <param name="Cells">The cells that would change.</param>
/// <param name="Unread">The cells of the block that cannot be used.</param>
/// <param name="Same">The number of cells that have their value already.</param>
/// <param name="Outside">The number of cells of the block beyond the last row or column.</param>
/// <param name="Refused">Why the block was not read at all; null when it was.</param>
/// <param name="Notes">Sentences about how the block was understood, and what was left out.</param>
/// <param name="MeetsParents">Whether values fell on rows that sum up others, so that the block may have no lines for these.</param>
public sealed record PasteBlock<TCell>(
    IReadOnlyList<TCell> Cells,
    IReadOnlyList<UnreadCell> Unread,
    int Same,
    int Outside,
    string? Refused,
    IReadOnlyList<string> Notes,
    bool MeetsParents)
    where TCell : class
{
    /// <param name="read">Reads a placed text, given what the block has already said of the same cell.</param>
    /// <param name="placeOf">Names the cell of a row and a column.</param>
    public static PasteBlock<TCell> Read(
        GridPaste paste, PasteTarget target, Func<PlacedText, TCell?, CellReading<TCell>> read, Func<string, string, string> placeOf)
    {
        if (paste.Text is null)
        {
            return Refuse($"The block is larger than {GridPaste.MaxLength / 1024 / 1024} MB; paste it in parts.");
        }

        var placed = PastePlacement.Of(ClipboardTable.Read(paste.Text), target, paste);
        if (placed.Refused is { } refused)
        {
            return Refuse(refused);
        }

        var cells = new OrderedDictionary<(string, string), TCell>();
        var same = new HashSet<(string, string)>();
        List<UnreadCell> unread = [.. placed.Unread];
        foreach (var text in placed.Texts)
        {
            switch (read(text, cells.GetValueOrDefault((text.Row, text.ColumnCode))))
            {
                case { Cell: { } cell }:
                    cells[(text.Row, text.ColumnCode)] = cell;
                    break;
                case { Reason: { } reason }:
                    unread.Add(new UnreadCell(text.Line, text.Column, placeOf(text.Row, text.ColumnCode), text.Text, reason));
                    break;
                default:
                    same.Add((text.Row, text.ColumnCode));
                    break;
            }
        }

        same.ExceptWith(cells.Keys);
        return new(
            [.. cells.Values],
            [.. unread.OrderBy(cell => (cell.Line, cell.Column))],
            same.Count,
            placed.Outside,
            null,
            placed.Notes,
            placed.MeetsParents);
    }

    private static PasteBlock<TCell> Refuse(string reason) => new([], [], 0, 0, reason, [], false);
}

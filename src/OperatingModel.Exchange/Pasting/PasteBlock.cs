namespace OperatingModel.Exchange.Pasting;

/// <summary>A cell of a pasted block that cannot be used.</summary>
/// <param name="Line">In the block, from 1.</param>
/// <param name="Column">In the block, from 1.</param>
/// <param name="Place">The cell it would have gone to; empty when there is none.</param>
public sealed record UnreadCell(int Line, int Column, string Place, string Text, string Reason);

/// <summary>What a cell of a pasted block says: something new, what is there already, or nothing that can be read, with the reason.</summary>
public readonly record struct CellReading<TCell>(TCell? Cell, string? Reason = null)
    where TCell : class
{
    public static CellReading<TCell> Same { get; } = new(null);
}

/// <summary>What a block from a spreadsheet would do to a grid; nothing is stored before it is applied. Empty cells are left alone.</summary>
/// <param name="Cells">Cells that would change.</param>
/// <param name="Same">Cells that are so already.</param>
/// <param name="Outside">Cells of the block beyond the last row or column.</param>
/// <param name="Refused">Why the block was not read at all.</param>
/// <param name="Notes">How it was understood, and what of it was passed over.</param>
/// <param name="MeetsParents">Whether values met rows that sum up others, so that the block may have no lines for these.</param>
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
    /// <param name="read">Of a placed text and of what the block says of the same cell already.</param>
    /// <param name="placeOf">The words for a row and a column.</param>
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

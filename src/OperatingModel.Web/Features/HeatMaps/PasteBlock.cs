namespace OperatingModel.Web.Features.HeatMaps;

/// <summary>A cell of a pasted block that cannot be used.</summary>
/// <param name="Line">In the block, from 1.</param>
/// <param name="Column">In the block, from 1.</param>
/// <param name="Place">The cell it would have gone to.</param>
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
public sealed record PasteBlock<TCell>(IReadOnlyList<TCell> Cells, IReadOnlyList<UnreadCell> Unread, int Same, int Outside, string? Refused)
    where TCell : class
{
    /// <param name="rows">Codes of the rows that may be edited, as shown.</param>
    /// <param name="columns">Codes of the columns, as shown.</param>
    /// <param name="read">Of row, column and text.</param>
    /// <param name="placeOf">The words for a row and a column.</param>
    public static PasteBlock<TCell> Read(
        GridPaste paste, IReadOnlyList<string> rows, IReadOnlyList<string> columns, Func<string, string, string, CellReading<TCell>> read, Func<string, string, string> placeOf)
    {
        if (paste.Text is null)
        {
            return new PasteBlock<TCell>([], [], 0, 0, $"The block is larger than {GridPaste.MaxLength / 1024 / 1024} MB; paste it in parts.");
        }

        List<TCell> cells = [];
        List<UnreadCell> unread = [];
        var (same, outside) = (0, 0);
        var (top, left) = (rows.ToList().IndexOf(paste.Row), columns.ToList().IndexOf(paste.Column));
        var table = ClipboardTable.Read(paste.Text);
        for (var line = 0; line < table.Count; line++)
        {
            for (var column = 0; column < table[line].Count; column++)
            {
                var text = table[line][column];
                if (text.Length == 0)
                {
                    continue;
                }

                if (top < 0 || left < 0 || top + line >= rows.Count || left + column >= columns.Count)
                {
                    outside++;
                    continue;
                }

                var (row, at) = (rows[top + line], columns[left + column]);
                switch (read(row, at, text))
                {
                    case { Cell: { } cell }:
                        cells.Add(cell);
                        break;
                    case { Reason: { } reason }:
                        unread.Add(new UnreadCell(line + 1, column + 1, placeOf(row, at), text, reason));
                        break;
                    default:
                        same++;
                        break;
                }
            }
        }

        return new PasteBlock<TCell>(cells, unread, same, outside, null);
    }
}

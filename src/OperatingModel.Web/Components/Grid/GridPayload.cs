using System.Buffers.Binary;

namespace OperatingModel.Web.Components.Grid;

/// <summary>
/// Writes the cells of the grid as bytes: one byte (or two) per cell, whose highest bit marks a hidden hot spot; if any cell is only partly
/// assessed, two bits for each cell with a value; then the few cells whose colour differs from that of their rounded value.
/// 1,500 × 60 cells take less than 100 KB as sent. <c>wwwroot/heat-grid/payload.js</c> reads them.
/// </summary>
internal static class GridPayload
{
    private const byte Magic = 3;
    private const int Shades = 5;

    /// <summary>Writes the whole grid, row by row.</summary>
    public static byte[] Cells(int rows, int columns, ReadOnlySpan<GridCell> cells, GridScale scale)
    {
        var width = scale.Wide ? 2 : 1;
        using var bytes = new MemoryStream(16 + (cells.Length * width));
        Span<byte> head = stackalloc byte[12];
        head[0] = Magic;
        head[1] = (byte)width;
        head[2] = (byte)(AnyIsPartlyKnown(cells) ? 1 : 0);
        BinaryPrimitives.WriteInt32LittleEndian(head[4..], rows);
        BinaryPrimitives.WriteInt32LittleEndian(head[8..], columns);
        bytes.Write(head);
        var exceptions = new List<int>();
        for (var i = 0; i < cells.Length; i++)
        {
            WriteValue(bytes, cells[i], scale);
            if (cells[i].State == GridState.Value && cells[i].Shade != scale.ShadeOf(Rounded(cells[i].Value, scale) * scale.Factor))
            {
                exceptions.Add(i);
            }
        }

        if (head[2] == 1)
        {
            WriteUnknown(bytes, cells);
        }

        WriteVarint(bytes, exceptions.Count);
        var previous = 0;
        foreach (var index in exceptions)
        {
            WriteVarint(bytes, ((index - previous) * Shades) + cells[index].Shade);
            previous = index;
        }

        return bytes.ToArray();
    }

    /// <summary>Writes only the given cells, by ascending index (row × columns + column).</summary>
    public static byte[] Patch(IReadOnlyList<(int Index, GridCell Cell)> cells, GridScale scale)
    {
        using var bytes = new MemoryStream();
        WriteVarint(bytes, cells.Count);
        var previous = 0;
        foreach (var (index, cell) in cells)
        {
            WriteVarint(bytes, index - previous);
            previous = index;
            WriteValue(bytes, cell, scale);
            bytes.WriteByte((byte)(cell.Shade | (cell.Unknown << 4)));
        }

        return bytes.ToArray();
    }

    private static bool AnyIsPartlyKnown(ReadOnlySpan<GridCell> cells)
    {
        foreach (var cell in cells)
        {
            if (cell.Unknown > 0)
            {
                return true;
            }
        }

        return false;
    }

    // Each byte holds four cells with a value, the first in the lowest bits.
    private static void WriteUnknown(Stream bytes, ReadOnlySpan<GridCell> cells)
    {
        var (part, bits) = (0, 0);
        foreach (var cell in cells)
        {
            if (cell.State == GridState.Value)
            {
                part |= cell.Unknown << bits;
                bits += 2;
                if (bits == 8)
                {
                    bytes.WriteByte((byte)part);
                    (part, bits) = (0, 0);
                }
            }
        }

        if (bits > 0)
        {
            bytes.WriteByte((byte)part);
        }
    }

    private static void WriteValue(Stream bytes, GridCell cell, GridScale scale)
    {
        // The three highest codes stand for cells without a value.
        var peak = scale.Wide ? 1 << 15 : 1 << 7;
        var code = cell.State switch
        {
            GridState.NotLinked => peak - 3,
            GridState.NotApplicable => peak - 2,
            GridState.Unknown => peak - 1,
            _ => Math.Clamp(Rounded(cell.Value, scale), 0, peak - 4),
        };
        code |= cell.Peak ? peak : 0;
        bytes.WriteByte((byte)code);
        if (scale.Wide)
        {
            bytes.WriteByte((byte)(code >> 8));
        }
    }

    /// <summary>Returns a cell that shows a category.</summary>
    internal static GridCell Of(int category, GridScale scale, bool peak = false) => new(GridState.Value, category, scale.ShadeOf(category), peak);

    private static int Rounded(double value, GridScale scale) => (int)Math.Round(value / scale.Factor, MidpointRounding.AwayFromZero);

    private static void WriteVarint(Stream bytes, int value)
    {
        var rest = (uint)value;
        for (; rest >= 0x80; rest >>= 7)
        {
            bytes.WriteByte((byte)(rest | 0x80));
        }

        bytes.WriteByte((byte)rest);
    }
}

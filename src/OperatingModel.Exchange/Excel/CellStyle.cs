namespace OperatingModel.Exchange.Excel;

internal enum CellAlignment
{
    Left,
    Centre,
    Right,
}

/// <summary>How a cell looks. Colours are six hexadecimal digits.</summary>
internal sealed record CellStyle
{
    public static CellStyle Default { get; } = new();

    /// <summary>Text stays text, even when a formula is typed over it. A blank keeps it away from a number at its left.</summary>
    public static CellStyle Text { get; } = new() { Format = TextFormat, Alignment = CellAlignment.Left, Indent = 1 };

    public const string TextFormat = "@";
    public const string WholeFormat = "0";
    public const string DateFormat = "yyyy\\-mm\\-dd";

    /// <summary>Number format in Excel's own words.</summary>
    public string Format { get; init; } = "General";

    public string? Fill { get; init; }

    /// <summary>Diagonal hatch: unknown.</summary>
    public bool Hatched { get; init; }

    public string Ink { get; init; } = HeatColours.Ink;

    public bool Bold { get; init; }

    /// <summary>In points.</summary>
    public double Size { get; init; } = 10;

    /// <summary>Long text goes on in the next line.</summary>
    public bool Wrap { get; init; }

    /// <summary>Absent: numbers at the right, text at the left.</summary>
    public CellAlignment? Alignment { get; init; }

    /// <summary>Blanks between the edge and an aligned text.</summary>
    public int Indent { get; init; }

    /// <summary>A number format with thousands separators and this many decimals.</summary>
    public static string NumberFormat(int decimals) => decimals == 0 ? "#,##0" : $"#,##0.{new string('0', decimals)}";

    public static string PercentFormat(int decimals) => decimals == 0 ? "0%" : $"0.{new string('0', decimals)}%";
}

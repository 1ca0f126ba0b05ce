using OperatingModel.Domain.HeatMaps;
using OperatingModel.Exchange.Tables;

namespace OperatingModel.Exchange.Excel;

/// <summary>
/// A table as a sheet: header in sight and with filters, numbers with every digit behind their format, heat in colour, unknown hatched.
/// </summary>
internal static class TableSheet
{
    private const double LineHeight = 13.5;

    // A width counts in zeros, and letters are narrower.
    private const double LettersPerZero = 1.2;
    private const int MostHeaderLines = 6;
    private const double RoomForFilter = 2.5;
    private const double MostForWord = 40;

    public static CellStyle Header { get; } =
        CellStyle.Text with
        {
            Fill = HeatColours.HeaderFill,
            Ink = HeatColours.HeaderInk,
            Bold = true,
            Wrap = true,
        };

    public static CellStyle Shaded(CellStyle style, HeatBand band) => style with { Fill = HeatColours.FillOf(band), Ink = HeatColours.InkOn(band) };

    /// <param name="frozenColumns">Columns that stay in sight.</param>
    public static WorkbookSheet Of<TRow>(string name, IReadOnlyList<TableColumn<TRow>> columns, IEnumerable<TRow> rows, int frozenColumns)
    {
        var layout = new SheetLayout([.. columns.Select(WidthOf)]) { FrozenRows = 1, FrozenColumns = frozenColumns, Filter = true };
        return new WorkbookSheet(name, layout, sheet =>
        {
            WriteHeader(sheet, columns);
            ColumnStyles<TRow>[] styles = [.. columns.Select(column => new ColumnStyles<TRow>(column, sheet.Styles))];
            foreach (var row in rows)
            {
                sheet.BeginRow();
                foreach (var column in styles)
                {
                    column.Write(sheet, row);
                }

                sheet.EndRow();
            }
        });
    }

    private static void WriteHeader<TRow>(SheetWriter sheet, IReadOnlyList<TableColumn<TRow>> columns)
    {
        var lines = columns.Max(column => LinesOf(column.Header, WidthOf(column) * LettersPerZero));
        sheet.BeginRow(LineHeight * Math.Min(lines, MostHeaderLines));
        foreach (var column in columns)
        {
            sheet.Text(column.Header, sheet.Styles.Of(HeaderOf(column.Kind)));
        }

        sheet.EndRow();
    }

    // A word that a column is too narrow for would be broken anywhere. Headers are bold, and the button of the filter stands in the same cell.
    private static double WidthOf<TRow>(TableColumn<TRow> column) =>
        Math.Max(column.Width, Math.Min(MostForWord, column.Header.Split(' ', '-').Max(word => word.Length) + RoomForFilter));

    // A header stands where its values stand.
    private static CellStyle HeaderOf(ColumnKind kind) => kind switch
    {
        ColumnKind.Whole or ColumnKind.Number or ColumnKind.Percent or ColumnKind.Date => Header with { Alignment = CellAlignment.Right, Indent = 0 },
        ColumnKind.YesNo => Header with { Alignment = CellAlignment.Centre, Indent = 0 },
        _ => Header,
    };

    // Not every program makes a row higher for text it wraps when it opens a file.
    private static int LinesOf(string text, double width)
    {
        var (lines, used) = (1, 0);
        foreach (var word in text.Split(' ', '-'))
        {
            if (used > 0 && used + word.Length > width)
            {
                (lines, used) = (lines + 1, 0);
            }

            used += word.Length + 1;
            lines += (int)(word.Length / width);
        }

        return lines;
    }

    /// <summary>A column with the styles its cells can have.</summary>
    private sealed class ColumnStyles<TRow>(TableColumn<TRow> column, StyleBook styles)
    {
        private readonly CellStyle _style = StyleOf(column);
        private readonly int[] _shaded = new int[Enum.GetValues<HeatBand>().Length];
        private int? _plain;
        private int? _unknown;

        public void Write(SheetWriter sheet, TRow row)
        {
            var value = column.ValueOf(row);
            switch (value.Content)
            {
                case null when value.IsUnknown:
                    sheet.Blank(_unknown ??= styles.Of(_style with { Hatched = true }));
                    break;
                case null:
                    sheet.Skip();
                    break;
                case string text:
                    sheet.Text(text, StyleFor(row));
                    break;
                case IReadOnlyList<string> texts:
                    sheet.Text(column.Joined(texts), StyleFor(row));
                    break;
                case bool answer:
                    sheet.Text(answer ? "Yes" : "No", StyleFor(row));
                    break;
                case int whole:
                    sheet.Whole(whole, StyleFor(row));
                    break;
                case double number:
                    sheet.Number(number, StyleFor(row));
                    break;
                case DateOnly date:
                    sheet.Date(date, StyleFor(row));
                    break;
                default:
                    throw new ArgumentException($"A table cannot hold a {value.Content.GetType()}.", nameof(row));
            }
        }

        private int StyleFor(TRow row)
        {
            if (column.ShadeOf?.Invoke(row) is not { } band)
            {
                return _plain ??= styles.Of(_style);
            }

            // Style 0 is the default one, so that 0 means "not asked for yet" here.
            ref var shaded = ref _shaded[(int)band];
            return shaded == 0 ? shaded = styles.Of(Shaded(_style, band)) : shaded;
        }

        private static CellStyle StyleOf(TableColumn<TRow> column) => column.Kind switch
        {
            ColumnKind.Whole => CellStyle.Default with { Format = CellStyle.WholeFormat },
            ColumnKind.Number => CellStyle.Default with { Format = CellStyle.NumberFormat(column.Decimals) },
            ColumnKind.Percent => CellStyle.Default with { Format = CellStyle.PercentFormat(column.Decimals) },
            ColumnKind.Date => CellStyle.Default with { Format = CellStyle.DateFormat },
            ColumnKind.YesNo => CellStyle.Text with { Alignment = CellAlignment.Centre, Indent = 0 },
            _ => CellStyle.Text,
        };
    }
}

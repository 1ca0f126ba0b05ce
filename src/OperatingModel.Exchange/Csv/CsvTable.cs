using System.Globalization;
using CsvHelper;
using OperatingModel.Exchange.Tables;

namespace OperatingModel.Exchange.Csv;

/// <summary>
/// Writes a table as csv: RFC 4180 with CRLF, one header row with the stable names, dates in ISO form, the separator and the decimal
/// sign of a <see cref="CsvForm"/>, shares as fractions of 1. Unknown and nothing are empty. UTF-8 with a byte order mark: without it
/// Excel takes the file for its local code page, and other readers pass over it.
/// </summary>
internal static class CsvTable
{
    // The library's own guard against formulas knows neither full-width signs nor what stands after a separator: see CsvText.
    private static readonly CsvWriterOptions Options = new() { WriteByteOrderMark = true, Quoting = CsvQuoting.WhenNeededOrWhitespace };

    public static void Write<TRow>(Stream stream, CsvForm form, IReadOnlyList<TableColumn<TRow>> columns, IEnumerable<TRow> rows)
    {
        using var csv = CsvWriter.Create(stream, Options with { Separator = form.Separator }, leaveOpen: true);
        foreach (var column in columns)
        {
            csv.WriteField(CsvText.Of(column.Path, form.Separator));
        }

        csv.EndRecord();
        foreach (var row in rows)
        {
            foreach (var column in columns)
            {
                csv.WriteField(FieldOf(column, column.ValueOf(row).Content, form));
            }

            csv.EndRecord();
        }
    }

    private static string FieldOf<TRow>(TableColumn<TRow> column, object? content, CsvForm form) => content switch
    {
        null => "",
        string text => CsvText.Of(text, form.Separator),
        IReadOnlyList<string> texts => CsvText.Of(column.Joined(texts), form.Separator),
        bool answer => answer ? "true" : "false",
        int whole => whole.ToString(CultureInfo.InvariantCulture),
        double number => NumberOf(number, form),
        DateOnly day => IsoText.Of(day),
        _ => throw new ArgumentException($"A table cannot hold a {content.GetType()}.", nameof(content)),
    };

    // Ten decimals hide the noise of binary fractions and nothing else.
    private static string NumberOf(double number, CsvForm form) =>
        number.ToString("0.##########", form.Numbers) is var text && text == "-0" ? "0" : text;
}

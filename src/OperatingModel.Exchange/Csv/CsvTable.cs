using System.Globalization;
using CsvHelper;
using OperatingModel.Exchange.Tables;

namespace OperatingModel.Exchange.Csv;

/// <summary>
/// Writes a table as csv: RFC 4180 with commas and CRLF, one header row with the stable names, dates in ISO form, a dot as the
/// decimal sign whatever the culture, shares as fractions of 1. Unknown and nothing are empty. UTF-8 with a byte order mark:
/// without it Excel takes the file for its local code page, and other readers pass over it.
/// </summary>
internal static class CsvTable
{
    // The library's own guard against formulas knows neither full-width signs nor what stands after a separator: see CsvText.
    private static readonly CsvWriterOptions Form = new() { WriteByteOrderMark = true, Quoting = CsvQuoting.WhenNeededOrWhitespace };

    public static void Write<TRow>(Stream stream, IReadOnlyList<TableColumn<TRow>> columns, IEnumerable<TRow> rows)
    {
        using var csv = CsvWriter.Create(stream, Form, leaveOpen: true);
        foreach (var column in columns)
        {
            csv.WriteField(CsvText.Of(column.Path));
        }

        csv.EndRecord();
        foreach (var row in rows)
        {
            foreach (var column in columns)
            {
                csv.WriteField(FieldOf(column.ValueOf(row).Content));
            }

            csv.EndRecord();
        }
    }

    private static string FieldOf(object? content) => content switch
    {
        null => "",
        string text => CsvText.Of(text),
        IReadOnlyList<string> texts => CsvText.Of(PlainText.Join(texts)),
        bool answer => answer ? "true" : "false",
        int whole => whole.ToString(CultureInfo.InvariantCulture),
        double number => NumberOf(number),
        DateOnly day => IsoText.Of(day),
        _ => throw new ArgumentException($"A table cannot hold a {content.GetType()}.", nameof(content)),
    };

    // Ten decimals hide the noise of binary fractions and nothing else.
    private static string NumberOf(double number) => number.ToString("0.##########", CultureInfo.InvariantCulture) is var text && text == "-0" ? "0" : text;
}

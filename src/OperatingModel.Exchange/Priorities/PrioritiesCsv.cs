using System.Globalization;
using OperatingModel.Exchange.Csv;

namespace OperatingModel.Exchange.Priorities;

/// <summary>
/// Funding priorities as csv (UTF-8 with byte order mark): one header row of stable names, one row per capability, shares as fractions
/// of 1. A column per stage and business unit is named like the member of the json file, <c>priorityByStage.BOOK</c>. The last columns
/// say in every row which model, day, weights, filter and line it belongs to. Text that a spreadsheet could take for a formula has an
/// apostrophe before it.
/// </summary>
/// <remarks>
/// Where people write a decimal comma, cells are parted by semicolons and numbers have that comma, so that their spreadsheets open the
/// file in columns; everywhere else, and for programs, it is RFC 4180 with commas and decimal dots.
/// </remarks>
public static class PrioritiesCsv
{
    public const string ContentType = "text/csv; charset=utf-8";

    /// <param name="culture">Of the person whose spreadsheet will open it.</param>
    public static void Write(PriorityExport export, Stream stream, CultureInfo culture) =>
        CsvTable.Write(stream, CsvForm.Of(culture), [.. export.Columns, .. PriorityColumns.Circumstances(export)], export.Rows());
}

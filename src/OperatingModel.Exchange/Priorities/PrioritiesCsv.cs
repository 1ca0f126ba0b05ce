using OperatingModel.Exchange.Csv;

namespace OperatingModel.Exchange.Priorities;

/// <summary>
/// Funding priorities as csv (RFC 4180, UTF-8 with byte order mark): one header row of stable names, one row per capability,
/// shares as fractions of 1. A column per stage and business unit is named like the member of the json file,
/// <c>priorityByStage.BOOK</c>. Text that a spreadsheet could take for a formula has an apostrophe before it.
/// </summary>
public static class PrioritiesCsv
{
    public const string ContentType = "text/csv; charset=utf-8";

    public static void Write(PriorityExport export, Stream stream) => CsvTable.Write(stream, export.Columns, export.Rows());
}

using OperatingModel.Exchange.Excel;
using OperatingModel.Exchange.Tables;

namespace OperatingModel.Exchange.Priorities;

/// <summary>Funding priorities as a workbook: the ranking with its colours, and a legend that says what it rests on.</summary>
public static class PrioritiesXlsx
{
    public const string ContentType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    public const string SheetName = "Priorities";

    public static void Write(PriorityExport export, Stream stream)
    {
        var meta = export.Model.Meta;
        var properties = new WorkbookProperties(
            $"Funding priorities: {meta.Name}", $"{meta.Code}, revision {export.Model.Revision}, as of {IsoText.Of(export.Model.AsOf)}", export.ExportedBy, export.ExportedAt);
        WorkbookFile.Write(stream, properties, TableSheet.Of(SheetName, export.Columns, export.Rows(), PriorityColumns.Leading), PriorityLegend.Of(export));
    }
}

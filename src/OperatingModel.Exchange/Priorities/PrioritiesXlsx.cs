using OperatingModel.Exchange.Excel;
using OperatingModel.Exchange.Tables;

namespace OperatingModel.Exchange.Priorities;

/// <summary>Funding priorities as a workbook: the ranking with its colours, and a legend that says what it rests on.</summary>
public static class PrioritiesXlsx
{
    public const string ContentType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /// <summary>Of the sheet with the ranking under the model's own weights.</summary>
    public const string SheetName = "Priorities";

    /// <summary>The same under others.</summary>
    public const string WhatIfSheetName = "Priorities (what-if)";

    public static void Write(PriorityExport export, Stream stream)
    {
        var meta = export.Model.Meta;
        var properties = new WorkbookProperties(
            $"{PriorityLegend.TitleOf(export)}: {meta.Name}",
            $"{meta.Code}, revision {export.Model.Revision}, as of {IsoText.Of(export.Model.AsOf)}",
            export.ExportedBy,
            export.ExportedAt);
        var name = export.IsWhatIf ? WhatIfSheetName : SheetName;
        WorkbookFile.Write(
            stream,
            properties,
            TableSheet.Of(name, export.Columns, export.Rows(), PriorityColumns.Leading),
            PriorityLegend.Of(export));
    }
}

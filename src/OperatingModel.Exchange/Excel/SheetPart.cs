using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Spreadsheet;

namespace OperatingModel.Exchange.Excel;

/// <summary>Writes one sheet: what comes before its cells, the cells, what comes after, in the order the format asks for.</summary>
internal static class SheetPart
{
    private const uint PaperA3 = 8;
    private const uint PaperA4 = 9;

    /// <param name="index">Place of the sheet in the workbook, from 0.</param>
    /// <returns>The names the workbook has to define for it.</returns>
    public static IReadOnlyList<DefinedName> Write(OpenXmlWriter xml, WorkbookSheet sheet, int index, StyleBook styles)
    {
        var layout = sheet.Layout;
        xml.WriteStartElement(new Worksheet());
        if (layout.FitToWidth)
        {
            xml.WriteElement(new SheetProperties(new PageSetupProperties { FitToPage = true }));
        }

        xml.WriteElement(new SheetViews(ViewOf(layout, index)));
        xml.WriteElement(new SheetFormatProperties { DefaultRowHeight = 15 });
        xml.WriteElement(
            new Columns(
                layout.Widths.Select(
                    (width, i) =>
                        new Column
                        {
                            Min = (uint)i + 1,
                            Max = (uint)i + 1,
                            Width = width,
                            CustomWidth = true,
                        })));
        xml.WriteStartElement(new SheetData());
        var cells = new SheetWriter(xml, styles);
        sheet.Write(cells);
        xml.WriteEndElement();
        if (layout.Filter)
        {
            xml.WriteElement(new AutoFilter { Reference = FilterArea(layout, cells) });
        }

        xml.WriteElement(new PageMargins { Left = 0.4, Right = 0.4, Top = 0.5, Bottom = 0.6, Header = 0.3, Footer = 0.3 });
        xml.WriteElement(PageOf(layout));
        xml.WriteElement(new HeaderFooter(new OddFooter("&L&A&RPage &P of &N")));
        xml.WriteEndElement();
        return NamesOf(sheet, index, cells);
    }

    private static SheetView ViewOf(SheetLayout layout, int index)
    {
        var view = new SheetView { WorkbookViewId = 0 };
        if (index == 0)
        {
            view.TabSelected = true;
        }

        if (layout is not ({ FrozenRows: > 0 } or { FrozenColumns: > 0 }))
        {
            return view;
        }

        var pane = (layout.FrozenColumns > 0, layout.FrozenRows > 0) switch
        {
            (true, true) => PaneValues.BottomRight,
            (true, false) => PaneValues.TopRight,
            _ => PaneValues.BottomLeft,
        };
        view.Append(
            new Pane
            {
                HorizontalSplit = layout.FrozenColumns > 0 ? layout.FrozenColumns : null,
                VerticalSplit = layout.FrozenRows > 0 ? layout.FrozenRows : null,
                TopLeftCell = $"{SheetWriter.LettersOf(layout.FrozenColumns + 1)}{layout.FrozenRows + 1}",
                ActivePane = pane,
                State = PaneStateValues.Frozen,
            },
            new Selection { Pane = pane });
        return view;
    }

    private static PageSetup PageOf(SheetLayout layout) => layout.FitToWidth
        ? new PageSetup { PaperSize = PaperA4, Orientation = OrientationValues.Landscape, FitToWidth = 1, FitToHeight = 0 }
        : new PageSetup { PaperSize = PaperA3, Orientation = OrientationValues.Landscape };

    private static List<DefinedName> NamesOf(WorkbookSheet sheet, int index, SheetWriter cells)
    {
        var (layout, names) = (sheet.Layout, new List<DefinedName>());
        if (layout.Filter)
        {
            names.Add(
                new DefinedName($"'{sheet.Name}'!{FilterArea(layout, cells, "$")}")
                {
                    Name = "_xlnm._FilterDatabase",
                    LocalSheetId = (uint)index,
                    Hidden = true,
                });
        }

        List<string> titles = [];
        if (layout.FrozenColumns > 0)
        {
            titles.Add($"'{sheet.Name}'!$A:${SheetWriter.LettersOf(layout.FrozenColumns)}");
        }

        if (layout.FrozenRows > 0)
        {
            titles.Add($"'{sheet.Name}'!$1:${layout.FrozenRows}");
        }

        if (titles.Count > 0)
        {
            names.Add(new DefinedName(string.Join(',', titles)) { Name = "_xlnm.Print_Titles", LocalSheetId = (uint)index });
        }

        return names;
    }

    private static string FilterArea(SheetLayout layout, SheetWriter cells, string fix = "") =>
        $"{fix}A{fix}{Math.Max(layout.FrozenRows, 1)}:{fix}{SheetWriter.LettersOf(cells.ColumnCount)}{fix}{cells.RowCount}";
}

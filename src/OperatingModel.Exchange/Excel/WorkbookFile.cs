using System.Buffers;
using System.IO.Compression;
using System.Xml.Linq;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Spreadsheet;

namespace OperatingModel.Exchange.Excel;

/// <summary>One sheet of a workbook.</summary>
/// <param name="Name">1..31 characters, none of <c>[ ] : * ? / \</c> and no apostrophe.</param>
/// <param name="Write">Writes the cells; called once.</param>
internal sealed record WorkbookSheet(string Name, SheetLayout Layout, Action<SheetWriter> Write);

/// <summary>
/// Writes workbooks (xlsx) as a stream, part by part. The package classes of the library are not used for that: they keep whole
/// parts in memory and put the clock and random names into the file, so that the same content would never give the same bytes.
/// </summary>
internal static class WorkbookFile
{
    private const int LongestSheetName = 31;

    private static readonly SearchValues<char> NotInNames = SearchValues.Create("[]:*?/\\'");

    // The earliest moment a zip knows; when the workbook was made stands in its properties.
    private static readonly DateTimeOffset EntryTime = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static void Write(Stream stream, WorkbookProperties properties, params IReadOnlyList<WorkbookSheet> sheets)
    {
        using var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true);
        var styles = new StyleBook();
        var names = new List<DefinedName>();
        WritePart(zip, "[Content_Types].xml", WorkbookParts.ContentTypes(sheets.Count));
        WritePart(zip, "_rels/.rels", WorkbookParts.PackageRelations());
        WritePart(zip, "docProps/core.xml", WorkbookParts.CoreProperties(properties));
        WritePart(zip, "docProps/app.xml", WorkbookParts.Program());
        WritePart(zip, "xl/_rels/workbook.xml.rels", WorkbookParts.WorkbookRelations(sheets.Count));
        for (var i = 0; i < sheets.Count; i++)
        {
            var sheet = Checked(sheets[i]);
            WritePart(zip, $"xl/{WorkbookParts.SheetPath(i + 1)}", xml => names.AddRange(SheetPart.Write(xml, sheet, i, styles)));
        }

        WritePart(zip, "xl/styles.xml", xml => xml.WriteElement(styles.ToStylesheet()));
        WritePart(zip, "xl/workbook.xml", xml => xml.WriteElement(WorkbookOf(sheets, names)));
    }

    private static Workbook WorkbookOf(IReadOnlyList<WorkbookSheet> sheets, List<DefinedName> names)
    {
        var workbook = new Workbook(
            new BookViews(new WorkbookView()),
            new Sheets(sheets.Select((sheet, i) => new Sheet { Name = sheet.Name, SheetId = (uint)i + 1, Id = WorkbookParts.SheetRelation(i + 1) })));
        if (names.Count > 0)
        {
            workbook.Append(new DefinedNames(names));
        }

        return workbook;
    }

    private static WorkbookSheet Checked(WorkbookSheet sheet) =>
        sheet.Name.Length is > 0 and <= LongestSheetName && !sheet.Name.AsSpan().ContainsAny(NotInNames)
            ? sheet
            : throw new ArgumentException($"Excel does not take \"{sheet.Name}\" as the name of a sheet.", nameof(sheet));

    private static void WritePart(ZipArchive zip, string path, Action<OpenXmlWriter> write)
    {
        using var part = NewPart(zip, path);
        using var xml = OpenXmlWriter.Create(part);
        xml.WriteStartDocument(true);
        write(xml);
    }

    private static void WritePart(ZipArchive zip, string path, XElement content)
    {
        using var part = NewPart(zip, path);
        content.Save(part, SaveOptions.DisableFormatting);
    }

    private static Stream NewPart(ZipArchive zip, string path)
    {
        var entry = zip.CreateEntry(path, CompressionLevel.Fastest);
        entry.LastWriteTime = EntryTime;
        return entry.Open();
    }
}

using System.Xml.Linq;
using OperatingModel.Exchange.Tables;

namespace OperatingModel.Exchange.Excel;

/// <summary>What a workbook says about itself.</summary>
/// <param name="Created">The moment it was made.</param>
internal sealed record WorkbookProperties(string Title, string Subject, string Creator, DateTimeOffset Created);

/// <summary>The parts of a workbook that hold it together (Open Packaging Conventions).</summary>
internal static class WorkbookParts
{
    private const string OfficeRelations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string PackageMetadata = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties";
    private const string SpreadsheetTypes = "application/vnd.openxmlformats-officedocument.spreadsheetml";

    private static readonly XNamespace Types = "http://schemas.openxmlformats.org/package/2006/content-types";
    private static readonly XNamespace Relations = "http://schemas.openxmlformats.org/package/2006/relationships";
    private static readonly XNamespace Core = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties";
    private static readonly XNamespace Dublin = "http://purl.org/dc/elements/1.1/";
    private static readonly XNamespace DublinTerms = "http://purl.org/dc/terms/";
    private static readonly XNamespace Instance = "http://www.w3.org/2001/XMLSchema-instance";
    private static readonly XNamespace Extended = "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties";

    /// <param name="sheet">From 1.</param>
    public static string SheetPath(int sheet) => $"worksheets/sheet{sheet}.xml";

    /// <param name="sheet">From 1.</param>
    public static string SheetRelation(int sheet) => $"sheet{sheet}";

    public static XElement ContentTypes(int sheets) => new(
        Types + "Types",
        Default("rels", "application/vnd.openxmlformats-package.relationships+xml"),
        Default("xml", "application/xml"),
        Override("xl/workbook.xml", $"{SpreadsheetTypes}.sheet.main+xml"),
        Override("xl/styles.xml", $"{SpreadsheetTypes}.styles+xml"),
        Enumerable.Range(1, sheets).Select(sheet => Override($"xl/{SheetPath(sheet)}", $"{SpreadsheetTypes}.worksheet+xml")),
        Override("docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml"),
        Override("docProps/app.xml", "application/vnd.openxmlformats-officedocument.extended-properties+xml"));

    public static XElement PackageRelations() => new(
        Relations + "Relationships",
        Relation("workbook", $"{OfficeRelations}/officeDocument", "xl/workbook.xml"),
        Relation("core", PackageMetadata, "docProps/core.xml"),
        Relation("program", $"{OfficeRelations}/extended-properties", "docProps/app.xml"));

    public static XElement WorkbookRelations(int sheets) => new(
        Relations + "Relationships",
        Enumerable.Range(1, sheets).Select(sheet => Relation(SheetRelation(sheet), $"{OfficeRelations}/worksheet", SheetPath(sheet))),
        Relation("styles", $"{OfficeRelations}/styles", "styles.xml"));

    public static XElement CoreProperties(WorkbookProperties properties) => new(
        Core + "coreProperties",
        new XAttribute(XNamespace.Xmlns + "dc", Dublin),
        new XAttribute(XNamespace.Xmlns + "dcterms", DublinTerms),
        new XAttribute(XNamespace.Xmlns + "xsi", Instance),
        new XElement(Dublin + "title", PlainText.Clean(properties.Title)),
        new XElement(Dublin + "subject", PlainText.Clean(properties.Subject)),
        new XElement(Dublin + "creator", PlainText.Clean(properties.Creator)),
        Moment("created", properties.Created),
        Moment("modified", properties.Created));

    public static XElement Program() => new(Extended + "Properties", new XElement(Extended + "Application", nameof(OperatingModel)));

    private static XElement Default(string extension, string type) =>
        new(Types + "Default", new XAttribute("Extension", extension), new XAttribute("ContentType", type));

    private static XElement Override(string path, string type) =>
        new(Types + "Override", new XAttribute("PartName", $"/{path}"), new XAttribute("ContentType", type));

    private static XElement Relation(string id, string type, string target) =>
        new(Relations + "Relationship", new XAttribute("Id", id), new XAttribute("Type", type), new XAttribute("Target", target));

    private static XElement Moment(string name, DateTimeOffset moment) => new(
        DublinTerms + name,
        new XAttribute(Instance + "type", "dcterms:W3CDTF"),
        IsoText.Of(moment));
}

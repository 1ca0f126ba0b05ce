using System.Globalization;
using System.IO.Compression;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace OperatingModel.Exchange.Tests.Excel;

/// <summary>One cell as it stands in the file.</summary>
/// <param name="Type">The t attribute; null for a number or an empty cell.</param>
/// <param name="Number">As written.</param>
internal sealed record RawCell(string Reference, string? Type, string? Text, string? Number, RawStyle Style)
{
    public bool IsEmpty => Text is null && Number is null;

    public double Value => double.Parse(Number!, NumberStyles.Float, CultureInfo.InvariantCulture);
}

/// <summary>What a cell looks like.</summary>
/// <param name="Fill">Colour of a solid fill or of the lines of a pattern; null without.</param>
internal sealed record RawStyle(string Format, string Pattern, string? Fill, string Ink, bool Bold);

/// <summary>Reads a workbook straight from the zip and its xml, without the library that wrote it.</summary>
internal sealed partial class RawWorkbook
{
    private static readonly XNamespace Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    private static readonly Dictionary<int, string> BuiltInFormats = new() { [0] = "General", [1] = "0", [3] = "#,##0", [9] = "0%", [49] = "@" };

    private readonly Dictionary<string, XDocument> _parts = [];

    public RawWorkbook(byte[] bytes)
    {
        using var zip = new ZipArchive(new MemoryStream(bytes), ZipArchiveMode.Read);
        foreach (var entry in zip.Entries)
        {
            using var part = entry.Open();
            _parts.Add(entry.FullName, XDocument.Load(part));
        }

        var styles = Styles();
        Sheets =
        [
            .. Part("xl/workbook.xml")
                .Descendants(Main + "sheet")
                .Select((sheet, i) => new RawSheet((string)sheet.Attribute("name")!, Part($"xl/worksheets/sheet{i + 1}.xml"), styles)),
        ];
    }

    public IReadOnlyList<RawSheet> Sheets { get; }

    public IEnumerable<string> Parts => _parts.Keys;

    public XDocument Part(string path) => _parts[path];

    public RawSheet this[string sheet] => Sheets.Single(s => s.Name == sheet);

    /// <summary>Elements of this local name anywhere in the file.</summary>
    public IEnumerable<XElement> Elements(string name) =>
        _parts.Values.SelectMany(part => part.Descendants()).Where(element => element.Name.LocalName == name);

    /// <summary>A text as Excel reads it: _x0041_ stands for the character 0x41.</summary>
    public static string Decoded(string text) =>
        Escape().Replace(text, match => ((char)int.Parse(match.Groups[1].Value, NumberStyles.HexNumber, CultureInfo.InvariantCulture)).ToString());

    private RawStyle[] Styles()
    {
        var sheet = Part("xl/styles.xml").Root!;
        var formats = sheet
            .Descendants(Main + "numFmt")
            .ToDictionary(format => (int)format.Attribute("numFmtId")!, format => (string)format.Attribute("formatCode")!);
        var fonts = sheet.Element(Main + "fonts")!.Elements().ToArray();
        var fills = sheet.Element(Main + "fills")!.Elements().Select(fill => fill.Element(Main + "patternFill")!).ToArray();
        return
        [
            .. sheet.Element(Main + "cellXfs")!.Elements().Select(xf =>
            {
                var (format, font, fill) = ((int)xf.Attribute("numFmtId")!, fonts[(int)xf.Attribute("fontId")!], fills[(int)xf.Attribute("fillId")!]);
                return new RawStyle(
                    formats.GetValueOrDefault(format) ?? BuiltInFormats[format],
                    (string)fill.Attribute("patternType")!,
                    (string?)fill.Element(Main + "fgColor")?.Attribute("rgb"),
                    (string)font.Element(Main + "color")!.Attribute("rgb")!,
                    font.Element(Main + "b") is not null);
            }),
        ];
    }

    [GeneratedRegex("_x([0-9A-Fa-f]{4})_")]
    private static partial Regex Escape();
}

/// <summary>One sheet as it stands in the file.</summary>
internal sealed class RawSheet
{
    private static readonly XNamespace Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    private readonly Dictionary<string, RawCell> _cells;

    public RawSheet(string name, XDocument part, RawStyle[] styles)
    {
        (Name, Part) = (name, part);
        Rows =
        [
            .. part.Descendants(Main + "row").Select(row => row.Elements(Main + "c").Select(cell => new RawCell(
                (string)cell.Attribute("r")!,
                (string?)cell.Attribute("t"),
                (string?)cell.Element(Main + "is"),
                (string?)cell.Element(Main + "v"),
                styles[(int)cell.Attribute("s")!])).ToArray()),
        ];
        _cells = Rows.SelectMany(row => row).ToDictionary(cell => cell.Reference);
    }

    public string Name { get; }

    public XDocument Part { get; }

    public IReadOnlyList<RawCell[]> Rows { get; }

    /// <summary>Null where the file has no cell.</summary>
    public RawCell? this[string reference] => _cells.GetValueOrDefault(reference);

    /// <summary>The only element of this name.</summary>
    public XElement Element(string name) => Part.Descendants(Main + name).Single();
}

using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Spreadsheet;

namespace OperatingModel.Exchange.Excel;

/// <summary>The styles a workbook uses, each once, numbered as they are first asked for.</summary>
internal sealed class StyleBook
{
    private const uint FirstOwnFormat = 164;
    private const string FontName = "Calibri";

    private static readonly Dictionary<string, uint> BuiltInFormats = new()
    {
        ["General"] = 0,
        [CellStyle.WholeFormat] = 1,
        ["#,##0"] = 3,
        ["0%"] = 9,
        [CellStyle.TextFormat] = 49,
    };

    private readonly Dictionary<CellStyle, int> _styles = [];

    public StyleBook() => Of(CellStyle.Default);

    /// <summary>The number of the style in the file.</summary>
    public int Of(CellStyle style)
    {
        if (!_styles.TryGetValue(style, out var index))
        {
            _styles.Add(style, index = _styles.Count);
        }

        return index;
    }

    public Stylesheet ToStylesheet()
    {
        var formats = _styles.Keys.Select(style => style.Format).Where(format => !BuiltInFormats.ContainsKey(format)).Distinct().ToList();
        var fonts = _styles.Keys.Select(FontOf).Distinct().ToList();
        var fills = _styles.Keys.Select(FillOf).Distinct().Where(fill => fill is not null).ToList();
        return new Stylesheet(
            formats.Count == 0
                ? null!
                : new NumberingFormats(
                    formats.Select((format, i) => new NumberingFormat { NumberFormatId = FirstOwnFormat + (uint)i, FormatCode = format }))
                {
                    Count = (uint)formats.Count,
                },
            new Fonts(fonts.Select(ToFont)) { Count = (uint)fonts.Count },
            new Fills([NoFill(PatternValues.None), NoFill(PatternValues.Gray125), .. fills.Select(fill => ToFill(fill!.Value))])
            {
                Count = (uint)fills.Count + 2,
            },
            new Borders(new Border(new LeftBorder(), new RightBorder(), new TopBorder(), new BottomBorder(), new DiagonalBorder())) { Count = 1 },
            new CellStyleFormats(new CellFormat { NumberFormatId = 0, FontId = 0, FillId = 0, BorderId = 0 }) { Count = 1 },
            new CellFormats(_styles.Keys.Select(style => ToCellFormat(style, formats, fonts, fills))) { Count = (uint)_styles.Count },
            new CellStyles(new DocumentFormat.OpenXml.Spreadsheet.CellStyle { Name = "Normal", FormatId = 0, BuiltinId = 0 }) { Count = 1 });
    }

    private static (double Size, bool Bold, string Ink) FontOf(CellStyle style) => (style.Size, style.Bold, style.Ink);

    private static (string? Colour, bool Hatched)? FillOf(CellStyle style) =>
        style.Fill is null && !style.Hatched ? null : (style.Fill, style.Hatched);

    private static Font ToFont((double Size, bool Bold, string Ink) font)
    {
        var result = new Font();
        if (font.Bold)
        {
            result.Append(new Bold());
        }

        result.Append(
            new FontSize { Val = font.Size },
            new Color { Rgb = Opaque(font.Ink) },
            new FontName { Val = FontName },
            new FontFamilyNumbering { Val = 2 });
        return result;
    }

    // The first two fills of every workbook belong to Excel.
    private static Fill NoFill(PatternValues pattern) => new(new PatternFill { PatternType = pattern });

    private static Fill ToFill((string? Colour, bool Hatched) fill) =>
        fill.Hatched
            ? new Fill(
                new PatternFill(
                    new ForegroundColor { Rgb = Opaque(HeatColours.Hatch) },
                    new BackgroundColor { Rgb = Opaque(HeatColours.HatchGround) })
                {
                    PatternType = PatternValues.LightUp,
                })
            : new Fill(
                new PatternFill(new ForegroundColor { Rgb = Opaque(fill.Colour!) }, new BackgroundColor { Indexed = 64 })
                {
                    PatternType = PatternValues.Solid,
                });

    private static CellFormat ToCellFormat(CellStyle style, List<string> formats, List<(double, bool, string)> fonts, List<(string?, bool)?> fills)
    {
        var alignment = new Alignment { Vertical = style.Wrap ? VerticalAlignmentValues.Top : VerticalAlignmentValues.Center };
        if (style.Wrap)
        {
            alignment.WrapText = true;
        }

        if (style.Alignment is { } horizontal)
        {
            alignment.Horizontal = horizontal switch
            {
                CellAlignment.Left => HorizontalAlignmentValues.Left,
                CellAlignment.Centre => HorizontalAlignmentValues.Center,
                _ => HorizontalAlignmentValues.Right,
            };
        }

        if (style.Indent > 0)
        {
            alignment.Indent = (uint)style.Indent;
        }

        return new CellFormat(alignment)
        {
            NumberFormatId = BuiltInFormats.TryGetValue(style.Format, out var builtIn)
                ? builtIn
                : FirstOwnFormat + (uint)formats.IndexOf(style.Format),
            FontId = (uint)fonts.IndexOf(FontOf(style)),
            FillId = FillOf(style) is { } fill ? (uint)fills.IndexOf(fill) + 2 : 0,
            BorderId = 0,
            FormatId = 0,
            ApplyNumberFormat = true,
            ApplyFont = true,
            ApplyFill = true,
            ApplyAlignment = true,
        };
    }

    private static HexBinaryValue Opaque(string colour) => $"FF{colour}";
}

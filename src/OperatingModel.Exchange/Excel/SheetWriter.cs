using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Spreadsheet;
using OperatingModel.Exchange.Tables;

namespace OperatingModel.Exchange.Excel;

/// <summary>
/// Writes the cells of one sheet from the top, each row from the left. Nothing is kept in memory. Texts are inline strings, never formulas.
/// </summary>
internal sealed class SheetWriter
{
    private static readonly OpenXmlAttribute[] KeepBlanks = [new("xml", "space", "http://www.w3.org/XML/1998/namespace", "preserve")];
    private static readonly DateOnly DayZero = new(1899, 12, 30);

    // Excel believes that 1900 was a leap year: its earlier days are one off.
    private static readonly DateOnly FirstSoundDay = new(1900, 3, 1);

    private readonly OpenXmlWriter _xml;

    // Only their names are written, so one of each serves the whole sheet; the library does not promise that threads may share them.
    private readonly Row _row = new();
    private readonly Cell _cell = new();
    private readonly CellValue _value = new();
    private readonly InlineString _inline = new();
    private readonly Text _text = new();

    private readonly List<OpenXmlAttribute> _attributes = [];
    private readonly List<string> _letters = [];
    private string _rowText = "";
    private int _column;

    internal SheetWriter(OpenXmlWriter xml, StyleBook styles) => (_xml, Styles) = (xml, styles);

    public StyleBook Styles { get; }

    /// <summary>Rows begun so far.</summary>
    public int RowCount { get; private set; }

    /// <summary>Columns of the widest row so far.</summary>
    public int ColumnCount { get; private set; }

    /// <param name="height">In points; absent: one line.</param>
    public void BeginRow(double? height = null)
    {
        RowCount++;
        _rowText = RowCount.ToString(CultureInfo.InvariantCulture);
        _column = 0;
        _attributes.Clear();
        _attributes.Add(new OpenXmlAttribute("r", "", _rowText));
        if (height is { } points)
        {
            _attributes.Add(new OpenXmlAttribute("ht", "", points.ToString("R", CultureInfo.InvariantCulture)));
            _attributes.Add(new OpenXmlAttribute("customHeight", "", "1"));
        }

        _xml.WriteStartElement(_row, _attributes);
    }

    public void EndRow() => _xml.WriteEndElement();

    /// <summary>No cell here.</summary>
    public void Skip() => _column++;

    public void Blank(int style)
    {
        BeginCell(style, null);
        _xml.WriteEndElement();
    }

    public void Number(double number, int style) => Value(number.ToString("R", CultureInfo.InvariantCulture), style);

    public void Whole(int number, int style) => Value(number.ToString(CultureInfo.InvariantCulture), style);

    /// <summary>A day; as text where Excel's calendar has none.</summary>
    public void Date(DateOnly date, int style)
    {
        if (date < FirstSoundDay)
        {
            Text(IsoText.Of(date), style);
        }
        else
        {
            Whole(date.DayNumber - DayZero.DayNumber, style);
        }
    }

    public void Text(string text, int style)
    {
        BeginCell(style, "inlineStr");
        _xml.WriteStartElement(_inline);
        _xml.WriteStartElement(_text, KeepBlanks);
        _xml.WriteString(CellText.Of(text));
        _xml.WriteEndElement();
        _xml.WriteEndElement();
        _xml.WriteEndElement();
    }

    /// <summary>The letters of a column, from 1: A, …, Z, AA, ….</summary>
    public static string LettersOf(int column) => column <= 26
        ? ((char)('A' + column - 1)).ToString()
        : LettersOf((column - 1) / 26) + (char)('A' + ((column - 1) % 26));

    private void Value(string text, int style)
    {
        BeginCell(style, null);
        _xml.WriteStartElement(_value);
        _xml.WriteString(text);
        _xml.WriteEndElement();
        _xml.WriteEndElement();
    }

    private void BeginCell(int style, string? type)
    {
        if (++_column > _letters.Count)
        {
            _letters.AddRange(Enumerable.Range(_letters.Count + 1, _column - _letters.Count).Select(LettersOf));
        }

        ColumnCount = Math.Max(ColumnCount, _column);
        _attributes.Clear();
        _attributes.Add(new OpenXmlAttribute("r", "", _letters[_column - 1] + _rowText));
        _attributes.Add(new OpenXmlAttribute("s", "", style.ToString(CultureInfo.InvariantCulture)));
        if (type is not null)
        {
            _attributes.Add(new OpenXmlAttribute("t", "", type));
        }

        _xml.WriteStartElement(_cell, _attributes);
    }
}

using System.Text;
using OperatingModel.Domain;
using OperatingModel.Domain.Capabilities.Lists;

namespace OperatingModel.Exchange.Pasting;

/// <summary>
/// Reads cells as spreadsheets put them on the clipboard: tabs separate cells and line ends separate rows; a cell that contains one of these
/// stands in quotation marks, which are doubled inside. A cell read is one line without invisible characters.
/// </summary>
public static class ClipboardTable
{
    /// <summary>Reads the cells without blanks at their ends.</summary>
    public static IReadOnlyList<IReadOnlyList<string>> Read(string text) =>
        [.. Rows(text).Select(row => (IReadOnlyList<string>)[.. row.Cells.Select(cell => cell.Trim())])];

    /// <summary>Reads a list of names, one per line, without bullets and numbers.</summary>
    public static IReadOnlyList<string> Names(string text) =>
        [.. ListReader.Read(Rows(text), ListShape.Indentation).Entries.Select(entry => entry.Name)];

    /// <summary>Reads the rows with the lines on which they begin; cells keep blanks at their ends unless they stand in quotation marks.</summary>
    public static IReadOnlyList<ListRow> Rows(string text)
    {
        text = VisibleText.Of(text);
        var rows = new List<ListRow>();
        var cells = new List<string>();
        for (var (at, line, begin) = (0, 1, 1); at < text.Length;)
        {
            cells.Add(Cell(text, ref at, ref line));
            if (at >= text.Length || text[at] != '\t')
            {
                rows.Add(new ListRow(begin, cells));
                cells = [];
                at += LineEnd(text, at);
                begin = ++line;
            }
            else if (++at == text.Length)
            {
                cells.Add("");
                rows.Add(new ListRow(begin, cells));
            }
        }

        return rows;
    }

    private static int LineEnd(string text, int at) => at + 1 < text.Length && text[at] == '\r' && text[at + 1] == '\n' ? 2 : 1;

    // Quotation marks that do not close at the end of the cell are part of its text.
    private static string Cell(string text, ref int at, ref int line)
    {
        if (text[at] == '"'
            && Quoted(text, at) is var (content, end, breaks)
            && end > at
            && (end == text.Length || text[end] is '\t' or '\r' or '\n'))
        {
            (at, line) = (end, line + breaks);
            return content.Trim();
        }

        var start = at;
        at = text.AsSpan(at).IndexOfAny('\t', '\r', '\n') is var length and >= 0 ? at + length : text.Length;
        return text[start..at];
    }

    // A line break inside quotation marks, with the blanks around it, becomes one blank.
    private static (string Content, int End, int Breaks) Quoted(string text, int start)
    {
        var content = new StringBuilder();
        var breaks = 0;
        for (var at = start + 1; at < text.Length; at++)
        {
            if (text[at] is '\r' or '\n')
            {
                breaks++;
                at += LineEnd(text, at) - 1;
                Part(content);
            }
            else if (text[at] == '\t' || (text[at] == ' ' && content.Length > 0 && content[^1] == ' '))
            {
                Part(content);
            }
            else if (text[at] != '"')
            {
                content.Append(text[at]);
            }
            else if (at + 1 < text.Length && text[at + 1] == '"')
            {
                content.Append('"');
                at++;
            }
            else
            {
                return (content.ToString(), at + 1, breaks);
            }
        }

        return ("", start, 0);
    }

    private static void Part(StringBuilder content)
    {
        if (content.Length > 0 && content[^1] != ' ')
        {
            content.Append(' ');
        }
    }
}

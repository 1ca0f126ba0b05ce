using System.Text;

namespace OperatingModel.Web.Features.HeatMaps;

/// <summary>
/// Cells as spreadsheets put them on the clipboard: parted by tabs, rows by line ends; a cell that holds one of these stands in
/// quotation marks, which are doubled inside.
/// </summary>
internal static class ClipboardTable
{
    public static IReadOnlyList<IReadOnlyList<string>> Read(string text)
    {
        var rows = new List<IReadOnlyList<string>>();
        var row = new List<string>();
        for (var at = 0; at < text.Length;)
        {
            row.Add(Cell(text, ref at));
            if (at >= text.Length || text[at] != '\t')
            {
                rows.Add(row);
                row = [];
                at += at + 1 < text.Length && text[at] == '\r' && text[at + 1] == '\n' ? 2 : 1;
            }
            else if (++at == text.Length)
            {
                row.Add("");
            }
        }

        if (row.Count > 0)
        {
            rows.Add(row);
        }

        return rows;
    }

    // Quotation marks that do not end where a cell ends are part of it.
    private static string Cell(string text, ref int at)
    {
        if (text[at] == '"' && Quoted(text, at) is var (content, end) && (end == text.Length || text[end] is '\t' or '\r' or '\n'))
        {
            at = end;
            return content.Trim();
        }

        var start = at;
        while (at < text.Length && text[at] is not ('\t' or '\r' or '\n'))
        {
            at++;
        }

        return text[start..at].Trim();
    }

    private static (string Content, int End) Quoted(string text, int start)
    {
        var content = new StringBuilder();
        for (var at = start + 1; at < text.Length; at++)
        {
            if (text[at] != '"')
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
                return (content.ToString(), at + 1);
            }
        }

        return ("", start);
    }
}

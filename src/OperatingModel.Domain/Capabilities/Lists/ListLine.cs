using System.Buffers;
using System.Text.RegularExpressions;

namespace OperatingModel.Domain.Capabilities.Lists;

/// <summary>A line taken apart: what stands before its name, and its cells.</summary>
/// <param name="Indent">Width of tabs, blanks and drawn lines before the name.</param>
/// <param name="Column">Empty cells before the first text.</param>
/// <param name="Heading">1 for #, 2 for ##; 0 for none.</param>
/// <param name="Mark">The bullet; empty for none.</param>
/// <param name="Cells">From <paramref name="Column"/> on, without blanks at their ends.</param>
internal sealed partial record ListLine(int Number, int Indent, int Column, int Heading, string Mark, IReadOnlyList<string> Cells)
{
    /// <summary>A tab goes on to the next multiple of these, as in most editors.</summary>
    private const int TabWidth = 4;

    /// <summary>More columns than this are no list of names.</summary>
    private const int MaxCells = 64;

    private const string Bullets = "-*+•·–—‐◦‣▪▫■□●○◆◇➢➤►▸✓✔☐☑☒o§";

    /// <summary>Bullets that may stand directly before a name.</summary>
    private const string Sticky = "-•·◦‣▪▫■□●○◆◇➢➤►▸✓✔☐☑☒";

    private static readonly SearchValues<char> DrawnDown = SearchValues.Create("│┃║| \t\u00A0");

    public string Text => Cells.Count > 0 ? Cells[0] : "";

    /// <summary>The cell of a column, counted from the left edge.</summary>
    public string Cell(int column) => column >= Column && column - Column < Cells.Count ? Cells[column - Column] : "";

    /// <returns>Null when there is no name in the row.</returns>
    public static ListLine? Of(ListRow row)
    {
        var text = row.Cells.Count == 1 ? row.Cells[0]
            : string.Join('\t', row.Cells.Take(row.Cells.TakeWhile(string.IsNullOrWhiteSpace).Count() + MaxCells));
        var start = Drawn().Match(text) is { Success: true } drawn ? drawn.Length : BlanksAt(text, 0);
        var (mark, heading, name) = Marks(text, start);
        string[] cells = [.. text[name..].Split('\t').Select(cell => cell.Trim())];
        return IsRule(text) || Array.TrueForAll(cells, cell => cell.Length == 0)
            ? null
            : new ListLine(row.Line, Width(text.AsSpan(0, start)), text.AsSpan(0, start).Count('\t'), heading, mark, cells);
    }

    /// <summary>A name on one line without the marks before it and the emphasis around it.</summary>
    public static string Name(string text)
    {
        var name = VisibleText.Line(text);
        while (name.Length > 0 && Marks(name, 0).Name is var start and > 0)
        {
            name = name[start..];
        }

        return name is ['*', '*', _, .., '*', '*'] ? Name(name[2..^2]) : name;
    }

    // Where the name begins behind headings, bullets and check boxes; the first bullet counts.
    private static (string Mark, int Heading, int Name) Marks(string text, int start)
    {
        var (mark, heading, at) = ("", 0, start);
        while (at < text.Length && MarkAt(text, at) is var length and > 0)
        {
            heading = heading == 0 && text[at] == '#' ? length : heading;
            mark = mark.Length == 0 && text[at] is not ('#' or '[') ? text[at].ToString() : mark;
            at += length;
            at += BlanksAt(text, at);
        }

        return (mark, heading, at);
    }

    private static int MarkAt(string text, int at)
    {
        var c = text[at];
        var next = at + 1 < text.Length ? text[at + 1] : ' ';
        if (c == '#')
        {
            var length = text.AsSpan(at).IndexOfAnyExcept('#') is var end and >= 0 ? end : text.Length - at;
            return length <= 6 && (at + length == text.Length || char.IsWhiteSpace(text[at + length])) ? length : 0;
        }

        if (c == '[')
        {
            return text.AsSpan(at + 1) is [' ' or 'x' or 'X', ']', .. var rest] && (rest.Length == 0 || char.IsWhiteSpace(rest[0])) ? 3 : 0;
        }

        // § 25 is a paragraph of a law, not a bullet; word processors put their bullets among the private characters.
        var isBullet = c is >= '\uE000' and <= '\uF8FF' || (Bullets.Contains(c) && !(c == '§' && char.IsDigit(NextText(text, at + 1))));
        return isBullet && (char.IsWhiteSpace(next) || (char.IsLetter(next) && Sticky.Contains(c))) ? 1 : 0;
    }

    // Behind blanks; a tab parts a mark from its name for sure.
    private static char NextText(string text, int at) => text.AsSpan(at).TrimStart(" \u00A0") is [var next, ..] ? next : ' ';

    // A line drawn between parts of a text, or one of a drawing that holds no name.
    private static bool IsRule(string text) =>
        text.AsSpan().Trim() is { Length: > 0 } line
        && (line.IndexOfAnyExcept(DrawnDown) < 0 || (line.Length > 2 && line.IndexOfAnyExcept("-=_*~") < 0));

    private static int BlanksAt(string text, int at)
    {
        var end = at;
        while (end < text.Length && char.IsWhiteSpace(text[end]))
        {
            end++;
        }

        return end - at;
    }

    /// <summary>A line of this many empty cells.</summary>
    public static int WidthOf(int cells) => cells * TabWidth;

    private static int Width(ReadOnlySpan<char> indent)
    {
        var width = 0;
        foreach (var c in indent)
        {
            width = c == '\t' ? (width / TabWidth * TabWidth) + TabWidth : width + 1;
        }

        return width;
    }

    // │   ├── Name, |-- Name, +-- Name, │ Name
    [GeneratedRegex(@"^[\s│┃║|]*(?:[├└┣┗╠╚╰┌┬┏][─━═╌\-]*|[|+`\\]--+|[│┃║])[>►]?\s*", RegexOptions.CultureInvariant)]
    private static partial Regex Drawn();
}

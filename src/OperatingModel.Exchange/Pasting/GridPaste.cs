namespace OperatingModel.Exchange.Pasting;

/// <summary>A text from the clipboard, pasted at the selected cells.</summary>
/// <param name="Row">The code of the first row of the selected cells.</param>
/// <param name="Column">The code of the first column of the selected cells.</param>
/// <param name="Text">The text; null when it was too long to be read.</param>
/// <param name="ToRow">The code of the last row of the selected cells.</param>
/// <param name="ToColumn">The code of the last column of the selected cells.</param>
public sealed record GridPaste(string Row, string Column, string? Text, string ToRow, string ToColumn)
{
    /// <summary>The longest text that is read, in bytes: some 200,000 cells.</summary>
    public const long MaxLength = 4 * 1024 * 1024;

    /// <summary>Pastes at one cell and the cells right of and below it.</summary>
    public GridPaste(string row, string column, string? text) : this(row, column, text, row, column)
    {
    }

    /// <summary>Whether the lines of a block without names skip the rows that sum up others.</summary>
    public bool SkipsParents { get; init; }
}

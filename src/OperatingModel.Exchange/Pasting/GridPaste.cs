namespace OperatingModel.Exchange.Pasting;

/// <summary>A text from the clipboard, for the cells from here on.</summary>
/// <param name="Text">Null when it was too long to be read.</param>
/// <param name="ToRow">Last row of the cells chosen together.</param>
/// <param name="ToColumn">Last column of the cells chosen together.</param>
public sealed record GridPaste(string Row, string Column, string? Text, string ToRow, string ToColumn)
{
    /// <summary>In bytes: some 200,000 cells.</summary>
    public const long MaxLength = 4 * 1024 * 1024;

    /// <summary>For one cell and what lies right of and below it.</summary>
    public GridPaste(string row, string column, string? text) : this(row, column, text, row, column)
    {
    }

    /// <summary>Whether a block without names has no lines for rows that sum up others.</summary>
    public bool SkipsParents { get; init; }
}

namespace OperatingModel.Domain.Capabilities.Lists;

/// <summary>A row of a list as it came, from the clipboard or from a file.</summary>
/// <param name="Line">From 1, as the user counts; a cell with line breaks spans several lines.</param>
/// <param name="Cells">Blanks at their beginning are kept where they may say what the row stands below.</param>
public sealed record ListRow(int Line, IReadOnlyList<string> Cells);

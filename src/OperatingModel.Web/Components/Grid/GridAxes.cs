namespace OperatingModel.Web.Components.Grid;

/// <summary>Rows, columns and groups of columns as <c>wwwroot/heat-grid/axes.js</c> reads them.</summary>
/// <param name="Groups">Of neighbouring columns; empty where columns stand alone.</param>
/// <param name="Corner">What the rows are.</param>
public sealed record GridAxes(IReadOnlyList<GridRow> Rows, IReadOnlyList<GridColumn> Columns, IReadOnlyList<GridGroup> Groups, string Corner);

/// <param name="Id">Names the row in calls between the grid and its page.</param>
/// <param name="Level">1 at the top.</param>
/// <param name="IsParent">Whether it can be opened and closed.</param>
public sealed record GridRow(string Id, string Code, string Label, int Level, bool IsParent, bool Expanded)
{
    /// <summary>Whether its cells cannot be edited.</summary>
    public bool Fixed { get; init; }

    /// <summary>A word at the end of its header.</summary>
    public string? Flag { get; init; }

    /// <summary>What the flag means; it is told with the name.</summary>
    public string? Note { get; init; }
}

/// <param name="Id">Names the column in calls between the grid and its page.</param>
/// <param name="Title">What is told about it; its name when null.</param>
/// <param name="Group">Id of its group.</param>
public sealed record GridColumn(string Id, string Code, string Label, string? Title, string Group)
{
    /// <summary>What is remarkable about it.</summary>
    public string? Note { get; init; }
}

public sealed record GridGroup(string Id, string Label);

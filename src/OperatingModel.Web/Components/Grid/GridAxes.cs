namespace OperatingModel.Web.Components.Grid;

/// <summary>Rows, columns and groups of columns as <c>wwwroot/heat-grid/axes.js</c> reads them.</summary>
/// <param name="Groups">The groups of neighbouring columns; empty when the columns are not grouped.</param>
/// <param name="Corner">The word in the corner that names the rows.</param>
public sealed record GridAxes(IReadOnlyList<GridRow> Rows, IReadOnlyList<GridColumn> Columns, IReadOnlyList<GridGroup> Groups, string Corner);

/// <param name="Id">Names the row in calls between the grid and its page.</param>
/// <param name="Level">The level in the tree, 1 at the top.</param>
/// <param name="IsParent">Whether the row can be opened and closed.</param>
public sealed record GridRow(string Id, string Code, string Label, int Level, bool IsParent, bool Expanded)
{
    /// <summary>Whether the cells of the row cannot be edited.</summary>
    public bool Fixed { get; init; }

    /// <summary>A word at the end of the row's header; null for none.</summary>
    public string? Flag { get; init; }

    /// <summary>The meaning of the flag, shown together with the name of the row.</summary>
    public string? Note { get; init; }
}

/// <param name="Id">Names the column in calls between the grid and its page.</param>
/// <param name="Title">The text shown about the column; null for its name.</param>
/// <param name="Group">The id of the column's group.</param>
public sealed record GridColumn(string Id, string Code, string Label, string? Title, string Group)
{
    /// <summary>A remark about the column; null for none.</summary>
    public string? Note { get; init; }
}

public sealed record GridGroup(string Id, string Label);

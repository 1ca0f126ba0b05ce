namespace OperatingModel.Exchange.Excel;

/// <summary>What stands around the cells of a sheet.</summary>
/// <param name="Widths">Of the columns from the first, in characters.</param>
internal sealed record SheetLayout(IReadOnlyList<double> Widths)
{
    /// <summary>Rows at the top that stay in sight and head every printed page.</summary>
    public int FrozenRows { get; init; }

    /// <summary>Columns at the left that stay in sight and begin every printed page.</summary>
    public int FrozenColumns { get; init; }

    /// <summary>Whether the frozen rows and all below can be filtered.</summary>
    public bool Filter { get; init; }

    /// <summary>Whether a printed page is as wide as the sheet.</summary>
    public bool FitToWidth { get; init; }
}

namespace OperatingModel.Web.Components.Grid;

/// <summary>Something the grid can draw: rows, columns, cells, and how its cells are written and coloured.</summary>
public interface IGridPicture
{
    /// <summary>Kept from picture to picture while it says the same: it is sent only when it is another one.</summary>
    GridScale Scale { get; }

    /// <summary>Rows, columns and groups as <c>wwwroot/heat-grid/axes.js</c> takes them.</summary>
    object Axes();

    byte[] Cells();
}

namespace OperatingModel.Web.Components.Board;

/// <summary>The direction in which Alt and an arrow key move an item.</summary>
public enum BoardStep
{
    Left,
    Right,
    Up,
    Down,
}

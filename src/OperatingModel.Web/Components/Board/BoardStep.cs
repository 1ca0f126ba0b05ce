namespace OperatingModel.Web.Components.Board;

/// <summary>A step by Alt and an arrow.</summary>
public enum BoardStep
{
    Left,
    Right,
    Up,
    Down,
}

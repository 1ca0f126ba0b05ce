using OperatingModel.Domain;

namespace OperatingModel.Web.Components.Grid;

/// <summary>What a cell of the grid shows besides a number.</summary>
internal enum GridState : byte
{
    Value,
    NotLinked,
    NotApplicable,
    Unknown,
}

/// <summary>One cell as the grid draws it.</summary>
/// <param name="Shade">0..4: the exact colour step, whatever the rounded value says.</param>
/// <param name="Peak">A hidden hot spot.</param>
/// <param name="Unknown">Quarters of what the cell stands for that nobody has assessed: 0 for none, 1..3 where only a part is known.</param>
internal readonly record struct GridCell(GridState State, double Value, byte Shade, bool Peak, byte Unknown = 0)
{
    /// <summary>The nearest quarter; where anything is unknown at least one, where anything is known at most three.</summary>
    /// <param name="coverage">Share that is assessed, 0..1.</param>
    public static byte UnknownQuarters(double? coverage) => coverage is { } known and < 1 - Tolerance.Value
        ? (byte)Math.Clamp(Math.Round(4 * (1 - known), MidpointRounding.AwayFromZero), 1, 3)
        : (byte)0;
}

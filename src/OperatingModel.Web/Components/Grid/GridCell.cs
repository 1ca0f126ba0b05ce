using OperatingModel.Domain;

namespace OperatingModel.Web.Components.Grid;

/// <summary>What a cell of the grid shows: a value, or why it has none.</summary>
internal enum GridState : byte
{
    Value,
    NotLinked,
    NotApplicable,
    Unknown,
}

/// <summary>One cell as the grid draws it.</summary>
/// <param name="Shade">The colour step of the exact value, 0..4; that of the rounded value may differ.</param>
/// <param name="Peak">Whether the cell has a corner mark, which usually means a hidden hot spot.</param>
/// <param name="Unknown">The quarters that nobody has assessed: 0 when all is assessed, 1..3 when a part is.</param>
internal readonly record struct GridCell(GridState State, double Value, byte Shade, bool Peak, byte Unknown = 0)
{
    /// <summary>Returns the nearest number of unassessed quarters: at least 1 when anything is missing, and never more than 3.</summary>
    /// <param name="coverage">The share that is assessed, 0..1; null counts as all.</param>
    public static byte UnknownQuarters(double? coverage) => coverage is { } known and < 1 - Tolerance.Value
        ? (byte)Math.Clamp(Math.Round(4 * (1 - known), MidpointRounding.AwayFromZero), 1, 3)
        : (byte)0;
}

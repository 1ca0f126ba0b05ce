using System.Globalization;

namespace OperatingModel.Web.Components.Grid;

/// <summary>The zoom of the grid, where 1 is full size. The limits are those of <c>wwwroot/heat-grid/geometry.js</c>.</summary>
internal static class GridZoom
{
    public const double Smallest = 0.02;
    public const double Largest = 1.6;

    /// <summary>Returns the nearest allowed zoom; 1 when the argument is not a finite number.</summary>
    public static double Clamp(double zoom) => double.IsFinite(zoom) ? Math.Clamp(zoom, Smallest, Largest) : 1;

    /// <summary>Reads the zoom of an address; null when the text is not one.</summary>
    public static double? Parse(string? text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var zoom) && zoom is >= Smallest and <= Largest ? zoom : null;

    /// <summary>Writes a zoom for an address; cut and not rounded, so that a map that just fits still fits.</summary>
    public static string? Text(double? zoom) => zoom is { } number
        ? (Math.Floor((number * 1000) + 1e-6) / 1000).ToString("0.###", CultureInfo.InvariantCulture)
        : null;
}

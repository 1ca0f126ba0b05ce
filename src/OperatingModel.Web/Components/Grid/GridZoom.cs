using System.Globalization;

namespace OperatingModel.Web.Components.Grid;

/// <summary>How near the grid is looked at: 1 is full size. The limits are those of <c>wwwroot/heat-grid/geometry.js</c>.</summary>
internal static class GridZoom
{
    public const double Smallest = 0.02;
    public const double Largest = 1.6;

    /// <summary>The nearest zoom there is; full size for what is no number.</summary>
    public static double Clamp(double zoom) => double.IsFinite(zoom) ? Math.Clamp(zoom, Smallest, Largest) : 1;

    /// <summary>A zoom out of an address; null when there is none that can be meant.</summary>
    public static double? Parse(string? text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var zoom) && zoom is >= Smallest and <= Largest ? zoom : null;

    /// <summary>As addresses write it; cut, not rounded, so that a map that just fits still fits.</summary>
    public static string? Text(double? zoom) => zoom is { } number
        ? (Math.Floor((number * 1000) + 1e-6) / 1000).ToString("0.###", CultureInfo.InvariantCulture)
        : null;
}

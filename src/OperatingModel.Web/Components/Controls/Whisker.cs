using Microsoft.AspNetCore.Components;
using OperatingModel.Domain.HeatMaps;

namespace OperatingModel.Web.Components.Controls;

/// <summary>
/// Draws a figure on its scale, with the range that missing data leaves open. It is markup and not a component, because lists show many of
/// them: see <see cref="Icon"/>.
/// </summary>
internal static class Whisker
{
    /// <param name="value">The figure, 0..<paramref name="top"/>; null for none. A figure beyond the scale is drawn at its end.</param>
    /// <param name="low">The lower end of the range; null for 0.</param>
    /// <param name="high">The upper end of the range; null for the end of the scale.</param>
    /// <param name="top">The end of the scale, above 0; the scale begins at 0.</param>
    /// <param name="words">Writes a figure for screen readers.</param>
    public static MarkupString Of(double? value, double? low, double? high, double top, Func<double?, string> words)
    {
        var start = Math.Clamp((low ?? 0) / top, 0, 1);
        var end = Math.Clamp((high ?? top) / top, start, 1);
        var mark = value is { } known ? $"""<span class="mark" style="left: {Numbers.Css(Math.Clamp(known / top, 0, 1))}"></span>""" : "";
        var label = $"{words(value)} on a scale of {words(0)} to {words(top)}; between {words(low)} and {words(high)}";
        return new MarkupString(
            $"""<div class="whisker" role="img" aria-label="{label}">"""
            + $"""<span class="range" style="left: {Numbers.Css(start)}; width: {Numbers.Css(end - start)}"></span>{mark}</div>""");
    }

    /// <summary>Draws a heat, 0..100.</summary>
    public static MarkupString Of(Rollup heat) => Of(heat.Heat, heat.Low, heat.High, 100, Numbers.One);
}

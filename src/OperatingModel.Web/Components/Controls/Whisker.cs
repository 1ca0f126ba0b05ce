using Microsoft.AspNetCore.Components;
using OperatingModel.Domain.HeatMaps;

namespace OperatingModel.Web.Components.Controls;

/// <summary>
/// A figure on its scale with the range that missing data leaves. Markup, not a component, because lists show many of them: see
/// <see cref="Icon"/>.
/// </summary>
internal static class Whisker
{
    /// <param name="value">Null for none; what lies beyond the scale ends at its end, as the range does.</param>
    /// <param name="low">Null for 0.</param>
    /// <param name="high">Null for the end of the scale.</param>
    /// <param name="top">End of the scale, above 0; it begins at 0.</param>
    /// <param name="words">A figure of the scale as those hear it who do not see it.</param>
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

    /// <summary>Of heat: 0..100.</summary>
    public static MarkupString Of(Rollup heat) => Of(heat.Heat, heat.Low, heat.High, 100, Numbers.One);
}

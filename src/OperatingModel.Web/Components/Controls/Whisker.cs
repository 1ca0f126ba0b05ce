using Microsoft.AspNetCore.Components;

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
    public static MarkupString Of(double? value, double? low, double? high, double top = 100)
    {
        var start = Math.Clamp((low ?? 0) / top, 0, 1);
        var end = Math.Clamp((high ?? top) / top, start, 1);
        var mark = value is { } known ? $"""<span class="mark" style="left: {Numbers.Css(Math.Clamp(known / top, 0, 1))}"></span>""" : "";
        return new MarkupString(
            $"""
            <div class="whisker" role="img" aria-label="{Numbers.One(value)} on a scale of 0 to {Numbers.Whole(top)}; between {
                Numbers.One(low)} and {Numbers.One(high)}"><span class="range" style="left: {Numbers.Css(start)}; width: {
                Numbers.Css(end - start)}"></span>{mark}</div>
            """);
    }
}

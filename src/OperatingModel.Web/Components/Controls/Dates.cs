using System.Globalization;
using OperatingModel.Domain.Reading;

namespace OperatingModel.Web.Components.Controls;

/// <summary>
/// Days and moments as people read them on screen: in their culture, moments in the installation's time zone, which stands beside them.
/// </summary>
internal static class Dates
{
    public static string Of(DateOnly day) => DayText.Of(day, CultureInfo.CurrentCulture);

    /// <param name="time">The clock, whose local time zone is that of the installation.</param>
    public static string Of(DateTimeOffset moment, TimeProvider time)
    {
        var local = TimeZoneInfo.ConvertTime(moment, time.LocalTimeZone);
        var clock = local.ToString(CultureInfo.CurrentCulture.DateTimeFormat.ShortTimePattern, CultureInfo.CurrentCulture);
        return $"{Of(DateOnly.FromDateTime(local.DateTime))}, {clock} {Zone(local.Offset)}";
    }

    // Names of zones are long and few people know them; everybody can reckon with an offset.
    private static string Zone(TimeSpan offset) => offset == TimeSpan.Zero
        ? "UTC"
        : $"UTC{(offset < TimeSpan.Zero ? '−' : '+')}{Part(offset, "%h")}{(offset.Minutes == 0 ? "" : Part(offset, @"\:mm"))}";

    private static string Part(TimeSpan offset, string format) => offset.ToString(format, CultureInfo.InvariantCulture);
}

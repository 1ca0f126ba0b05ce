using System.Globalization;

namespace OperatingModel.Web.Components.Controls;

/// <summary>Figures as people read them on screen: rounded half away from zero, grouped by the user's culture, a dash for the unknown.</summary>
internal static class Numbers
{
    public const string Unknown = "–";

    public static string One(double? value) => Rounded(value, 1);

    public static string Two(double? value) => Rounded(value, 2);

    public static string Whole(double? value) => Rounded(value, 0);

    public static string Rounded(double? value, int decimals) => value is { } number
        ? Math.Round(number, decimals, MidpointRounding.AwayFromZero).ToString($"N{decimals}", CultureInfo.CurrentCulture)
        : Unknown;

    /// <summary>Writes a number that somebody typed, with up to two decimals and no trailing zeros.</summary>
    public static string Trimmed(double? value) => value is { } number
        ? Math.Round(number, 2, MidpointRounding.AwayFromZero).ToString("#,0.##", CultureInfo.CurrentCulture)
        : Unknown;

    /// <summary>Writes a share (0..1) as a percentage.</summary>
    public static string Percent(double? share, int decimals = 0) => share is { } number ? $"{Rounded(number * 100, decimals)}\u00A0%" : Unknown;

    /// <summary>Writes a share (0..1) as a CSS length in percent.</summary>
    public static string Css(double share) => FormattableString.Invariant($"{Math.Clamp(share, 0, 1) * 100:0.###}%");

    public static string Count(int count, string one, string many) =>
        $"{count.ToString("N0", CultureInfo.CurrentCulture)} {(count == 1 ? one : many)}";
}

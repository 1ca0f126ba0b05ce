using System.Globalization;

namespace OperatingModel.Domain;

/// <summary>
/// Numbers inside sentences, in the current culture: rounded half away from zero, without trailing zeros, in groups. Files and the command
/// line use the invariant culture: a decimal dot and no group signs.
/// </summary>
public static class FigureText
{
    public static string Of(double value, int decimals = 1) =>
        Rounded(value, decimals).ToString(IsPlain ? "0.#########" : "#,0.#########", CultureInfo.CurrentCulture);

    /// <summary>Null is printed as unknown, not as zero.</summary>
    public static string Of(double? value, int decimals = 1) => value is { } known ? Of(known, decimals) : "unknown";

    /// <summary>The same with trailing zeros, for figures that stand below each other.</summary>
    public static string Fixed(double value, int decimals) =>
        Rounded(value, decimals).ToString(IsPlain ? $"F{decimals}" : $"N{decimals}", CultureInfo.CurrentCulture);

    /// <summary>A share as a percentage, e.g. 12.5%; on screen with a blank that does not break.</summary>
    public static string Percent(double share, int decimals = 1) => Of(share * 100, decimals) + PercentSign;

    public static string PercentSign => IsPlain ? "%" : "\u00A0%";

    /// <summary>The number that is printed.</summary>
    public static double Rounded(double value, int decimals)
    {
        // A sum such as 2.4999999999999996 stands for 2.5: drop the noise first, then round for the reader.
        var rounded = Math.Round(Math.Round(value, 9, MidpointRounding.AwayFromZero), decimals, MidpointRounding.AwayFromZero);
        return rounded == 0 ? 0 : rounded;
    }

    private static bool IsPlain => CultureInfo.CurrentCulture.Equals(CultureInfo.InvariantCulture);
}

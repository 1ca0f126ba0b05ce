using System.Globalization;

namespace OperatingModel.Domain.Reading;

/// <summary>
/// The one reader and the one exact writer of numbers that people type, paste or import. Both decimal signs are read; group signs only in
/// groups of three (or the culture's own groups); what could be two numbers is refused with both. Nothing is read as a number whose digits
/// are not those of the text.
/// </summary>
public static class NumberText
{
    /// <summary>Longer texts are no numbers, whatever they hold.</summary>
    private const int Longest = 400;

    /// <summary>All digits of a finite number without group signs, so that <see cref="ReadNumber"/> reads the same value in this culture.</summary>
    public static string Of(double value, CultureInfo culture)
    {
        var (whole, decimals) = Digits(value);
        return Written(value < 0, whole, LooksLikeGroup(whole, decimals) ? decimals + "0" : decimals, culture);
    }

    /// <summary>Without group signs.</summary>
    public static string Of(long value, CultureInfo culture) => value.ToString(culture);

    /// <summary>Whether a text is meant as a number, though it may be two or have too many digits.</summary>
    public static bool IsNumber(string text, CultureInfo culture) => ShapeOf(text, culture, "a number", out _) is not null;

    /// <param name="problem">What is wrong and what to write instead; null when a value is returned.</param>
    /// <returns>The finite number that the text says; null when it says none, or more than one.</returns>
    public static double? ReadNumber(string text, CultureInfo culture, out string? problem)
    {
        var typed = Shown(text);
        if (ShapeOf(text, culture, "a number", out problem) is not { } shape)
        {
            return null;
        }

        if (shape.IsAmbiguous)
        {
            problem = $"{Readings(shape, culture)} Write {Together(shape, culture)} or "
                + $"{Written(shape.IsNegative, shape.Whole, Unmistakable(shape.Decimals), culture)}.";
            return null;
        }

        var value = double.Parse($"{shape.Whole}.{shape.Decimals}", NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture);
        if (!double.IsFinite(value) || Digits(value) != (shape.Whole, shape.Decimals))
        {
            problem = $"“{typed}” has more digits than can be kept; give at most 15.";
            return null;
        }

        return shape.IsNegative && value != 0 ? -value : value;
    }

    /// <summary>Decimals are read where all are zero: <c>14200,00</c> is 14200.</summary>
    /// <param name="problem">What is wrong and what to write instead; null when a value is returned.</param>
    /// <returns>The whole number that the text says; null when it says none, or more than one.</returns>
    public static long? ReadWhole(string text, CultureInfo culture, out string? problem)
    {
        if (ShapeOf(text, culture, "a whole number", out problem) is not { } shape)
        {
            return null;
        }

        if (shape.IsAmbiguous || shape.Decimals.Length > 0)
        {
            problem = $"{Readings(shape, culture)} Whole numbers here: write {Together(shape, culture)}, or round it.";
            return null;
        }

        var digits = $"{(shape.IsNegative ? "-" : "")}{shape.Whole}";
        if (!long.TryParse(digits, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value))
        {
            problem = $"“{Shown(text)}” is too large.";
            return null;
        }

        return value;
    }

    private static NumberShape? ShapeOf(string text, CultureInfo culture, string wanted, out string? problem)
    {
        var shape = text.Length <= Longest ? NumberShape.Of(text, culture, out var hasOnlySigns) : NumberShape.None(out hasOnlySigns);
        problem = shape is not null ? null
            : hasOnlySigns ? $"“{Shown(text)}” is not {wanted}: signs between digits part groups of three, such as {1200.ToString("N0", culture)}."
            : $"“{Shown(text)}” is not {wanted}; write digits, such as {1200.ToString(culture)}.";
        return shape;
    }

    private static string Readings(NumberShape shape, CultureInfo culture)
    {
        var parted = Written(shape.IsNegative, shape.Whole, shape.IsAmbiguous ? shape.Decimals.TrimEnd('0') : shape.Decimals, culture);
        return shape.IsAmbiguous
            ? $"{parted} or {Written(shape.IsNegative, $"{shape.Whole}{culture.NumberFormat.NumberGroupSeparator}{shape.Decimals}", "", culture)}?"
            : $"{Together(shape, culture)} or {parted}?";
    }

    private static string Together(NumberShape shape, CultureInfo culture) =>
        Written(shape.IsNegative, (shape.Whole + shape.Decimals).TrimStart('0'), "", culture);

    private static string Unmistakable(string decimals) => decimals.TrimEnd('0') is { Length: < 3 } shorter ? shorter : decimals + "0";

    private static bool LooksLikeGroup(string whole, string decimals) => decimals.Length == 3 && whole.Length <= 3 && whole != "0";

    private static string Written(bool isNegative, string whole, string decimals, CultureInfo culture) =>
        (isNegative ? culture.NumberFormat.NegativeSign : "") + whole
        + (decimals.Length == 0 ? "" : culture.NumberFormat.NumberDecimalSeparator + decimals);

    /// <summary>The shortest digits that stand for this value alone, without an exponent and without zeros that say nothing.</summary>
    private static (string Whole, string Decimals) Digits(double value)
    {
        var text = Math.Abs(value).ToString("R", CultureInfo.InvariantCulture).Split('E');
        var (digits, point) = text[0].IndexOf('.') is var at and >= 0 ? (text[0].Remove(at, 1), at) : (text[0], text[0].Length);
        point += text.Length > 1 ? int.Parse(text[1], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture) : 0;
        digits = point < 0 ? new string('0', -point) + digits : digits.PadRight(point, '0');
        point = Math.Max(0, point);
        return (digits[..point].TrimStart('0') is { Length: > 0 } whole ? whole : "0", digits[point..].TrimEnd('0'));
    }

    private static string Shown(string text) => text.Trim() is { Length: > 40 } longer ? $"{longer[..40]}…" : text.Trim();
}

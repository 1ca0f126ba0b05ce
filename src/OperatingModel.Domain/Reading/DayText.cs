using System.Globalization;

namespace OperatingModel.Domain.Reading;

/// <summary>The one reader and writer of days. They are days of the Gregorian calendar in every culture; 2026-03-31 is always read.</summary>
public static class DayText
{
    private const string Iso = "yyyy-MM-dd";
    private const string DayFirst = "d MMM yyyy";

    private static readonly char[] Between = ['.', '/', '-', ' '];

    /// <summary>
    /// With the month as a word where the culture begins with the day or the month, and a dot after the day where the culture writes one.
    /// Files and the command line get ISO.
    /// </summary>
    public static string Of(DateOnly day, CultureInfo culture) => day.ToString(Pattern(culture), culture);

    /// <summary>A day in full: a text without year, or with two digits for it, is none.</summary>
    public static DateOnly? Read(string text, CultureInfo culture)
    {
        string[] forms =
            [Iso, Pattern(culture), DayFirst, FullYear(culture.DateTimeFormat.ShortDatePattern), .. Between.SelectMany(sign => Forms(sign, culture))];
        return DateOnly.TryParseExact(text.Trim(), forms, culture, DateTimeStyles.AllowWhiteSpaces, out var day) ? day : null;
    }

    private static string Pattern(CultureInfo culture) => OrderOf(culture) switch
    {
        'y' => Iso,
        'M' => "MMM d, yyyy",
        _ => culture.DateTimeFormat.LongDatePattern.Contains("d. M", StringComparison.Ordinal) ? "d. MMM yyyy" : DayFirst,
    };

    private static string[] Forms(char sign, CultureInfo culture) =>
        [$"yyyy'{sign}'M'{sign}'d", OrderOf(culture) == 'M' ? $"M'{sign}'d'{sign}'yyyy" : $"d'{sign}'M'{sign}'yyyy"];

    /// <summary>What a short date begins with: d, M or y.</summary>
    private static char OrderOf(CultureInfo culture) => culture.Equals(CultureInfo.InvariantCulture)
        ? 'y'
        : culture.DateTimeFormat.ShortDatePattern.FirstOrDefault(letter => letter is 'd' or 'M' or 'y');

    private static string FullYear(string pattern) => pattern.Contains("yyyy", StringComparison.Ordinal) ? pattern : Iso;
}

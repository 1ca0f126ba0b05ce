using System.Globalization;
using OperatingModel.Domain;

namespace OperatingModel.Web.Components.Editing;

/// <summary>Values of fields as people type and read them: numbers in their culture or with a dot, dates as ISO, quarters like 2026-Q1.</summary>
internal static class FieldText
{
    public static string Of(object? value) => value switch
    {
        null => "",
        double number => number.ToString("0.############", CultureInfo.CurrentCulture),
        DateOnly date => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        IFormattable formattable => formattable.ToString(null, CultureInfo.CurrentCulture),
        _ => value.ToString() ?? "",
    };

    /// <returns>What is wrong with the text; null when it was read and the field's own rules hold.</returns>
    public static string? Read(ModelField field, string text, out object? value)
    {
        var typed = text.Trim();
        value = null;
        if (typed.Length == 0 && field.Type != typeof(string))
        {
            return field.IsOptional ? null : "A value is needed here.";
        }

        if (typed.Length == 0 && field.IsOptional)
        {
            return null;
        }

        value = Parsed(field.Type, typed);
        if (value is null)
        {
            return $"“{typed}” is not {Wanted(field.Type)}.";
        }

        foreach (var rule in field.Rules)
        {
            if (rule.Problem(value) is { } problem)
            {
                return problem;
            }
        }

        return null;
    }

    /// <summary>A day as in files or as the user's language writes it; null for anything else.</summary>
    public static DateOnly? DayOf(string text) => DateOnly.TryParseExact(text.Trim(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
        || DateOnly.TryParse(text, CultureInfo.CurrentCulture, out date) ? date : null;

    private static object? Parsed(Type type, string text) => type switch
    {
        _ when type == typeof(string) => text,
        _ when type == typeof(int) => int.TryParse(text, NumberStyles.Integer | NumberStyles.AllowThousands, CultureInfo.CurrentCulture, out var number) ? number : null,
        _ when type == typeof(long) => long.TryParse(text, NumberStyles.Integer | NumberStyles.AllowThousands, CultureInfo.CurrentCulture, out var number) ? number : null,
        _ when type == typeof(double) => double.TryParse(text, NumberStyles.Float, CultureInfo.CurrentCulture, out var number)
            || double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out number) ? number : null,
        _ when type == typeof(bool) => bool.TryParse(text, out var yes) ? yes : null,
        _ when type == typeof(DateOnly) => DayOf(text),
        _ when type == typeof(Quarter) => Quarter.TryParse(text, out var quarter) ? quarter : null,
        _ when type.IsEnum => Enum.TryParse(type, text, ignoreCase: true, out var chosen) && Enum.IsDefined(type, chosen) ? chosen : null,
        _ => null,
    };

    private static string Wanted(Type type) => type switch
    {
        _ when type == typeof(int) || type == typeof(long) => "a whole number",
        _ when type == typeof(double) => "a number",
        _ when type == typeof(DateOnly) => "a date; write it like 2026-03-31",
        _ when type == typeof(Quarter) => "a quarter; write it like 2026-Q1",
        _ => "one of the values offered",
    };
}

using System.Globalization;
using OperatingModel.Domain;
using OperatingModel.Domain.Reading;

namespace OperatingModel.Web.Components.Editing;

/// <summary>Values of fields as people type and read them, in their culture; quarters like 2026-Q1.</summary>
internal static class FieldText
{
    /// <summary>As it stands in the field: <see cref="Read"/> reads the same value. Days are ISO, as the browser's own field wants them.</summary>
    public static string Of(object? value) => value switch
    {
        null => "",
        double number => NumberText.Of(number, CultureInfo.CurrentCulture),
        int number => NumberText.Of(number, CultureInfo.CurrentCulture),
        long number => NumberText.Of(number, CultureInfo.CurrentCulture),
        DateOnly day => DayText.Of(day, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };

    /// <returns>What is wrong with the text; null when it was read and the field's own rules hold.</returns>
    public static string? Read(ModelField field, string text, out object? value)
    {
        var typed = VisibleText.Of(text).Trim();
        value = null;
        if (typed.Length == 0 && field.Type != typeof(string))
        {
            return field.IsOptional ? null : "A value is needed here.";
        }

        if (typed.Length == 0 && field.IsOptional)
        {
            return null;
        }

        value = Parsed(field.Type, typed, out var wrong);
        return value is { } read
            ? field.Rules.Select(rule => rule.Problem(read)).FirstOrDefault(problem => problem is not null)
            : wrong ?? $"“{typed}” is not {Wanted(field.Type)}.";
    }

    private static object? Parsed(Type type, string text, out string? problem)
    {
        problem = null;
        var culture = CultureInfo.CurrentCulture;
        return type switch
        {
            _ when type == typeof(string) => text,
            _ when type == typeof(int) => NumberText.ReadWhole(text, culture, out problem) is { } number ? AsInt(number, text, out problem) : null,
            _ when type == typeof(long) => NumberText.ReadWhole(text, culture, out problem),
            _ when type == typeof(double) => NumberText.ReadNumber(text, culture, out problem),
            _ when type == typeof(bool) => bool.TryParse(text, out var yes) ? yes : null,
            _ when type == typeof(DateOnly) => DayText.Read(text, culture),
            _ when type == typeof(Quarter) => Quarter.TryParse(text, out var quarter) ? quarter : null,
            // By name alone: Enum.TryParse takes numbers, too.
            _ when type.IsEnum => Array.Find(Enum.GetNames(type), known => known.Equals(text, StringComparison.OrdinalIgnoreCase)) is { } name
                ? Enum.Parse(type, name) : null,
            _ => null,
        };
    }

    private static int? AsInt(long number, string text, out string? problem)
    {
        problem = number is >= int.MinValue and <= int.MaxValue ? null : $"“{text}” is too large.";
        return problem is null ? (int)number : null;
    }

    private static string Wanted(Type type) => type switch
    {
        _ when type == typeof(DateOnly) => $"a date; write it like 2026-03-31 or {DayText.Of(new DateOnly(2026, 3, 31), CultureInfo.CurrentCulture)}",
        _ when type == typeof(Quarter) => "a quarter; write it like 2026-Q1",
        _ => "one of the values offered",
    };
}

using System.Globalization;

namespace OperatingModel.Domain.Fields;

/// <summary>Writes and reads the values of fields in the user's culture; quarters like 2026-Q1.</summary>
public static class FieldText
{
    /// <summary>Writes a value as its field shows it, so that <see cref="Read"/> reads the same value.</summary>
    public static string Of(object? value) => value is null ? "" : FieldKind.Of(value.GetType()).TextOf(value, CultureInfo.CurrentCulture);

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

        value = field.Kind.Parse(typed, CultureInfo.CurrentCulture, out var wrong);
        return value is { } read ? field.Rules.Select(rule => rule.Problem(read)).FirstOrDefault(problem => problem is not null) : wrong;
    }
}

using System.Globalization;
using System.Text.Json;
using OperatingModel.Domain;

namespace OperatingModel.Exchange.Json;

/// <summary>The values of single fields in JSON, both directions.</summary>
internal static class FieldValues
{
    public static object? Read(JsonElement value, ModelField field, out string? problem)
    {
        problem = null;
        if (field.Type == typeof(string))
        {
            return value.ValueKind == JsonValueKind.String ? value.GetString() : Fail("a text in quotes", out problem);
        }

        if (field.Type == typeof(int) || field.Type == typeof(long))
        {
            return ReadWhole(value, field.Type, out problem);
        }

        if (field.Type == typeof(double))
        {
            return value.ValueKind == JsonValueKind.Number ? value.GetDouble() : Fail("a number", out problem);
        }

        if (field.Type == typeof(bool))
        {
            return value.ValueKind is JsonValueKind.True or JsonValueKind.False ? value.GetBoolean() : Fail("true or false", out problem);
        }

        if (field.Type == typeof(DateOnly))
        {
            return DateOnly.TryParseExact(Text(value), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
                ? date
                : Fail("a date like 2026-01-31", out problem);
        }

        if (field.Type == typeof(Quarter))
        {
            return Quarter.TryParse(Text(value), out var quarter) ? quarter : Fail("a quarter like 2026-Q1", out problem);
        }

        if (field.Type.IsEnum)
        {
            return ReadEnum(value, field.Type, out problem);
        }

        throw new InvalidOperationException($"No file form for {field.Type.Name}.");
    }

    public static void Write(Utf8JsonWriter json, object? value)
    {
        switch (value)
        {
            case null:
                json.WriteNullValue();
                break;
            case string text:
                json.WriteStringValue(text);
                break;
            case int number:
                json.WriteNumberValue(number);
                break;
            case long number:
                json.WriteNumberValue(number);
                break;
            case double number:
                json.WriteNumberValue(number);
                break;
            case bool yes:
                json.WriteBooleanValue(yes);
                break;
            case DateOnly date:
                json.WriteStringValue(date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
                break;
            case Enum flags when IsFlags(flags.GetType()):
                json.WriteStartArray();
                foreach (var flag in flags.ToString().Split(", ").Where(Names(flags.GetType()).Contains))
                {
                    json.WriteStringValue(flag);
                }

                json.WriteEndArray();
                break;
            default:
                json.WriteStringValue(value.ToString());
                break;
        }
    }

    private static object? ReadWhole(JsonElement value, Type type, out string? problem)
    {
        problem = null;
        if (value.ValueKind == JsonValueKind.Number)
        {
            if (type == typeof(int) && value.TryGetInt32(out var number))
            {
                return number;
            }

            if (type == typeof(long) && value.TryGetInt64(out var large))
            {
                return large;
            }

            // 3.0 is a whole number in every spreadsheet's eyes.
            if (value.GetDouble() is var real && real == Math.Floor(real) && Math.Abs(real) <= (type == typeof(int) ? int.MaxValue : 1e15))
            {
                return type == typeof(int) ? (int)real : (long)real;
            }
        }

        return Fail("a whole number", out problem);
    }

    private static object? ReadEnum(JsonElement value, Type type, out string? problem)
    {
        problem = null;
        if (!IsFlags(type))
        {
            return Array.Exists(Names(type), name => name == Text(value)) ? Enum.Parse(type, Text(value)!) : Fail(OneOf(type), out problem);
        }

        var flags = 0;
        if (value.ValueKind != JsonValueKind.Array)
        {
            return Fail($"a list of {string.Join(", ", Names(type))}", out problem);
        }

        foreach (var item in value.EnumerateArray())
        {
            if (!Array.Exists(Names(type), name => name == Text(item)))
            {
                return Fail($"a list of {string.Join(", ", Names(type))}", out problem);
            }

            flags |= (int)Enum.Parse(type, Text(item)!);
        }

        return Enum.ToObject(type, flags);
    }

    private static string? Text(JsonElement value) => value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static bool IsFlags(Type type) => type.IsDefined(typeof(FlagsAttribute), false);

    private static string[] Names(Type type) => IsFlags(type) ? Enum.GetNames(type)[1..] : Enum.GetNames(type);

    private static string OneOf(Type type) => $"one of {string.Join(", ", Names(type))}";

    private static object? Fail(string wanted, out string? problem)
    {
        problem = $"Give {wanted}.";
        return null;
    }
}

using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Globalization;
using System.Text.Json;
using OperatingModel.Domain;
using OperatingModel.Domain.Capabilities;

namespace OperatingModel.Exchange.Json;

/// <summary>Reads a value of one type; <paramref name="problem"/> says what to give instead when it is none.</summary>
internal delegate object? ValueReader(JsonElement value, out string? problem);

/// <summary>The values of single fields in JSON, both directions.</summary>
internal static class FieldValues
{
    /// <summary>Longest text read, twice what any field may hold: enough to tell what is wrong, too little to harm.</summary>
    public const int MaxTextLength = 4000;

    private static readonly ConcurrentDictionary<Type, ValueReader> Readers = new()
    {
        [typeof(string)] = ReadText,
        [typeof(int)] = ReadInt,
        [typeof(long)] = ReadLong,
        [typeof(double)] = ReadNumber,
        [typeof(bool)] = ReadBool,
        [typeof(DateOnly)] = ReadDate,
        [typeof(Quarter)] = ReadQuarter,
        [typeof(LinkStrength)] = ReadStrength,
        [typeof(RowValue)] = RowValueJson.Read,
    };

    /// <summary>How values of this type are read.</summary>
    public static ValueReader ReaderOf(Type type) => Readers.GetOrAdd(type, EnumReader);

    public static object? Read(JsonElement value, ModelField field, out string? problem) => ReaderOf(field.Type)(value, out problem);

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
                foreach (var name in flags.ToString().Split(", ").Where(Names(flags.GetType()).Contains))
                {
                    json.WriteStringValue(name);
                }

                json.WriteEndArray();
                break;
            case LinkStrength strength:
                json.WriteNumberValue((int)strength);
                break;
            case RowValue row:
                RowValueJson.Write(json, row);
                break;
            default:
                json.WriteStringValue(value.ToString());
                break;
        }
    }

    /// <summary>A text of the file as it may stand in a sentence.</summary>
    public static string Shown(string text) => text.Length <= 40 ? text : $"{text[..(char.IsHighSurrogate(text[39]) ? 39 : 40)]}…";

    /// <summary>A value of the file as it may stand in a sentence.</summary>
    public static string Shown(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Array => "A list",
        JsonValueKind.Object => "An object",
        JsonValueKind.Null => "Null",
        _ => Shown(value.GetRawText()),
    };

    private static object? ReadText(JsonElement value, out string? problem)
    {
        if (Text(value) is not { } text)
        {
            return Fail("a text in quotes", out problem);
        }

        problem = text.Length > MaxTextLength ? $"It has {text.Length} characters; at most {MaxTextLength} are read." : null;
        return text;
    }

    private static object? ReadInt(JsonElement value, out string? problem)
    {
        problem = null;
        if (value.ValueKind == JsonValueKind.Number)
        {
            if (value.TryGetInt32(out var number))
            {
                return number;
            }

            // 3.0 is a whole number in every spreadsheet's eyes.
            if (value.GetDouble() is var real && real == Math.Floor(real) && Math.Abs(real) <= int.MaxValue)
            {
                return (int)real;
            }
        }

        return Fail("a whole number", out problem);
    }

    private static object? ReadStrength(JsonElement value, out string? problem) =>
        ReadInt(value, out problem) is int number && Enum.IsDefined((LinkStrength)number)
            ? (LinkStrength)number
            : Fail("9 (critical), 3 (supporting) or 1 (minor)", out problem);

    private static object? ReadLong(JsonElement value, out string? problem)
    {
        problem = null;
        if (value.ValueKind == JsonValueKind.Number)
        {
            if (value.TryGetInt64(out var number))
            {
                return number;
            }

            if (value.GetDouble() is var real && real == Math.Floor(real) && Math.Abs(real) <= 1e15)
            {
                return (long)real;
            }
        }

        return Fail("a whole number", out problem);
    }

    private static object? ReadNumber(JsonElement value, out string? problem)
    {
        problem = null;
        return value.ValueKind == JsonValueKind.Number ? value.GetDouble() : Fail("a number", out problem);
    }

    private static object? ReadBool(JsonElement value, out string? problem)
    {
        problem = null;
        return value.ValueKind is JsonValueKind.True or JsonValueKind.False ? value.GetBoolean() : Fail("true or false", out problem);
    }

    private static object? ReadDate(JsonElement value, out string? problem)
    {
        problem = null;
        return DateOnly.TryParseExact(Text(value), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            ? date
            : Fail("a date like 2026-01-31", out problem);
    }

    private static object? ReadQuarter(JsonElement value, out string? problem)
    {
        problem = null;
        return Quarter.TryParse(Text(value), out var quarter) ? quarter : Fail("a quarter like 2026-Q1", out problem);
    }

    private static ValueReader EnumReader(Type type)
    {
        var choices = Names(type).ToFrozenDictionary(name => name, name => Enum.Parse(type, name));
        var names = string.Join(", ", Names(type));
        return IsFlags(type) ? ReadSet : ReadChoice;

        object? ReadChoice(JsonElement value, out string? problem)
        {
            problem = null;
            return Text(value) is { } name && choices.TryGetValue(name, out var choice) ? choice : Fail($"one of {names}", out problem);
        }

        object? ReadSet(JsonElement value, out string? problem)
        {
            problem = null;
            var set = 0;
            foreach (var item in value.ValueKind == JsonValueKind.Array ? value.EnumerateArray() : default)
            {
                if (Text(item) is not { } name || !choices.TryGetValue(name, out var choice))
                {
                    return Fail($"a list of {names}", out problem);
                }

                set |= (int)choice;
            }

            return value.ValueKind == JsonValueKind.Array ? Enum.ToObject(type, set) : Fail($"a list of {names}", out problem);
        }
    }

    private static string? Text(JsonElement value) => value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static bool IsFlags(Type type) => type.IsDefined(typeof(FlagsAttribute), false);

    private static string[] Names(Type type) => IsFlags(type) ? Enum.GetNames(type)[1..] : Enum.GetNames(type);

    private static object? Fail(string wanted, out string? problem)
    {
        problem = $"Give {wanted}.";
        return null;
    }
}

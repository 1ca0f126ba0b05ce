using System.Collections;
using System.Collections.Concurrent;
using System.Globalization;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;
using OperatingModel.Domain;

namespace OperatingModel.Exchange.Indicators;

/// <summary>
/// Writes objects as <see cref="JsonSerializer"/> does with web defaults and enums by name: public properties in camel case, dictionaries by
/// their keys, other sequences as arrays. The serializer first compiles code for each of some two hundred types, which costs a program
/// that writes one document and ends more than all the figures in it.
/// </summary>
internal static class PlainJson
{
    private static readonly ConcurrentDictionary<Type, Member[]> ByType = new();

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
            case bool yes:
                json.WriteBooleanValue(yes);
                break;
            case int number:
                json.WriteNumberValue(number);
                break;
            case long number:
                json.WriteNumberValue(number);
                break;
            case double number when !double.IsFinite(number):
                // JSON has no such number, and a figure that overflows is undefined.
                json.WriteNullValue();
                break;
            case double number:
                json.WriteNumberValue(number);
                break;
            case IFormattable number when value.GetType().IsPrimitive:
                json.WriteRawValue(number.ToString(null, CultureInfo.InvariantCulture));
                break;
            case Enum name:
                json.WriteStringValue(name.ToString());
                break;
            case DateOnly date:
                json.WriteStringValue(date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
                break;
            case IDictionary dictionary:
                WriteDictionary(json, dictionary);
                break;
            case IEnumerable items:
                WriteItems(json, items);
                break;
            case var other when other.GetType().Namespace == nameof(System):
                throw new NotSupportedException($"Say how a {other.GetType().Name} is written.");
            default:
                WriteMembers(json, value);
                break;
        }
    }

    private static void WriteDictionary(Utf8JsonWriter json, IDictionary dictionary)
    {
        json.WriteStartObject();
        foreach (DictionaryEntry entry in dictionary)
        {
            json.WritePropertyName(entry.Key.ToString()!);
            Write(json, entry.Value);
        }

        json.WriteEndObject();
    }

    private static void WriteItems(Utf8JsonWriter json, IEnumerable items)
    {
        json.WriteStartArray();
        foreach (var item in items)
        {
            Write(json, item);
        }

        json.WriteEndArray();
    }

    private static void WriteMembers(Utf8JsonWriter json, object owner)
    {
        json.WriteStartObject();
        foreach (var member in ByType.GetOrAdd(owner.GetType(), MembersOf))
        {
            var value = member.Reader.ValueOf(owner);
            if (value is not null || !member.IsLeftOutWhenNull)
            {
                json.WritePropertyName(member.Name);
                Write(json, value);
            }
        }

        json.WriteEndObject();
    }

    private static Member[] MembersOf(Type type) =>
    [
        .. from property in type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
           where property.GetMethod is not null && property.GetIndexParameters().Length == 0
           let ignore = property.GetCustomAttribute<JsonIgnoreAttribute>()?.Condition
           where ignore != JsonIgnoreCondition.Always
           select new Member(
               JsonEncodedText.Encode(JsonNamingPolicy.CamelCase.ConvertName(property.Name)),
               new PropertyReader(property),
               ignore == JsonIgnoreCondition.WhenWritingNull),
    ];

    private sealed record Member(JsonEncodedText Name, PropertyReader Reader, bool IsLeftOutWhenNull);
}

using System.Text.Json;
using OperatingModel.Exchange.Tables;

namespace OperatingModel.Exchange.Json;

/// <summary>
/// Writes a table as an array of objects. Columns of a group become an object of their own; unknown is null, and what does not apply is absent from
/// its group.
/// </summary>
internal static class JsonTable
{
    private const int FlushAt = 64 * 1024;

    public static void Write<TRow>(Utf8JsonWriter json, string name, IReadOnlyList<TableColumn<TRow>> columns, IEnumerable<TRow> rows)
    {
        json.WriteStartArray(name);
        foreach (var row in rows)
        {
            WriteRow(json, columns, row);
            if (json.BytesPending > FlushAt)
            {
                json.Flush();
            }
        }

        json.WriteEndArray();
    }

    public static void WriteTexts(Utf8JsonWriter json, string name, IReadOnlyList<string> texts)
    {
        json.WriteStartArray(name);
        foreach (var text in texts)
        {
            json.WriteStringValue(text);
        }

        json.WriteEndArray();
    }

    private static void WriteRow<TRow>(Utf8JsonWriter json, IReadOnlyList<TableColumn<TRow>> columns, TRow row)
    {
        string? group = null;
        json.WriteStartObject();
        foreach (var column in columns)
        {
            if (column.Group != group)
            {
                EndGroup(json, group);
                group = column.Group;
                if (group is not null)
                {
                    json.WriteStartObject(group);
                }
            }

            var value = column.ValueOf(row);
            if (group is null || value != TableValue.Nothing)
            {
                WriteValue(json, column.Name, value.Content);
            }
        }

        EndGroup(json, group);
        json.WriteEndObject();
    }

    private static void EndGroup(Utf8JsonWriter json, string? group)
    {
        if (group is not null)
        {
            json.WriteEndObject();
        }
    }

    private static void WriteValue(Utf8JsonWriter json, string name, object? content)
    {
        switch (content)
        {
            case null:
                json.WriteNull(name);
                break;
            case string text:
                json.WriteString(name, text);
                break;
            case IReadOnlyList<string> texts:
                WriteTexts(json, name, texts);
                break;
            case bool answer:
                json.WriteBoolean(name, answer);
                break;
            case int whole:
                json.WriteNumber(name, whole);
                break;
            case double number:
                json.WriteNumber(name, number);
                break;
            case DateOnly day:
                json.WriteString(name, IsoText.Of(day));
                break;
            default:
                throw new ArgumentException($"A table cannot hold a {content.GetType()}.", nameof(content));
        }
    }
}

using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace OperatingModel.Domain.Fields;

/// <summary>
/// A row as one line of JSON, exact in both directions, for audit and change log: position, version and every field that is
/// not null, named as in code. A field that an old entry does not know gets its default.
/// </summary>
public static class RowJson
{
    // The text is stored, never put into a page as it stands; letters of any language stay readable in the database.
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    // No row has a field of this name.
    private const string List = "List";

    [ThreadStatic]
    private static (ArrayBufferWriter<byte> Buffer, Utf8JsonWriter Json)? _reused;

    public static string Write(ModelRow row) => Text(json => WriteRow(json, row, null));

    public static ModelRow Read(ModelTable table, string text)
    {
        using var document = JsonDocument.Parse(text);
        return Read(table, document.RootElement);
    }

    /// <summary>A row whose list stands with it.</summary>
    internal static string WriteValue(RowValue value) => Text(json => WriteValue(json, value));

    internal static void WriteValue(Utf8JsonWriter json, RowValue value) => WriteRow(json, value.Row, value.Table);

    internal static RowValue ReadValue(string text)
    {
        using var document = JsonDocument.Parse(text);
        return ReadValue(document.RootElement);
    }

    internal static RowValue ReadValue(JsonElement json)
    {
        var name = json.GetProperty(List).GetString()!;
        return new(Read(ModelTables.Find(name) ?? throw new InvalidOperationException($"There is no list {name}."), json));
    }

    private static string Text(Action<Utf8JsonWriter> write)
    {
        var (buffer, json) = _reused ??= NewWriter();
        buffer.ResetWrittenCount();
        json.Reset(buffer);
        write(json);
        json.Flush();
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private static (ArrayBufferWriter<byte>, Utf8JsonWriter) NewWriter()
    {
        var buffer = new ArrayBufferWriter<byte>(512);
        return (buffer, new Utf8JsonWriter(buffer, Options));
    }

    private static ModelRow Read(ModelTable table, JsonElement json)
    {
        var values = table.Fields.Select(field =>
            json.TryGetProperty(field.Name, out var value) ? field.Kind.ReadStored(value) : field.IsOptional ? null : field.Default);
        return table.NewRow(
            [.. values],
            json.GetProperty(nameof(ModelRow.Position)).GetInt32(),
            json.GetProperty(nameof(ModelRow.Version)).GetInt64());
    }

    private static void WriteRow(Utf8JsonWriter json, ModelRow row, ModelTable? list)
    {
        json.WriteStartObject();
        if (list is not null)
        {
            json.WriteString(List, list.Name);
        }

        json.WriteNumber(nameof(ModelRow.Position), row.Position);
        json.WriteNumber(nameof(ModelRow.Version), row.Version);
        foreach (var field in ModelTables.Of(row.GetType()).Fields)
        {
            if (field.ValueOf(row) is { } value)
            {
                json.WritePropertyName(field.Name);
                field.Kind.WriteStored(json, value);
            }
        }

        json.WriteEndObject();
    }
}

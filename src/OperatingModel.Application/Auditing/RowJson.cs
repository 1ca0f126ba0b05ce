using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using OperatingModel.Domain;
using OperatingModel.Domain.Capabilities;

namespace OperatingModel.Application.Auditing;

/// <summary>
/// A row as one line of JSON, exact in both directions, for audit and change log: position, version and every field that is
/// not null, named as in code. A field that an old entry does not know gets its default.
/// </summary>
internal static class RowJson
{
    // The text is stored, never put into a page as it stands; letters of any language stay readable in the database.
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    // No row has a field of this name.
    private const string List = "List";

    [ThreadStatic]
    private static (ArrayBufferWriter<byte> Buffer, Utf8JsonWriter Json)? _reused;

    public static string Write(ModelRow row)
    {
        var (buffer, json) = _reused ??= NewWriter();
        buffer.ResetWrittenCount();
        json.Reset(buffer);
        WriteRow(json, row, null);
        json.Flush();
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    /// <summary>A row whose list stands with it.</summary>
    public static string WriteValue(RowValue value)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, Options))
        {
            WriteRow(json, value.Row, value.Table);
        }

        return Encoding.UTF8.GetString(stream.GetBuffer().AsSpan(0, (int)stream.Length));
    }

    public static RowValue ReadValue(string text)
    {
        using var document = JsonDocument.Parse(text);
        return ReadValue(document.RootElement);
    }

    public static ModelRow Read(ModelTable table, string text)
    {
        using var document = JsonDocument.Parse(text);
        return Read(table, document.RootElement);
    }

    private static ModelRow Read(ModelTable table, JsonElement json)
    {
        var values = table.Fields.Select(field => json.TryGetProperty(field.Name, out var value) ? ReadField(value, field) : Absent(field));
        return table.NewRow(
            [.. values],
            json.GetProperty(nameof(ModelRow.Position)).GetInt32(),
            json.GetProperty(nameof(ModelRow.Version)).GetInt64());
    }

    private static (ArrayBufferWriter<byte>, Utf8JsonWriter) NewWriter()
    {
        var buffer = new ArrayBufferWriter<byte>(512);
        return (buffer, new Utf8JsonWriter(buffer, Options));
    }

    private static RowValue ReadValue(JsonElement json)
    {
        var name = json.GetProperty(List).GetString()!;
        return new(Read(ModelTables.Find(name) ?? throw new InvalidOperationException($"There is no list {name}."), json));
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
            WriteField(json, field.Name, field.ValueOf(row));
        }

        json.WriteEndObject();
    }

    private static object? Absent(ModelField field) => field.IsOptional ? null : field.Default;

    private static void WriteField(Utf8JsonWriter json, string name, object? value)
    {
        switch (value)
        {
            case null:
                break;
            case string text:
                json.WriteString(name, text);
                break;
            case int number:
                json.WriteNumber(name, number);
                break;
            case long number:
                json.WriteNumber(name, number);
                break;
            case double number:
                json.WriteNumber(name, number);
                break;
            case bool yes:
                json.WriteBoolean(name, yes);
                break;
            case DateOnly date:
                json.WriteString(name, date.ToString("O", CultureInfo.InvariantCulture));
                break;
            case RowValue row:
                json.WritePropertyName(name);
                WriteRow(json, row.Row, row.Table);
                break;
            case LinkStrength strength:
                json.WriteNumber(name, (int)strength);
                break;
            case Quarter or Enum:
                json.WriteString(name, value.ToString());
                break;
            default:
                throw new InvalidOperationException($"No audit form for {value.GetType().Name}.");
        }
    }

    private static object ReadField(JsonElement value, ModelField field) => field.Type switch
    {
        var type when type == typeof(string) => value.GetString()!,
        var type when type == typeof(int) => value.GetInt32(),
        var type when type == typeof(long) => value.GetInt64(),
        var type when type == typeof(double) => value.GetDouble(),
        var type when type == typeof(bool) => value.GetBoolean(),
        var type when type == typeof(DateOnly) => DateOnly.ParseExact(value.GetString()!, "O", CultureInfo.InvariantCulture),
        var type when type == typeof(Quarter) => Quarter.Parse(value.GetString()!),
        var type when type == typeof(RowValue) => ReadValue(value),
        var type when type == typeof(LinkStrength) => (LinkStrength)value.GetInt32(),
        { IsEnum: true } type => Enum.Parse(type, value.GetString()!),
        var type => throw new InvalidOperationException($"No audit form for {type.Name}."),
    };
}
